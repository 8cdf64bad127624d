import MiniSearch from 'minisearch';
import { blockTerms, STOP, type IndexedArticle } from './indexedArticle.ts';
import type { ReadQuery } from './readQuery.ts';
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
  /** Gives up to `limit` blocks, likeliest first. */
  find(query: ReadQuery, options: ShortlistOptions): readonly Candidate[];
}

export interface ShortlistOptions {
  readonly limit: number;
  readonly allowed?: Allowed | undefined;
  /** The query's last word may be the start of one. Default false. */
  readonly prefix?: boolean | undefined;
}

interface Entry {
  readonly id: number;
  /** Terms between spaces: they were split and stemmed before. */
  readonly text: string;
  readonly context: string;
}

/** Postings read for a query, at most, once `MIN_TERMS` terms are looked for. */
const MAX_POSTINGS = 6000;
const MIN_TERMS = 1;
/** Shorter starts begin too many words to tell anything. */
const PREFIX_MIN_CHARS = 3;
const MAX_SOFT_TERMS = 16;

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
    const content = indexed.terms.subarray(from, to).filter((_, at) => indexed.shapes[from + at] !== STOP);
    const context = [...indexed.titleTerms, ...indexed.headingTerms[block]!];
    return { id, text: write(content), context: write(context) };
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
    find(query, { limit, allowed, prefix = false }) {
      const search = (terms: readonly string[]) =>
        index
          .search(terms.join(' '), {
            ...(prefix
              ? { prefix: (term: string, at: number) => at === terms.length - 1 && term.length >= PREFIX_MIN_CHARS }
              : {}),
            ...(allowed ? { filter: ({ id }: { id: number }) => allowed(candidates.get(id)!) } : {}),
          })
          .map(({ id }) => id as number);
      const ids = search(selective(query, vocabulary)).slice(0, limit);
      if (ids.length < limit && !prefix) {
        const known = new Set(ids);
        ids.push(
          ...search(softTerms(query, vocabulary))
            .filter((id) => !known.has(id))
            .slice(0, limit - ids.length),
        );
      }
      return ids.map((id) => candidates.get(id)!);
    },
  };
}

/**
 * Lists the terms to look for, rarest first, and leaves out the most common ones where the rarer ones alone are in more
 * blocks than can be looked at: they decide the order, not what is looked at.
 */
function selective({ terms }: ReadQuery, vocabulary: Vocabulary): readonly string[] {
  const ids = [...new Set(terms.flatMap((term) => term.ids))];
  const counted = ids.map((id) => ({ id, blocks: vocabulary.blocksWith(id) })).sort((a, b) => a.blocks - b.blocks);
  let blocks = 0;
  const chosen = counted.filter((term, position) => {
    blocks += term.blocks;
    return position < MIN_TERMS || blocks <= MAX_POSTINGS;
  });
  const unfinished = terms.at(-1)?.term;
  const names = chosen.map(({ id }) => vocabulary.terms[id]!);
  return unfinished === undefined ? names : [...names.filter((name) => name !== unfinished), unfinished];
}

function softTerms({ terms }: ReadQuery, vocabulary: Vocabulary): readonly string[] {
  const exact = new Set(terms.flatMap(({ ids }) => ids));
  const soft = terms
    .flatMap(({ related, similar }) => [...related, ...similar])
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id);
  let blocks = 0;
  return [...new Set(soft)]
    .filter((id) => !exact.has(id) && (blocks += vocabulary.blocksWith(id)) <= MAX_POSTINGS)
    .slice(0, MAX_SOFT_TERMS)
    .map((id) => vocabulary.terms[id]!);
}
