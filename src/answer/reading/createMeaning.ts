import type { Reader } from 'rapporteur-reader';
import { isBodyBlock, type Article } from '../../article/article.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { bytesOf, DIMENSIONS, product } from './byteVectors.ts';

/** Where vectors of articles are kept between two runs. Bytes that are not what was written are returned as undefined. */
export interface VectorFiles {
  readonly read: (article: Article) => Promise<Int8Array | undefined>;
  readonly write: (article: Article, vectors: Int8Array) => Promise<void>;
}

/** A sentence with how near its meaning is to a question's, -1 to 1. */
export interface NearSentence {
  readonly article: Article;
  /** Where it begins in the source. */
  readonly start: number;
  readonly nearness: number;
}

/** The sentences of articles, and their titles, placed by meaning. */
export interface Meaning {
  /** How many sentences of these articles are not placed yet. */
  readonly missing: (articles: Iterable<Article>) => number;
  /** Places the articles that are not placed yet, one after the other; ends early if the reader cannot. */
  readonly place: (articles: Iterable<Article>, signal?: AbortSignal) => Promise<void>;
  /** How near a sentence is to a question's vector; undefined if its article is not placed. */
  readonly nearness: (question: Float32Array, article: Article, start: number) => number | undefined;
  /** How near an article's title is to a question's vector; undefined if the article is not placed, or has no title. */
  readonly titleNearness: (question: Float32Array, article: Article) => number | undefined;
  /** Finds the nearest sentences of the articles that are placed, the nearest first. A step is an article, or a part of a long one. */
  readonly nearest: (
    question: Float32Array,
    articles: Iterable<Article>,
    count: number,
  ) => Steps<readonly NearSentence[]>;
}

/** About a millisecond of comparing. */
const SENTENCES_A_STEP = 2000;

interface Placed {
  readonly starts: readonly number[];
  readonly at: ReadonlyMap<number, number>;
  /** Of the sentences, then of the title. */
  readonly vectors: Int8Array;
}

/** Creates an empty store of vectors, which takes from files what was placed before. */
export function createMeaning(reader: Pick<Reader, 'place'>, files?: VectorFiles): Meaning {
  const known = new WeakMap<Article, Placed>();

  const placeOne = async (article: Article, signal: AbortSignal | undefined): Promise<boolean> => {
    const spans = article.blocks.flatMap((block) => (isBodyBlock(block) ? block.sentences : []));
    const starts = spans.map(([start]) => start);
    let vectors = await files?.read(article);
    if (vectors?.length !== (starts.length + 1) * DIMENSIONS) {
      const placing = await reader.place([...spans.map((span) => article.source.slice(...span)), article.title], {
        priority: 'background',
        signal,
      });
      if (!placing.ready) return false;
      vectors = bytesOf(placing.vectors);
      await files?.write(article, vectors);
    }
    known.set(article, { starts, at: new Map(starts.map((start, index) => [start, index])), vectors });
    return true;
  };

  return {
    missing(articles) {
      let count = 0;
      for (const article of articles)
        if (!known.has(article))
          for (const block of article.blocks) if (isBodyBlock(block)) count += block.sentences.length;
      return count;
    },
    async place(articles, signal) {
      for (const article of articles) if (!known.has(article) && !(await placeOne(article, signal))) return;
    },
    nearness(question, article, start) {
      const placed = known.get(article);
      const at = placed?.at.get(start);
      return placed && at !== undefined ? product(question, placed.vectors, at) : undefined;
    },
    titleNearness(question, article) {
      const placed = known.get(article);
      return placed && article.title !== '' ? product(question, placed.vectors, placed.starts.length) : undefined;
    },
    *nearest(question, articles, count) {
      let found: NearSentence[] = [];
      let least = -Infinity;
      for (const article of articles) {
        const placed = known.get(article);
        if (!placed) continue;
        for (let at = 0; at < placed.starts.length; at += 1) {
          if (at % SENTENCES_A_STEP === SENTENCES_A_STEP - 1) yield;
          const nearness = product(question, placed.vectors, at);
          if (nearness <= least) continue;
          found.push({ article, start: placed.starts[at]!, nearness });
          if (found.length < 2 * count) continue;
          found = nearestOf(found, count);
          least = found.at(-1)!.nearness;
        }
        yield;
      }
      return nearestOf(found, count);
    },
  };
}

function nearestOf(found: readonly NearSentence[], count: number): NearSentence[] {
  return found.toSorted((a, b) => b.nearness - a.nearness).slice(0, count);
}
