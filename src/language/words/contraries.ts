import english from '../lists/englishContraries.json' with { type: 'json' };
import { lookUpRow } from './rowLookup.ts';

/** Lists the stems of verbs and adjectives that say the contrary of an English one ("allow": "forbid"), the commonest first. */
export function contraryStems(stem: string): readonly string[] {
  return lookUpRow(english.rows, stem)?.split(' ') ?? [];
}
