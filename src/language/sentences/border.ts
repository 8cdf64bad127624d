import type { SentenceWords } from './words.ts';

/** Where one sentence ends and the next begins; between the two is white space or nothing. */
export interface Border {
  readonly end: number;
  readonly start: number;
  /** Set by the layout (an empty line, a list item), whatever the words say. */
  readonly fixed?: true;
}

/** One step: takes borders away, moves them or adds some. They stay in order and never overlap. */
export type BorderPass = (text: string, borders: readonly Border[], words: SentenceWords) => readonly Border[];

/** Makes the border around an offset, taking in the white space on both sides. */
export function borderAt(text: string, offset: number): Border {
  let [end, start] = [offset, offset];
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end -= 1;
  while (start < text.length && /\s/u.test(text.charAt(start))) start += 1;
  return { end, start };
}

/**
 * Puts lists of borders in order, one for each place, the fixed one if there are two; those with nothing before or
 * after them are dropped.
 */
export function inOrder(text: string, borders: readonly Border[]): readonly Border[] {
  const sorted = borders
    .filter(({ end, start }) => end > 0 && start < text.length)
    .sort((a, b) => a.end - b.end || Number(b.fixed ?? false) - Number(a.fixed ?? false));
  const kept: Border[] = [];
  for (const border of sorted)
    if ((kept.at(-1)?.start ?? -1) <= border.end && kept.at(-1)?.start !== border.start) kept.push(border);
  return kept;
}
