import type { Step } from '../../language/quotations/alignWords.ts';
import type { Word } from '../../language/words/words.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface Sides {
  /** Folded words of the quotation and of the source. */
  readonly quote: readonly string[];
  readonly source: readonly string[];
  readonly words: readonly Word[];
  readonly text: string;
}

/** Words at an edge that are looked for again, and how far in the source. */
const EDGE_WORDS = 8;
const REACH_WORDS = 60;

/**
 * Reads words at the edges of a quotation that the alignment took for others as the source's own, where these are in the
 * same sentence: what is between was left out. "On to expand its operations" leaves words out after "On".
 */
export function rejoinedEdges(steps: readonly Step[], sides: Sides): readonly Step[] {
  return rejoinedEnd(rejoinedStart(steps, sides), sides);
}

function rejoinedStart(steps: readonly Step[], { quote, source, words, text }: Sides): readonly Step[] {
  const first = steps.findIndex(({ kind }) => kind === 'same');
  if (first <= 0) return steps;
  const { quote: at, source: to } = entryAt(steps, first);
  for (let count = Math.min(at, EDGE_WORDS); count > 0; count -= 1) {
    const rest = at - count;
    for (let start = to - rest - count; start >= Math.max(0, to - REACH_WORDS); start -= 1) {
      if (!hasSameWords(quote, source, { at: 0, to: start, count })) continue;
      if (!isOneSentence(text, words, [start, to])) break;
      const removed = to - rest - (start + count);
      return [
        ...range(count).map((step): Step => ({ kind: 'same', quote: step, source: start + step })),
        ...range(removed).map((step): Step => ({ kind: 'removed', quote: count, source: start + count + step })),
        ...range(rest).map((step): Step => ({ kind: 'changed', quote: count + step, source: to - rest + step })),
        ...steps.slice(first),
      ];
    }
  }
  return steps;
}

function rejoinedEnd(steps: readonly Step[], { quote, source, words, text }: Sides): readonly Step[] {
  const last = steps.findLastIndex(({ kind }) => kind === 'same');
  if (last === -1 || last === steps.length - 1) return steps;
  const { quote: at, source: to } = entryAt(steps, last);
  const open = quote.length - at - 1;
  for (let count = Math.min(open, EDGE_WORDS); count > 0; count -= 1) {
    const rest = open - count;
    for (let start = to + 1 + rest; start <= Math.min(source.length - count, to + REACH_WORDS); start += 1) {
      if (!hasSameWords(quote, source, { at: quote.length - count, to: start, count })) continue;
      if (!isOneSentence(text, words, [to, start + count - 1])) break;
      return [
        ...steps.slice(0, last + 1),
        ...range(rest).map((step): Step => ({ kind: 'changed', quote: at + 1 + step, source: to + 1 + step })),
        ...range(start - to - 1 - rest).map((step): Step => ({
          kind: 'removed',
          quote: at + 1 + rest,
          source: to + 1 + rest + step,
        })),
        ...range(count).map((step): Step => ({
          kind: 'same',
          quote: quote.length - count + step,
          source: start + step,
        })),
      ];
    }
  }
  return steps;
}

function hasSameWords(
  quote: readonly string[],
  source: readonly string[],
  { at, to, count }: { readonly at: number; readonly to: number; readonly count: number },
): boolean {
  for (let step = 0; step < count; step += 1) if (quote[at + step] !== source[to + step]) return false;
  return true;
}

function isOneSentence(text: string, words: readonly Word[], [from, to]: readonly [number, number]): boolean {
  return !/[.!?]["”’»)\]]*\s|\n(?=\s*[\p{Lu}\n])/u.test(
    text.slice(entryAt(words, from).span[1], entryAt(words, to).span[0]),
  );
}

function range(count: number): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index);
}
