import type { Article } from '../../article/article.ts';
import { detectLanguage } from '../../language/detectLanguage.ts';
import { primaryLanguage } from '../../language/words/stem.ts';
import { createAliasTable } from '../query/aliases.ts';
import { indexArticle, type IndexedArticle } from './indexedArticle.ts';
import { createNumbering } from './numbering.ts';
import { readQuery, type ReadQuery } from '../query/readQuery.ts';
import { createShortlist, type Candidate, type ShortlistOptions } from '../shortlist.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import { createTally } from '../features/tally.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { weighQuery, type Statistics, type WeighedQuery } from '../query/weighQuery.ts';

/** Indexed articles, and the statistics over all of them that ranking needs. */
export interface Collection {
  readonly articles: ReadonlyMap<string, IndexedArticle>;
  readonly vocabulary: Vocabulary;
  /** The articles' languages, most frequent first. */
  readonly languages: readonly string[];
  /** Throws if an article with this id is already there. */
  add(article: Article): void;
  /** Applies changes in steps. A search between two steps sees all of them or none. */
  change(changes: Changes): Steps<void>;
  /** Parses a query over these articles, by id; default: all. */
  read(text: string, asked?: ReadonlySet<string>): ReadQuery;
  /** Returns the candidate blocks for a query, and what ranking them needs. */
  candidatesFor(query: ReadQuery, options: CandidateOptions): RankingTask;
}

/** What to change in a collection. */
export interface Changes {
  /** Articles to add, each replacing the one with its id if there is one. Throws if two have the same id. */
  readonly put?: readonly Article[];
  /** Articles to add that are already split into columns, by the collection's vocabulary. */
  readonly ready?: readonly IndexedArticle[];
  /** Ids of articles to remove, if present. */
  readonly remove?: readonly string[];
  /** Called in the same step in which the changes become visible. */
  readonly exchanged?: () => void;
}

export interface CandidateOptions extends Omit<ShortlistOptions, 'limit'> {
  /** Blocks found in another way; the shortlist is not used then. */
  readonly among?: readonly Candidate[] | undefined;
}

interface RankingTask {
  readonly query: WeighedQuery;
  readonly candidates: readonly Candidate[];
  readonly statistics: Statistics;
}

/** How many blocks are ranked. */
const SHORTLIST_BLOCKS = 40;

/** Creates an empty collection. Adding and removing take time proportional to the article. */
export function createCollection(): Collection {
  const vocabulary = createVocabulary();
  const shortlist = createShortlist(vocabulary);
  const aliases = createAliasTable();
  let articles = new Map<string, IndexedArticle>();
  const articlesIn = new Map<string, number>();
  const totals = { sentences: 0, blocks: 0, words: 0 };

  const tally = createTally(vocabulary);
  const numbering = createNumbering(vocabulary);

  const count = (indexed: IndexedArticle, change: 1 | -1): void => {
    totals.sentences += change * indexed.sentenceBlock.length;
    totals.blocks += change * indexed.blockIndex.length;
    totals.words += change * indexed.contentStart.at(-1)!;
    vocabulary.countForms(indexed.forms, change);
    aliases.change(indexed.aliases, change);
    const language = primaryLanguage(indexed.article.language);
    articlesIn.set(language, (articlesIn.get(language) ?? 0) + change);
  };
  function* tallied(all: readonly IndexedArticle[], change: 1 | -1): Steps<void> {
    for (const indexed of all) {
      tally.add(indexed, change);
      yield;
    }
  }
  function* change({ put = [], ready = [], remove = [], exchanged }: Changes): Steps<void> {
    const incoming = [...ready];
    for (const article of put)
      incoming.push(yield* indexArticle(article, { vocabulary, numberOf: numbering(article.language) }));
    incoming.sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
    const ids = new Set<string>();
    for (const { article } of incoming) {
      if (ids.has(article.id)) throw new Error(`Cannot index article "${article.id}": it is indexed already`);
      ids.add(article.id);
    }
    yield* shortlist.add(incoming);
    const leaving = [...new Set([...remove, ...ids])].flatMap((id) => articles.get(id) ?? []);
    yield* tallied(leaving, -1);
    yield* tallied(incoming, 1);
    vocabulary.count(tally.take());
    // A search in progress continues over the articles it started with.
    const changed = new Map(articles);
    for (const indexed of leaving) {
      changed.delete(indexed.article.id);
      shortlist.hide(indexed);
      count(indexed, -1);
    }
    for (const indexed of incoming) {
      changed.set(indexed.article.id, indexed);
      shortlist.show(indexed);
      count(indexed, 1);
    }
    articles = sortedById(changed);
    exchanged?.();
    yield* shortlist.remove(leaving);
  }

  /** Lists the languages of the searched articles: the query's first if it is among them, then the most frequent. */
  const languagesFor = (text: string, asked: ReadonlySet<string> | undefined): readonly string[] => {
    const among = mostFrequent(asked && asked.size < articles.size ? countLanguages(asked, articles) : articlesIn);
    if (among.length < 2) return among;
    const own = primaryLanguage(detectLanguage(text) ?? among[0]!);
    return among.includes(own) ? [own, ...among.filter((language) => language !== own)] : among;
  };

  return {
    get articles() {
      return articles;
    },
    vocabulary,
    get languages() {
      return mostFrequent(articlesIn);
    },
    change,
    add(article) {
      if (articles.has(article.id)) throw new Error(`Cannot index article "${article.id}": it is indexed already`);
      finish(change({ put: [article] }));
    },
    read: (text, asked) => readQuery(text, { vocabulary, aliases, languages: languagesFor(text, asked) }),
    candidatesFor(read, { among, ...options }) {
      const statistics = { vocabulary, ...totals };
      const candidates =
        read.terms.length === 0 ? [] : (among ?? shortlist.find(read, { limit: SHORTLIST_BLOCKS, ...options }));
      return { query: weighQuery(read, statistics), candidates, statistics };
    },
  };
}

function countLanguages(
  ids: ReadonlySet<string>,
  articles: ReadonlyMap<string, IndexedArticle>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const indexed = articles.get(id);
    if (!indexed) continue;
    const language = primaryLanguage(indexed.article.language);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

function sortedById<Value>(byId: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...byId].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mostFrequent(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language);
}
