import { type Article, isBodyBlock, isTextBlock } from '../../article/article.ts';
import { formatHandle } from '../../article/handle.ts';
import { bodyOf } from '../../article/passage.ts';
import { sectionOfBlock, sectionsOf } from '../../article/sections.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { contains, type Span } from '../../language/span.ts';
import { mainQuote } from '../mainQuote.ts';
import type { Page } from '../paginate.ts';
import { neighbour } from '../parts/neighbour.ts';
import { articleOf } from '../parts/renderContext.ts';
import { BUTTONS } from '../words/controlWords.ts';
import { type Action, type ActionContext, quoteOf } from './action.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';

/** Leads from the passages of a page to the one before and the one after; both are off where there is none. */
export function passageSteps({ quotes }: Page, context: ActionContext): readonly Action[] {
  const first = quotes[0]?.excerpt;
  if (!first || context.request.command === 'ask' || !articleOf(first, context.articles)) return [];
  return [passageBeside(first, -1, context), passageBeside(lastOf(quotes).excerpt, 1, context)];
}

/** The context of the main passage of a page, as far as it is not shown. */
export function surroundings(page: Pick<Page, 'quotes'>, { articles, request }: ActionContext): readonly Action[] {
  const shown = mainQuote(page);
  const article = shown && articleOf(shown.excerpt, articles);
  if (!article) return [];
  const { excerpt, span } = shown;
  return [
    ...(coversBlock(article, excerpt, span)
      ? []
      : [{ label: BUTTONS.paragraph, request: quoteOf(excerpt, 'paragraph') }]),
    ...(request.options['scope'] === 'context' || isAlone(article, excerpt)
      ? []
      : [{ label: BUTTONS.context, request: quoteOf(excerpt, 'context') }]),
  ];
}

/** Whether an article has no other block of an excerpt's kind, which is what would be shown before and after it. */
function isAlone(article: Article, excerpt: Excerpt): boolean {
  const block = article.blocks[blockOf(article, excerpt)];
  return !block || !isTextBlock(block) || article.blocks.filter(({ kind }) => kind === block.kind).length === 1;
}

function passageBeside(excerpt: Excerpt, direction: -1 | 1, { articles, request }: ActionContext): Action {
  const label = direction === 1 ? BUTTONS.nextPassage : BUTTONS.previousPassage;
  const article = articleOf(excerpt, articles);
  if (!article) return { label, isOff: true };
  const wide = request.options['scope'] === 'paragraph' || request.options['scope'] === 'context';
  const step = !wide && isSentence(article, excerpt, request.command) ? 'sentence' : 'block';
  const passage = neighbour(article, excerpt.span, { step, direction });
  if (!passage) return { label, isOff: true };
  const text = formatHandle(article, passage.reference);
  return { label, request: { command: 'quote', options: { text, ...(wide ? { scope: 'paragraph' } : {}) } } };
}

/** Leads from a section to the one before and the one after; both are off where there is none. */
export function sectionSteps({ quotes }: Page, { articles }: ActionContext): readonly Action[] {
  const excerpt = quotes[0]?.excerpt;
  const article = excerpt && articleOf(excerpt, articles);
  if (!article) return [];
  const sections = sectionsOf(article);
  const here = sectionOfBlock(sections, blockOf(article, excerpt));
  const at = here ? sections.indexOf(here) : 0;
  const isReadable = sections.map(({ blocks: [from, to] }) => article.blocks.slice(from, to).some(isBodyBlock));
  const to = (index: number, label: string): Action => {
    if (index === -1) return { label, isOff: true };
    const options = { name: String(entryAt(sections, index).number), article: article.id };
    return { label, request: { command: 'section', options } };
  };
  return [
    to(
      isReadable.findLastIndex((readable, index) => readable && index < at),
      BUTTONS.previousSection,
    ),
    to(
      isReadable.findIndex((readable, index) => readable && index > at),
      BUTTONS.nextSection,
    ),
  ];
}

/** Leads from a section to the outline of its article. */
export function outlineOf({ quotes }: Page): readonly Action[] {
  return quotes.slice(0, 1).map(({ excerpt: { article } }) => ({
    label: BUTTONS.outline,
    request: { command: 'section', options: { article } },
  }));
}

/** A caption of one sentence is both: a sentence when quoted, a block when cited. */
function isSentence(article: Article, excerpt: Excerpt, command: string): boolean {
  if (/\.\d+(?:-\d+)?$/u.test(excerpt.reference)) return true;
  const block = article.blocks[blockOf(article, excerpt)];
  return command === 'quote' && block !== undefined && isTextBlock(block) && block.sentences.length === 1;
}

function coversBlock(article: Article, excerpt: Excerpt, span: Span): boolean {
  const block = article.blocks[blockOf(article, excerpt)];
  return block !== undefined && contains(span, bodyOf(block));
}

function blockOf(article: Article, { span }: Excerpt): number {
  return article.blocks.findIndex((block) => contains(block.span, span));
}
