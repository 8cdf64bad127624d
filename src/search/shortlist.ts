import MiniSearch from 'minisearch';
import { blockTerms, type IndexedArticle } from './indexedArticle.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text block that may hold an answer. */
export interface Candidate {
  readonly indexed: IndexedArticle;
  /** Which of its text blocks. */
  readonly block: number;
}

/** Tells whether a candidate may be given at all. */
export type Allowed = (candidate: Candidate) => boolean;

/** Finds the text blocks that share terms with a query. */
export interface Shortlist {
  add(indexed: IndexedArticle): void;
  /** Takes out what `add` put in; cost is that of the article. */
  remove(indexed: IndexedArticle): void;
  /** Gives up to `limit` blocks, likeliest first. With `prefix` the last term may be the start of one. */
  find(terms: readonly string[], options: ShortlistOptions): readonly Candidate[];
}

export interface ShortlistOptions {
  readonly limit: number;
  readonly allowed?: Allowed | undefined;
  readonly prefix?: boolean;
}

interface Entry {
  readonly id: number;
  /** Terms between spaces: they were split and stemmed before. */
  readonly text: string;
  readonly context: string;
}

/** Creates an empty shortlist on MiniSearch. */
export function createShortlist(vocabulary: Vocabulary): Shortlist {
  const index = new MiniSearch<Entry>({
    fields: ['text', 'context'],
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
    processTerm: (term) => term,
    searchOptions: { boost: { context: 0.3 }, bm25: { k: 0.8, b: 0.35, d: 0 } },
  });
  const candidates = new Map<number, Candidate>();
  const firstIds = new Map<IndexedArticle, number>();
  let nextId = 0;

  const entryOf = (indexed: IndexedArticle, block: number, id: number): Entry => {
    const write = (ids: Iterable<number>) => Array.from(ids, (term) => vocabulary.terms[term]!).join(' ');
    const [from, to] = blockTerms(indexed, block);
    const context = [...indexed.titleTerms, ...indexed.headingTerms[block]!];
    return { id, text: write(indexed.terms.subarray(from, to)), context: write(context) };
  };

  return {
    add(indexed) {
      firstIds.set(indexed, nextId);
      for (let block = 0; block < indexed.blockIndex.length; block += 1) {
        const id = nextId + block;
        candidates.set(id, { indexed, block });
        index.add(entryOf(indexed, block, id));
      }
      nextId += indexed.blockIndex.length;
    },
    remove(indexed) {
      const first = firstIds.get(indexed)!;
      for (let block = 0; block < indexed.blockIndex.length; block += 1) {
        index.remove(entryOf(indexed, block, first + block));
        candidates.delete(first + block);
      }
      firstIds.delete(indexed);
    },
    find(terms, { limit, allowed, prefix = false }) {
      const query = terms.join(' ');
      const found = index.search(query, {
        ...(prefix ? { prefix: (_term: string, position: number) => position === terms.length - 1 } : {}),
        ...(allowed ? { filter: ({ id }: { id: number }) => allowed(candidates.get(id)!) } : {}),
      });
      return found.slice(0, limit).map(({ id }) => candidates.get(id as number)!);
    },
  };
}
