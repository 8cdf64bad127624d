import { introductionsOf } from '../../language/words/acronyms.ts';
import { tokensOf } from '../../language/words/tokens.ts';
import type { TermOf } from './terms.ts';
import type { Vocabulary } from '../index/vocabulary.ts';

/** A short name and the words of another name for the same thing, by vocabulary number. */
export interface Alias {
  readonly short: number;
  /** One for another short name, more for a long form; without stop words. */
  readonly other: readonly number[];
}

/** Finds the acronyms that a text defines. */
export function aliasesOf(text: string, language: string, termOf: TermOf, vocabulary: Vocabulary): readonly Alias[] {
  const idsOf = (words: string): number[] =>
    tokensOf(words, language).flatMap((token) => {
      const term = token.joined ? undefined : termOf(token);
      return term === undefined ? [] : [vocabulary.intern(term)];
    });
  const found = new Map<string, Alias>();
  for (const { short, other } of introductionsOf(text)) {
    const [shorts, others] = [idsOf(short), idsOf(other)];
    if (shorts.length === 1 && others.length > 0 && !others.includes(shorts[0]!))
      found.set(`${shorts[0]!} ${others.join(' ')}`, { short: shorts[0]!, other: others });
  }
  return [...found.values()];
}

/** The aliases of all indexed articles. */
export interface AliasTable {
  change(aliases: readonly Alias[], change: 1 | -1): void;
  /** Names equivalent to this short name. */
  shortNames(id: number): readonly number[];
  /** The words of this short name's long forms. */
  longForms(id: number): readonly (readonly number[])[];
  /** Short names whose long form is entirely among these words, with the words each one covers. */
  within(ids: ReadonlySet<number>): readonly Alias[];
}

/** Creates an empty table. */
export function createAliasTable(): AliasTable {
  const byWord = new Map<number, Map<string, { readonly alias: Alias; count: number }>>();
  const rowsOf = (id: number): Alias[] => Array.from(byWord.get(id)?.values() ?? [], ({ alias }) => alias);
  return {
    change(aliases, change) {
      for (const alias of aliases)
        for (const id of new Set([alias.short, ...alias.other])) {
          const rows = byWord.get(id) ?? new Map<string, { readonly alias: Alias; count: number }>();
          const key = `${alias.short} ${alias.other.join(' ')}`;
          const count = (rows.get(key)?.count ?? 0) + change;
          if (count > 0) rows.set(key, { alias, count });
          else rows.delete(key);
          byWord.set(id, rows);
        }
    },
    shortNames: (id) =>
      rowsOf(id).flatMap(({ short, other }) => (other.length === 1 ? [short === id ? other[0]! : short] : [])),
    longForms: (id) => rowsOf(id).flatMap(({ short, other }) => (short === id && other.length > 1 ? [other] : [])),
    within: (ids) => [
      ...new Set([...ids].flatMap(rowsOf).filter(({ other }) => other.length > 1 && other.every((id) => ids.has(id)))),
    ],
  };
}
