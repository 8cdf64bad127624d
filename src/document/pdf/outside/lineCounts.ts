import type { Glyphs } from '../glyphs.ts';
import { usualOf } from '../pdfLine.ts';

/** Counts of lines that a document has at least. */
const MIN_COUNTS = 10;
/** Share of the counts that follow the one above by the step, where pages begin and lists break in between. */
const EVEN_SHARE = 0.8;
/** Share of a page's other letters that may begin as far left as a count. */
const BESIDE_SHARE = 0.05;
const STEP_MAX = 20;

/**
 * Takes out the numbers that count every fifth line or so in the left margin, as bills, bylaws and drafts have them: bare,
 * left of the text, each one step more than the one above, and all of them multiples of that step.
 */
export function withoutLineCounts(pages: readonly (readonly Glyphs[])[]): readonly (readonly Glyphs[])[] {
  const counts = pages.map(marginNumbers);
  const steps = counts.flatMap((page) => page.slice(1).map((each, at) => countOf(each) - countOf(page[at] ?? each)));
  const step = usualOf(steps.map((each) => [each, 1])) ?? 0;
  const even = steps.filter((each) => each === step).length;
  const all = counts.flat();
  const multiples = all.filter((each) => countOf(each) % step === 0);
  const isCounted =
    step > 1 &&
    step <= STEP_MAX &&
    multiples.length >= MIN_COUNTS &&
    multiples.length >= all.length * EVEN_SHARE &&
    even >= steps.length * EVEN_SHARE;
  if (!isCounted) return pages;
  const taken = new Set(multiples);
  return pages.map((page) => page.filter((each) => !taken.has(each)));
}

/** The bare numbers of a page left of everything else, from the top down. */
function marginNumbers(page: readonly Glyphs[]): readonly Glyphs[] {
  const bare = page.filter(({ text }) => /^\s*\d{1,4}\s*$/u.test(text));
  const others = page.filter((each) => !bare.includes(each)).map(({ x }) => x);
  return bare
    .filter(({ right }) => others.filter((x) => x < right).length <= others.length * BESIDE_SHARE)
    .toSorted((a, b) => a.y - b.y);
}

function countOf({ text }: Glyphs): number {
  return Number(text);
}
