import { blockTerms, STOP, type IndexedArticle } from './index/indexedArticle.ts';
import { Postings, type Entry, type NumberedEntry } from './index/postings.ts';
import type { ReadQuery } from './query/readQuery.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Vocabulary } from './index/vocabulary.ts';

/** A text block that may contain an answer. */
export interface Candidate {
  readonly indexed: IndexedArticle;
  /** Which of its text blocks. */
  readonly block: number;
}

/** Whether a candidate is allowed. */
export type Allowed = (candidate: Candidate) => boolean;

/** Finds the text blocks that share terms with a query. */
export interface Shortlist {
  /** Adds articles, one block or term per step. `find` ignores them until they are shown. */
  add(articles: readonly IndexedArticle[]): Steps<void>;
  show(indexed: IndexedArticle): void;
  hide(indexed: IndexedArticle): void;
  /** Removes what `add` added and `hide` has hidden, one block per step. */
  remove(articles: readonly IndexedArticle[]): Steps<void>;
  /** Returns up to `limit` blocks, most promising first. */
  find(query: ReadQuery, options: ShortlistOptions): readonly Candidate[];
}

export interface ShortlistOptions {
  readonly limit: number;
  readonly allowed?: Allowed | undefined;
  /** Whether the query's last word may be incomplete. Default: false. */
  readonly prefix?: boolean | undefined;
}

/** Maximum number of postings read for a query, once `MIN_TERMS` terms have been looked up. */
const MAX_POSTINGS = 6000;
const MIN_TERMS = 1;
/** Shorter prefixes match too many words to be useful. */
const PREFIX_MIN_CHARS = 3;
const MAX_SOFT_TERMS = 16;

/** Creates an empty shortlist on MiniSearch. */
export function createShortlist(vocabulary: Vocabulary): Shortlist {
  const index = new Postings();
  const candidates = new Map<number, Candidate>();
  const firstIds = new Map<IndexedArticle, number>();
  const shown = new Set<IndexedArticle>();
  let nextId = 0;

  const entryOf = (indexed: IndexedArticle, block: number, id: number): Entry => {
    const write = (ids: Iterable<number>) => Array.from(ids, (term) => vocabulary.terms[term]!).join(' ');
    const { text, context } = numberedEntry(indexed, block);
    return { id, text: write(text), context: write(context) };
  };
  const reserve = (indexed: IndexedArticle): void => {
    firstIds.set(indexed, nextId);
    for (let block = 0; block < indexed.blockIndex.length; block += 1)
      candidates.set(nextId + block, { indexed, block });
    nextId += indexed.blockIndex.length;
  };

  return {
    *add(articles) {
      const isEmpty = nextId === 0;
      for (const indexed of articles) reserve(indexed);
      if (isEmpty) return yield* index.fill(numberedEntries(articles), vocabulary.terms);
      for (const indexed of articles)
        for (let block = 0; block < indexed.blockIndex.length; block += 1) {
          index.add(entryOf(indexed, block, firstIds.get(indexed)! + block));
          yield;
        }
    },
    show: (indexed) => shown.add(indexed),
    hide: (indexed) => shown.delete(indexed),
    *remove(articles) {
      for (const indexed of articles) {
        const first = firstIds.get(indexed)!;
        for (let block = 0; block < indexed.blockIndex.length; block += 1) {
          index.remove(entryOf(indexed, block, first + block));
          candidates.delete(first + block);
          yield;
        }
        firstIds.delete(indexed);
      }
    },
    find(query, { limit, allowed, prefix = false }) {
      const isWanted = (candidate: Candidate) => shown.has(candidate.indexed) && (allowed?.(candidate) ?? true);
      const search = (terms: readonly string[]) =>
        index
          .search(terms.join(' '), {
            ...(prefix
              ? { prefix: (term: string, at: number) => at === terms.length - 1 && term.length >= PREFIX_MIN_CHARS }
              : {}),
            filter: ({ id }: { id: number }) => isWanted(candidates.get(id)!),
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

/** Stop words are left out: they are in most blocks. */
function numberedEntry(indexed: IndexedArticle, block: number): NumberedEntry {
  const [from, to] = blockTerms(indexed, block);
  const text: number[] = [];
  for (let at = from; at < to; at += 1) if (indexed.shapes[at] !== STOP) text.push(indexed.terms[at]!);
  return { text, context: [...indexed.titleTerms, ...indexed.headingTerms[block]!] };
}

function* numberedEntries(articles: readonly IndexedArticle[]): Iterable<NumberedEntry> {
  for (const indexed of articles)
    for (let block = 0; block < indexed.blockIndex.length; block += 1) yield numberedEntry(indexed, block);
}

/**
 * Lists the terms to look up, rarest first. Leaves out the most common ones if the rarer ones are already in more
 * blocks than can be ranked: common terms affect the order, not the candidates.
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
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || (vocabulary.terms[a]! < vocabulary.terms[b]! ? -1 : 1))
    .map(([id]) => id);
  let blocks = 0;
  return [...new Set(soft)]
    .filter((id) => !exact.has(id) && vocabulary.blocksWith(id) > 0)
    .filter((id) => (blocks += vocabulary.blocksWith(id)) <= MAX_POSTINGS)
    .slice(0, MAX_SOFT_TERMS)
    .map((id) => vocabulary.terms[id]!);
}
