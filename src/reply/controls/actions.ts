import type { Answer, AnswerOf } from '../../answer/answer.ts';
import { QUOTATIONS_MAX } from '../../answer/verify/checkQuotes.ts';
import { isTextBlock, type Article } from '../../article/article.ts';
import { formatHandle } from '../../article/handle.ts';
import { bodyOf } from '../../article/passage.ts';
import { sectionOfBlock, sectionsOf } from '../../article/sections.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { contains, type Span } from '../../language/span.ts';
import { isUsable } from '../words/citation.ts';
import { BUTTONS, checkRange, searchIn, useValue } from '../words/controlWords.ts';
import { areMatches } from '../parts/excerptParts.ts';
import { ROW_MAX_BUTTONS } from '../limits.ts';
import { neighbour } from '../parts/neighbour.ts';
import type { Page } from '../paginate.ts';
import { articleOf, handleOf, type RenderContext } from '../parts/renderContext.ts';
import type { Request } from './request.ts';

/** A button: its words, and what it asks for or where it leads. */
export type Action =
  | { readonly label: string; readonly request: Request }
  | { readonly label: string; readonly url: string };

/** What the actions of a page depend on. */
export interface ActionContext extends RenderContext {
  readonly hidden: boolean;
  /** Which page it is, counted from 1, of how many. */
  readonly position: { readonly number: number; readonly of: number };
}

/** Answers that say something of the source, and so can be shown to others. */
const POSTABLE: ReadonlySet<Answer['kind']> = new Set([
  'excerpts',
  'summary',
  'events',
  'citation',
  'verdict',
  'outline',
  'dates',
]);

/** Lists the buttons of a page in order: where to go on, what else to see, and whom to show it. */
export function actions(answer: Answer, page: Page, context: ActionContext): readonly Action[] {
  const main = page.quotes[0]?.excerpt;
  const link = main && !isList(context) ? context.links(main) : undefined;
  return [
    ...paging(answer, context),
    ...ownActions(answer, page, context),
    ...(context.hidden && POSTABLE.has(answer.kind)
      ? [
          {
            label: BUTTONS.post,
            request: { ...context.request, page: context.position.number, post: true as const },
          },
        ]
      : []),
    ...(isUsable(link) ? [{ label: BUTTONS.reader, url: link }] : []),
  ];
}

function ownActions(answer: Answer, page: Page, context: ActionContext): readonly Action[] {
  switch (answer.kind) {
    case 'excerpts':
      if (isList(context)) return [];
      return context.request.command === 'section' ? sectionSteps(page, context) : actionsAround(page, context);
    case 'summary':
      return lengths(answer, context);
    case 'citation':
      return [{ label: BUTTONS.passage, request: quoteOf(answer.excerpt) }];
    case 'nothing':
      return [
        ...searchesElsewhere(answer, context),
        ...(answer.nearest ? [{ label: BUTTONS.paragraph, request: quoteOf(answer.nearest, 'paragraph') }] : []),
      ];
    case 'invalid':
      return corrections(answer, context);
    case 'verdict':
      return page.quotes
        .slice(0, 1)
        .map(({ excerpt }) => ({ label: BUTTONS.paragraph, request: quoteOf(excerpt, 'paragraph') }));
    case 'events':
      return eventActions(answer, page, context);
    case 'verdicts':
      return furtherQuotations(answer, context);
    case 'dates':
    case 'outline':
    case 'sources':
    case 'schedules':
    case 'notice':
      return [];
    default:
      return answer satisfies never;
  }
}

/** Passages that have nothing to do with each other: buttons would not say which of them they mean; the select does. */
function isList({ request: { command, options }, position: { number } }: ActionContext): boolean {
  return 'message' in options || (command === 'ask' && number > 1);
}

function paging(answer: Answer, { request, position: { number, of } }: ActionContext): readonly Action[] {
  const matches = answer.kind === 'excerpts' && answer.excerpts.length > 1 && areMatches(answer, { request });
  const [previous, following] = matches
    ? [BUTTONS.previousMatch, BUTTONS.nextMatch]
    : [BUTTONS.previousPage, BUTTONS.nextPage];
  const next = request.command === 'ask' && number === 1 ? BUTTONS.morePassages : following;
  return [
    ...(number > 1 ? [{ label: previous, request: { ...request, page: number - 1 } }] : []),
    ...(number < of ? [{ label: next, request: { ...request, page: number + 1 } }] : []),
  ];
}

function actionsAround({ quotes }: Page, context: ActionContext): readonly Action[] {
  const first = quotes[0]?.excerpt;
  if (!first) return [];
  const steps =
    context.request.command === 'ask'
      ? []
      : [passageBeside(first, -1, context), passageBeside(quotes.at(-1)!.excerpt, 1, context)];
  return [...surroundings({ quotes }, context), ...steps.flat()];
}

/** What is around the first passage of a page, as far as it is not shown. */
function surroundings(
  { quotes: [shown] }: Pick<Page, 'quotes'>,
  { articles, request }: ActionContext,
): readonly Action[] {
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

/** Whether an article has no other block of an excerpt's kind, which is what is shown before and after it. */
function isAlone(article: Article, excerpt: Excerpt): boolean {
  const block = article.blocks[blockOf(article, excerpt)];
  return !block || !isTextBlock(block) || article.blocks.filter(({ kind }) => kind === block.kind).length === 1;
}

function passageBeside(excerpt: Excerpt, direction: -1 | 1, { articles, request }: ActionContext): readonly Action[] {
  const article = articleOf(excerpt, articles);
  if (!article) return [];
  const wide = request.options['scope'] === 'paragraph' || request.options['scope'] === 'context';
  const step = !wide && isSentence(article, excerpt, request.command) ? 'sentence' : 'block';
  const passage = neighbour(article, excerpt.span, { step, direction });
  if (!passage) return [];
  const text = formatHandle(article, passage.reference);
  const label = direction === 1 ? BUTTONS.nextPassage : BUTTONS.previousPassage;
  return [{ label, request: { command: 'quote', options: { text, ...(wide ? { scope: 'paragraph' } : {}) } } }];
}

function sectionSteps({ quotes }: Page, { articles }: ActionContext): readonly Action[] {
  const excerpt = quotes[0]?.excerpt;
  const article = excerpt && articleOf(excerpt, articles);
  if (!article) return [];
  const sections = sectionsOf(article);
  const here = sectionOfBlock(sections, blockOf(article, excerpt));
  const at = here ? sections.indexOf(here) : 0;
  const isReadable = sections.map(({ blocks: [from, to] }) => article.blocks.slice(from, to).some(isTextBlock));
  const to = (index: number, label: string): readonly Action[] =>
    index === -1
      ? []
      : [
          {
            label,
            request: { command: 'section', options: { name: String(sections[index]!.number), article: article.id } },
          },
        ];
  return [
    ...to(
      isReadable.findLastIndex((readable, index) => readable && index < at),
      BUTTONS.previousSection,
    ),
    ...to(
      isReadable.findIndex((readable, index) => readable && index > at),
      BUTTONS.nextSection,
    ),
    { label: BUTTONS.outline, request: { command: 'section', options: { article: article.id } } },
  ];
}

/** A timeline can be put in the other order; a card leads to its surroundings. */
function eventActions({ events, reorders }: AnswerOf<'events'>, page: Page, context: ActionContext): readonly Action[] {
  const { command, options } = context.request;
  if (command !== 'event' || options['export'] !== undefined) return [];
  if (events.length === 1) return surroundings(page, context);
  if (reorders === false) return [];
  const { order, ...rest } = options;
  return order === 'text'
    ? [{ label: BUTTONS.byDate, request: { command, options: rest } }]
    : [{ label: BUTTONS.byText, request: { command, options: { ...rest, order: 'text' } } }];
}

function lengths({ shorter, longer }: AnswerOf<'summary'>, { request }: ActionContext): readonly Action[] {
  if (request.command !== 'summary') return [];
  const to = (length: string | undefined, label: string): readonly Action[] =>
    length === undefined ? [] : [{ label, request: { command: 'summary', options: { ...request.options, length } } }];
  return [...to(shorter, BUTTONS.shorter), ...to(longer, BUTTONS.longer)];
}

/** Searches for the same where words are that the scope has not. */
function searchesElsewhere({ cause }: AnswerOf<'nothing'>, { request, articles }: ActionContext): readonly Action[] {
  const { command, options } = request;
  if (command !== 'ask' && command !== 'quote') return [];
  const { section: _, ...rest } = options;
  return (cause?.elsewhere ?? []).map(({ article, section }) => ({
    label: section
      ? searchIn(section.heading ?? String(section.number), { isSection: true })
      : searchIn(articles.get(article)?.title ?? article, { isSection: false }),
    request: { command, options: { ...rest, article, ...(section ? { section: String(section.number) } : {}) } },
  }));
}

/** Uses the command again with the values that come nearest to what was wrong. */
function corrections({ option, nearest }: AnswerOf<'invalid'>, { request }: ActionContext): readonly Action[] {
  const { command, options } = request;
  const name = correctedOption(option, request);
  if (name === undefined) return [];
  return nearest
    .slice(0, ROW_MAX_BUTTONS)
    .map((value) => ({ label: useValue(value), request: { command, options: { ...options, [name]: value } } }));
}

/** Leads to the quotations of a message that were not checked, as far as the message can be read again. */
function furtherQuotations(
  { quotations = 0, checked }: AnswerOf<'verdicts'>,
  { request }: ActionContext,
): readonly Action[] {
  const { target } = request.options;
  if (target === undefined || !checked) return [];
  const [from, to] = checked;
  const before = Math.max(1, from - QUOTATIONS_MAX);
  const at = (start: number): Request => ({
    command: request.command,
    options: { target, ...(start === 1 ? {} : { from: start }) },
  });
  return [
    ...(from > 1 ? [{ label: checkRange('back', [before, from - 1]), request: at(before) }] : []),
    ...(to < quotations
      ? [{ label: checkRange('on', [to + 1, Math.min(quotations, to + QUOTATIONS_MAX)]), request: at(to + 1) }]
      : []),
  ];
}

function quoteOf(excerpt: Excerpt, scope?: 'paragraph' | 'context'): Request {
  return { command: 'quote', options: { text: handleOf(excerpt), ...(scope ? { scope } : {}) } };
}

/** A caption of one sentence is both: a sentence where somebody quotes, a block where somebody cites. */
function isSentence(article: Article, excerpt: Excerpt, command: string): boolean {
  if (/\.\d+(?:-\d+)?$/u.test(excerpt.reference)) return true;
  const block = article.blocks[blockOf(article, excerpt)];
  return command === 'quote' && block !== undefined && isTextBlock(block) && block.sentences.length === 1;
}

/** The option that a correction fills in: the one that was wrong, by the command's own name for it. */
function correctedOption(option: string, { command, options }: Request): string | undefined {
  if (option in options || option === 'article') return option;
  if (option === 'reference' && 'text' in options) return 'text';
  return option === 'section' && command === 'section' ? 'name' : undefined;
}

function coversBlock(article: Article, excerpt: Excerpt, span: Span): boolean {
  const block = article.blocks[blockOf(article, excerpt)];
  return block !== undefined && contains(span, bodyOf(block));
}

function blockOf(article: Article, { span }: Excerpt): number {
  return article.blocks.findIndex((block) => contains(block.span, span));
}
