import { shortEdition } from '../../article/edition.ts';
import { pagesInWords } from '../../excerpt/pagesInWords.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { articleOf } from '../parts/renderContext.ts';
import { publishedInWords } from '../words/publishedInWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import type { TextContext } from './textContext.ts';

/**
 * Quotes an excerpt, with its citation below, and then a line of ours if there is one. What was looked for in it, or
 * answers, is strong where the terminal shows that.
 */
export function passageText(excerpt: Excerpt, context: TextContext, note = ''): string {
  const below = note === '' ? '' : `\n${context.dim(`    ${showControlCharacters(note)}`)}`;
  return `${markedText(excerpt, context)}\n${citationText(excerpt, context)}${below}`;
}

function markedText({ text, span: [offset], answer, found }: Excerpt, { strong }: TextContext): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of answer ? [answer.span] : (found ?? [])) {
    shown += showControlCharacters(text.slice(at, start - offset));
    shown += strong(showControlCharacters(text.slice(start - offset, end - offset)));
    at = end - offset;
  }
  return shown + showControlCharacters(text.slice(at));
}

/** Quotes the sentences that contain a quotation's words, with the citation below. */
export function sentenceText(excerpt: Excerpt, context: TextContext): string {
  const article = articleOf(excerpt, context.articles);
  if (!excerpt.within || !article) return passageText(excerpt, context);
  return `${showControlCharacters(article.source.slice(...excerpt.within.span))}\n${citationText(excerpt, context)}`;
}

/** Cites an excerpt on a line of its own. */
export function citationText(excerpt: Excerpt, { articles, dim }: TextContext): string {
  const { article: id, reference, section, edition, pages } = excerpt;
  const article = articleOf(excerpt, articles) ?? articles.get(id);
  const title = article ? `${article.title}, ${publishedInWords(article)}` : id;
  const parts = [
    pages === undefined ? reference : `${reference}, ${pagesInWords(pages)}`,
    ...(section === null ? [] : [`“${section}”`]),
    title,
    `${id}/${reference}@${shortEdition(edition)}`,
  ];
  return dim(`  — ${showControlCharacters(parts.join(' · ').replaceAll(/\s+/gu, ' '))}`);
}
