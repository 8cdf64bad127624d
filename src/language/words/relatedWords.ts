import english from '../lists/englishRelated.json' with { type: 'json' };
import { lookUpRow } from './rowLookup.ts';

/** Lists the stems of words that can stand for an English one: derivations first, then synonyms, likeliest first. */
export function relatedStems(stem: string): readonly string[] {
  return lookUpRow(english.rows, stem)?.split(' ') ?? [];
}
