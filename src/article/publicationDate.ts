import type { Article } from './article.ts';

/** The note on a date that only a file gives: a copy that was saved later has another. */
export const FILE_DATE_NOTE = 'the day on which the file was made, from its properties';

/**
 * Returns the day of publication as the document or a person states it. The day of a file tells when somebody saved it:
 * no “on Monday” counts from that.
 */
export function statedPublicationDate({
  published,
  publishedNote,
}: Pick<Article, 'published' | 'publishedNote'>): string | undefined {
  return publishedNote === FILE_DATE_NOTE ? undefined : published;
}
