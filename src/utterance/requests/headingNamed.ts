import { fold } from '../../language/folding/fold.ts';
import type { Surroundings } from '../intent.ts';

/** A section by its heading, and the article that it is in. */
export interface HeadingNamed {
  readonly article: string;
  readonly section: string;
}

/** Articles whose headings are compared, if nothing says which one is meant. */
const MAX_ARTICLES = 50;

/** Finds the one heading that a phrase names, whole or by its beginning, in the article at hand or in any. */
export function headingNamed(phrase: string, { articles, earlier }: Surroundings): HeadingNamed | undefined {
  const wanted = fold(phrase)
    .replace(/^(?:the )?(?:section|chapter|part)(?: (?:on|about|called|titled|named))? /u, '')
    .replace(/^(?:the|its|an?) /u, '')
    .replace(/ (?:section|chapter|part)$/u, '')
    .replaceAll('"', '')
    .trim();
  if (wanted.length < 4) return undefined;
  const among = articles.filter(({ id }) => earlier === undefined || id === earlier.article).slice(0, MAX_ARTICLES);
  const all = among.flatMap(({ id, headings }) => headings().map((heading) => ({ article: id, section: heading })));
  const same = all.filter(({ section }) => plainHeading(section) === wanted);
  const near = same.length > 0 ? same : all.filter(({ section }) => isBeginning(wanted, plainHeading(section)));
  const [only, ...others] = near;
  return only && others.length === 0 ? only : undefined;
}

function plainHeading(heading: string): string {
  return fold(heading)
    .replace(/^(?:\d+(?:\.\d+)*\.?|[ivx]+\.) /u, '')
    .replace(/^(?:the|an?) /u, '')
    .replace(/[\s.:?!]+$/u, '')
    .replaceAll('"', '');
}

/** "Conclusion" for "Conclusions and outlook", but not a word in the middle of a heading. */
function isBeginning(wanted: string, heading: string): boolean {
  return (
    heading.startsWith(wanted) &&
    wanted.length >= 4 &&
    (wanted.includes(' ') || /^s?(?:[\s:,]|$)/u.test(heading.slice(wanted.length)))
  );
}
