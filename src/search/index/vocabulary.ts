import { createGramIndex, type GramIndex } from './gramIndex.ts';
import { letterMask } from './letterMask.ts';

/** A folded word with the term it is reduced to; a word of several languages can have several. */
export interface WordForm {
  readonly word: string;
  /** The term's number. */
  readonly term: number;
  /** Which letters the word has; see `letterMask`. */
  readonly mask: number;
  /** How many indexed articles have it. */
  readonly articles: number;
}

/** By how many sentences and blocks the counts of some terms change. */
export interface TermCounts {
  /** By vocabulary number, each once. */
  readonly ids: readonly number[];
  /** By index in `ids`. */
  readonly sentences: readonly number[];
  readonly blocks: readonly number[];
}

/** Every term of the indexed articles with a number, and in how many sentences and blocks it is. */
export interface Vocabulary {
  /** By number, from 0. */
  readonly terms: readonly string[];
  /** Finds similarly spelt terms. */
  readonly grams: Pick<GramIndex, 'similar'>;
  /** By number, from 0. */
  readonly forms: readonly WordForm[];
  idOf(term: string): number | undefined;
  /** Returns the number of a term; a new one if it has none. */
  intern(term: string): number;
  /** Returns the number of a word that is reduced to this term; a new one if it has none. */
  internForm(word: string, term: number): number;
  /** How many indexed sentences have the term. */
  sentencesWith(id: number): number;
  blocksWith(id: number): number;
  /** Adds the sums of a tally. */
  count(counts: TermCounts): void;
  /** Adds (1) or subtracts (-1) an article's different forms. */
  countForms(forms: Iterable<number>, change: 1 | -1): void;
}

/** Creates an empty vocabulary. Terms keep their number when their last article is removed. */
export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const forms: { readonly word: string; readonly term: number; readonly mask: number; articles: number }[] = [];
  const formIds = new Map<string, number>();
  const grams = createGramIndex();
  const counts = { sentence: [] as number[], block: [] as number[] };
  const intern = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = terms.push(term) - 1;
    ids.set(term, id);
    grams.add(id, term);
    counts.sentence.push(0);
    counts.block.push(0);
    return id;
  };
  return {
    terms,
    grams,
    forms,
    idOf: (term) => ids.get(term),
    intern,
    internForm(word, term) {
      const key = `${term} ${word}`;
      const known = formIds.get(key);
      if (known !== undefined) return known;
      const form = forms.push({ word, term, mask: letterMask(word), articles: 0 }) - 1;
      formIds.set(key, form);
      return form;
    },
    sentencesWith: (id) => counts.sentence[id]!,
    blocksWith: (id) => counts.block[id]!,
    count({ ids: counted, sentences, blocks }) {
      for (let at = 0; at < counted.length; at += 1) {
        counts.sentence[counted[at]!]! += sentences[at]!;
        counts.block[counted[at]!]! += blocks[at]!;
      }
    },
    countForms(counted, change) {
      for (const form of counted) forms[form]!.articles += change;
    },
  };
}
