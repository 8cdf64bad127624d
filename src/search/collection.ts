import type { Article } from '../article/article.ts';
import { primaryLanguage } from '../language/stem.ts';
import { createAliasTable } from './aliases.ts';
import { blockTerms, indexArticle, type IndexedArticle } from './indexedArticle.ts';
import { readQuery, type ReadQuery } from './readQuery.ts';
import { createShortlist, type Candidate, type ShortlistOptions } from './shortlist.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { weighQuery, type Statistics, type WeighedQuery } from './weighQuery.ts';

/** Indexed articles, and the counts over all of them that ranking needs. */
export interface Collection {
  readonly articles: ReadonlyMap<string, IndexedArticle>;
  readonly vocabulary: Vocabulary;
  /** The articles' languages, the most frequent first. */
  readonly languages: readonly string[];
  /** Throws when an article with this id is already there. */
  add(article: Article): void;
  /** Takes an article out, if it is there. */
  remove(id: string): void;
  read(text: string): ReadQuery;
  /** Gives the blocks to look at for a query, and what ranking them takes. */
  candidatesFor(query: ReadQuery, options: CandidateOptions): RankingTask;
}

export interface CandidateOptions extends Omit<ShortlistOptions, 'limit'> {
  /** Blocks that were found another way; the shortlist is not asked then. */
  readonly among?: readonly Candidate[] | undefined;
}

export interface RankingTask {
  readonly query: WeighedQuery;
  readonly candidates: readonly Candidate[];
  readonly statistics: Statistics;
}

/** How many blocks the ranker looks at. */
const SHORTLIST_BLOCKS = 40;

/** Creates an empty collection. Adding and removing cost in proportion to the article. */
export function createCollection(): Collection {
  const vocabulary = createVocabulary();
  const shortlist = createShortlist(vocabulary);
  const aliases = createAliasTable();
  const articles = new Map<string, IndexedArticle>();
  const articlesIn = new Map<string, number>();
  const totals = { sentences: 0, blocks: 0, words: 0 };

  const count = (indexed: IndexedArticle, change: 1 | -1): void => {
    const { terms, sentenceStart, sentenceBlock, blockIndex, contentStart } = indexed;
    for (let at = 0; at < sentenceBlock.length; at += 1)
      vocabulary.count('sentence', new Set(terms.subarray(sentenceStart[at], sentenceStart[at + 1])), change);
    for (let at = 0; at < blockIndex.length; at += 1)
      vocabulary.count('block', new Set(terms.subarray(...blockTerms(indexed, at))), change);
    totals.sentences += change * sentenceBlock.length;
    totals.blocks += change * blockIndex.length;
    totals.words += change * contentStart.at(-1)!;
    aliases.change(indexed.aliases, change);
    const language = primaryLanguage(indexed.article.language);
    articlesIn.set(language, (articlesIn.get(language) ?? 0) + change);
  };

  return {
    articles,
    vocabulary,
    get languages() {
      return mostFrequent(articlesIn);
    },
    add(article) {
      if (articles.has(article.id)) throw new Error(`Cannot index article "${article.id}": it is indexed already`);
      const indexed = indexArticle(article, vocabulary);
      articles.set(article.id, indexed);
      shortlist.add(indexed);
      count(indexed, 1);
    },
    remove(id) {
      const indexed = articles.get(id);
      if (!indexed) return;
      articles.delete(id);
      shortlist.remove(indexed);
      count(indexed, -1);
    },
    read: (text) => readQuery(text, { vocabulary, aliases, languages: mostFrequent(articlesIn) }),
    candidatesFor(read, { among, ...options }) {
      const statistics = { vocabulary, ...totals };
      const candidates =
        read.terms.length === 0 ? [] : (among ?? shortlist.find(read, { limit: SHORTLIST_BLOCKS, ...options }));
      return { query: weighQuery(read, statistics), candidates, statistics };
    },
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language);
}
