import type { AnswerOf } from '../../answer/answer.ts';
import { shortEdition } from '../../article/edition.ts';
import type { ToldDate } from '../../language/dates/partOfPeriod.ts';
import { counted } from './counted.ts';
import { toldDateInWords } from './events/edtfInWords.ts';
import { publishedInWords } from './publishedInWords.ts';

type Sources = AnswerOf<'sources'>;

/** Said if no article can be seen. */
export const NO_ARTICLE = 'No article is available here.';
/** Said if an article has no date expression. */
export const NO_DATE = 'No date was found in this article.';
/** Said before the reason why the latest articles were not loaded. */
export const NOT_LOADED = 'The latest articles could not be loaded; answers still come from those below.';

/** Introduces the list of articles; Markdown. */
export function articlesToQuote(count: number): string {
  return `**${counted(count, 'article')}** to quote from:`;
}

/** Introduces the list of articles with broken files. */
export function brokenArticles(count: number): string {
  return `${counted(count, 'article')} with broken files:`;
}

/** Says how many more there are than a list names. */
export function andMore(count: number): string {
  return `and ${count} more`;
}

/** Says what happens with an article whose files are broken. */
export function brokenState(lastGood: boolean): string {
  return lastGood ? 'its last good version still answers' : 'it is not loaded';
}

/** Says what is known about an article, one phrase each. */
export function articleFacts({
  published,
  publishedNote,
  paragraphs,
  language,
  edition,
}: Sources['articles'][number]): readonly string[] {
  return [
    publishedInWords({ published, publishedNote }),
    counted(paragraphs, 'paragraph'),
    `language ${language}`,
    `edition ${shortEdition(edition)}`,
  ];
}

/** Writes a range of paragraphs: `¶3-7`, `¶8`, or that there is none. */
export function paragraphRange(paragraphs: readonly [number, number] | null): string {
  if (!paragraphs) return 'no paragraph';
  const [from, to] = paragraphs;
  return from === to ? `¶${from}` : `¶${from}-${to}`;
}

/** Says which date an expression means. */
export function meaningInWords({ edtf, portion }: ToldDate): string {
  return edtf === null ? 'not resolved to a date' : toldDateInWords(edtf, portion);
}
