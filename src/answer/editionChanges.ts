import type { Article, Block } from '../article/article.ts';
import { formatReference } from '../article/references/reference.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { type Change, wordChanges } from './compareEditions.ts';

/** A block of an edition: how it is cited, and its words. */
interface CitedText {
  readonly reference: string;
  readonly text: string;
}

/** A block whose words differ; `words` only for blocks that are short enough to be compared at once. */
interface ChangedText {
  readonly before: CitedText;
  readonly after: CitedText;
  readonly words?: readonly Change[] | undefined;
}

/**
 * What a newer edition changes, block by block, furniture left out. `same` and `moved` are counts: word for word in the same
 * order, or elsewhere.
 */
export interface EditionChanges {
  readonly same: number;
  readonly moved: number;
  readonly changed: readonly ChangedText[];
  readonly added: readonly CitedText[];
  readonly removed: readonly CitedText[];
}

/** Comparing words takes up to the square of their number. */
const COMPARED_MAX_CHARS = 1500;
const COMPARED_MAX = 3;
/** Two blocks with at least this share of their words in common are one that was changed. */
const SIMILAR_SHARE = 0.5;
/** So are two of which one holds at least this share of the other's words, if those are not few: one was cut or added to. */
const HELD_SHARE = 0.8;
const HELD_MIN_WORDS = 6;

/**
 * Compares two editions of an article. Every block of the old one is the same, moved, changed or removed, and every block
 * of the new one the same, moved, changed or added. Takes about linear time.
 */
export function editionChanges(old: Article, next: Article): EditionChanges {
  const [before, after] = [textsOf(old), textsOf(next)];
  const { inOrder, elsewhere } = matchTexts(before, after);
  const changed: ChangedText[] = [];
  const added: CitedText[] = [];
  const removed: CitedText[] = [];
  const taken = new Set([...inOrder.values(), ...elsewhere.values()]);
  let from = 0;
  let unmatched: CitedText[] = [];
  const closeGap = (to: number): void => {
    const gone = before.slice(from, to).filter((_, index) => !taken.has(from + index));
    while (gone.length > 0 || unmatched.length > 0) {
      const [one, other] = [gone[0], unmatched[0]];
      if (one && other && isSimilar(one.text, other.text)) {
        changed.push(changedText(one, other, changed.length < COMPARED_MAX));
        gone.shift();
        unmatched.shift();
      } else if (one && (!other || gone.length > unmatched.length)) removed.push(gone.shift() ?? one);
      else if (other) added.push(unmatched.shift() ?? other);
    }
    unmatched = [];
  };
  after.forEach((cited, index) => {
    const at = inOrder.get(index);
    if (at === undefined) {
      if (!elsewhere.has(index)) unmatched.push(cited);
      return;
    }
    closeGap(at);
    from = at + 1;
  });
  closeGap(before.length);
  return { same: inOrder.size, moved: elsewhere.size, changed, added, removed };
}

/** By index in the new edition, where the same text is in the old one: in the same order, and elsewhere. */
function matchTexts(
  before: readonly CitedText[],
  after: readonly CitedText[],
): Readonly<Record<'inOrder' | 'elsewhere', ReadonlyMap<number, number>>> {
  const places = Map.groupBy(before.keys(), (index) => entryAt(before, index).text);
  const pairs = after.flatMap(({ text }, index) => {
    const at = places.get(text)?.shift();
    return at === undefined ? [] : [[index, at] as const];
  });
  const kept = longestRising(pairs.map(([, at]) => at));
  return {
    inOrder: new Map(pairs.filter((_, index) => kept.has(index))),
    elsewhere: new Map(pairs.filter((_, index) => !kept.has(index))),
  };
}

/** Returns the indexes of a longest rising subsequence (patience sorting). */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entryAt(numbers, entryAt(tops, middle)) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(tops[low - 1]);
    tops[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tops.at(-1); index !== undefined; index = previous[index]) kept.add(index);
  return kept;
}

function changedText(before: CitedText, after: CitedText, isCompared: boolean): ChangedText {
  const isShort = Math.max(before.text.length, after.text.length) <= COMPARED_MAX_CHARS;
  return { before, after, ...(isCompared && isShort ? { words: wordChanges(before.text, after.text) } : {}) };
}

function isSimilar(one: string, other: string): boolean {
  const [left, right] = [firstWords(one), firstWords(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const fewer = Math.min(left.size, right.size);
  return (
    shared >= SIMILAR_SHARE * Math.max(left.size, right.size) ||
    (fewer >= HELD_MIN_WORDS && shared >= HELD_SHARE * fewer)
  );
}

function firstWords(text: string): ReadonlySet<string> {
  return new Set(text.slice(0, COMPARED_MAX_CHARS).toLowerCase().split(/\s+/u));
}

function textsOf({ blocks, source }: Article): readonly CitedText[] {
  const counts = new Map<Block['kind'], number>();
  return blocks.flatMap((block) => {
    const count = (counts.get(block.kind) ?? 0) + 1;
    counts.set(block.kind, count);
    if (isFurniture(block)) return [];
    const number = 'number' in block ? block.number : count;
    const reference = formatReference({ target: block.kind, from: number, to: number });
    return [{ reference, text: source.slice(...block.span).replaceAll(/\s+/gu, ' ') }];
  });
}

function isFurniture(block: Block): boolean {
  return block.kind === 'paragraph' && block.role === 'furniture';
}
