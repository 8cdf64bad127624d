import type { Article } from '../../article/article.ts';
import { sliced, uncut } from '../../language/cutText.ts';
import type { QuoteReading } from '../../language/quotations/quoteReadings.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Difference } from './differences.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import { literalPlaces, type LiteralPlace } from './literalPlaces.ts';

/** The mark of an item: "(a)", "iv.", "12)", "•". A bare number is none, since it could count something. */
const MARK = /^(?:[([]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})[.)\]]|[•‣◦⁃▪●○■□])$/u;
/** "1.1" before a capital counts sections. */
const OUTLINE = /^\d{1,3}(?:\.\d{1,3}){1,4}$/u;
const AT_CAPITAL = /^\s{0,10}["“‘„«(]?\p{Lu}/u;

/**
 * Reads differences that are nothing but the mark of an item or of a numbered paragraph as such: one has it and the other
 * has not, and the source begins a block there. Marks that differ, "(a)" and "(b)", stay what they are.
 */
export function withListMarks(
  differences: readonly Difference[],
  { article, quote }: { readonly article: Article; readonly quote: string },
): readonly Difference[] {
  const groups: Difference[][] = [];
  for (const difference of differences) {
    const last = groups.at(-1)?.at(-1);
    if (last && touches(last, difference)) groups.at(-1)?.push(difference);
    else groups.push([difference]);
  }
  const starts = new Set(article.blocks.map(({ span }) => span[0]));
  return groups.flatMap((group) => {
    const joined = joinedGroup(group, [quote, article.source]);
    return isListMark(joined, { starts, article, quote }) ? [joined] : group;
  });
}

/** Finds a quotation that begins with the mark of an item where the source begins a block without it. */
export function* unmarkedPlaces(index: QuoteIndex, { text }: QuoteReading): Steps<readonly LiteralPlace[]> {
  const [opening = '', mark = ''] = OPENING.exec(text) ?? [];
  if (!isMark(mark, text.slice(opening.length))) return [];
  const rest = sliced(uncut(text), [opening.length, text.length]);
  const found = yield* literalPlaces(index, [{ ...rest, level: 0, attributions: [] }]);
  const at = [0, opening.length] as const;
  return (found?.places ?? [])
    .filter(({ article, span }) => article.blocks.some((block) => block.span[0] === span[0]))
    .map(({ article, span, differences }) => {
      const marked: Difference = { kind: 'list-mark', quoted: opening, source: '', span: [span[0], span[0]], at };
      return { article, span, differences: [marked, ...differences] };
    });
}

function touches(one: Difference, next: Difference): boolean {
  return one.at[1] === next.at[0] && one.span[1] === next.span[0];
}

function joinedGroup(group: readonly Difference[], [quote, source]: readonly [string, string]): Difference {
  const [first, last] = [entryAt(group, 0), lastOf(group)];
  const [at, span] = [[first.at[0], last.at[1]] as const, [first.span[0], last.span[1]] as const];
  return { kind: 'list-mark', quoted: quote.slice(...at), source: source.slice(...span), at, span };
}

function isListMark(
  { quoted, source, at, span }: Difference,
  {
    starts,
    article,
    quote,
  }: { readonly starts: ReadonlySet<number>; readonly article: Article; readonly quote: string },
): boolean {
  const [own, their] = [quoted.trim(), source.trim()];
  if ((own === '') === (their === '')) return false;
  const rest = own === '' ? article.source.slice(span[1], span[1] + AHEAD) : quote.slice(at[1], at[1] + AHEAD);
  if (!isMark(own + their, rest)) return false;
  // White space before a mark belongs to what is left of it.
  const text = article.source.slice(span[0], span[0] + AHEAD);
  return starts.has(span[0] + (text.length - text.trimStart().length));
}

/** "A." before a capital may begin a name. */
function isMark(text: string, rest: string): boolean {
  if (/^\p{Lu}\.$/u.test(text)) return !AT_CAPITAL.test(rest);
  return MARK.test(text) || (OUTLINE.test(text) && AT_CAPITAL.test(rest));
}

/** A first word, and the space behind it. */
const OPENING = /^(\S{1,20})\s{1,10}/u;
/** As far as the space before a mark and what follows it reach. */
const AHEAD = 40;
