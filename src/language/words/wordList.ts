import english from '../lists/englishWords.json' with { type: 'json' };
import { lookUpRow } from './rowLookup.ts';

/** Binary logarithm of how many words the list was counted from, of all the list's words together. */
const TOTAL_LOG2 = 26;

/** Returns true if a stem is that of a known English word. */
export function isKnownStem(stem: string): boolean {
  return lookUpRow(english.rows, stem) !== undefined;
}

/**
 * Says how rare an English stem is in general, between 0 (every other word) and 1 (not in the list): the share of the
 * bits that seeing it tells. Words with figures in them count as rare.
 */
export function rarityOf(stem: string): number {
  const count = lookUpRow(english.rows, stem);
  return count === undefined ? 1 : 1 - Number(count) / TOTAL_LOG2;
}
