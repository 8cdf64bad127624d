import type { Article } from '../../article/article.ts';
import { statedPublicationDate } from '../../article/publicationDate.ts';
import { dateExpressions } from '../../language/dates/dateExpressions.ts';
import type { Dateline } from './dateline.ts';
import { edtfInterval } from './edtfInterval.ts';

/** How long after its dateline a report may be published. */
const PUBLISHED_WITHIN_DAYS = 31;

/**
 * Returns the day on which a report was written: its dateline's, where that is shortly before the article's date. Undefined
 * where only the file has a date, so that no event's date depends on when the file was saved.
 */
export function reportedOn(
  article: Pick<Article, 'source' | 'published' | 'publishedNote'>,
  dateline: Dateline | undefined,
): string | undefined {
  const { source } = article;
  const published = statedPublicationDate(article);
  if (!dateline?.date) return published;
  const written = dateExpressions(source.slice(...dateline.date), { reference: published })[0]?.edtf;
  const [day, last] = [written, published].map((edtf) => (edtf == null ? undefined : edtfInterval(edtf)));
  if (!written || !day || day[0] !== day[1]) return published;
  return !last || (day[0] <= last[1] && last[0] - day[0] <= PUBLISHED_WITHIN_DAYS) ? written : published;
}
