import { dateOf, monthDateOf } from '../segment/dateOf.ts';
import type { Fragment } from '../segment/fragment.ts';

/** The blocks of a file with the lines that name its authors and date apart, and the date that they state. */
interface Bylined {
  readonly fragments: readonly Fragment[];
  /** YYYY-MM-DD or YYYY-MM. */
  readonly published?: string;
}

/** Lines below a title among which its authors and date are. */
const LINES_MAX = 4;
const LINE_MAX_CHARS = 200;
/** A line that is a date and a word or two about it: "Published 3 May 2026". */
const DATE_MAX_CHARS = 40;

/**
 * Makes furniture of the lines right below the title that only name the authors of the file's properties and the date, which
 * say nothing of what the text says. A date without authors beside it counts if it is a month alone.
 */
export function withBylines(
  fragments: readonly Fragment[],
  { author = [] }: { readonly author?: readonly string[] | undefined },
): Bylined {
  const title = fragments.findIndex(({ kind }) => kind === 'heading' || kind === 'title');
  const head = fragments.slice(title + 1, title + 1 + LINES_MAX);
  const end = head.findIndex((line) => !isBylineOf(line, author) && lineDate(line) === undefined);
  const lines = end === -1 ? head : head.slice(0, end);
  const hasText = fragments.slice(title + 1 + lines.length).some(({ kind }) => kind === 'paragraph');
  const named = lines.some((line) => isBylineOf(line, author));
  const dated = lines.map(lineDate).find((date) => date !== undefined);
  if (title === -1 || title > LINES_MAX || !hasText || (!named && dated?.length !== MONTH_CHARS)) return { fragments };
  return {
    fragments: fragments.map((fragment) =>
      lines.includes(fragment) ? { ...withoutEmphasis(fragment), role: 'furniture' } : fragment,
    ),
    ...(dated === undefined ? {} : { published: dated }),
  };
}

/** YYYY-MM. */
const MONTH_CHARS = 7;

function withoutEmphasis({ emphasised: _, ...fragment }: Fragment): Fragment {
  return fragment;
}

/** Whether a line names the authors and says nothing else. */
function isBylineOf({ kind, role, text }: Fragment, author: readonly string[]): boolean {
  if (kind !== 'paragraph' || role !== undefined || text.length > LINE_MAX_CHARS || author.length === 0) return false;
  return letters(text.replace(/^(?:by|von|par|por|di|door)\s/iu, '')) === letters(author.join(' '));
}

function lineDate({ kind, role, text }: Fragment): string | undefined {
  if (kind !== 'paragraph' || role !== undefined || text.length > DATE_MAX_CHARS || /[.!?:]$/u.test(text))
    return undefined;
  const words = text.match(/\p{L}{3,}/gu)?.length ?? 0;
  return words > DATE_WORDS_MAX ? undefined : (dateOf(text) ?? monthDateOf(text));
}

/** Words of a line that is only a date: its weekday and month, and what it says of them. */
const DATE_WORDS_MAX = 3;

/** The letters of names, less what stands between them. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s(?:and|und|et|&)\s/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
