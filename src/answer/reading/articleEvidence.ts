import { shareHeld } from './answerFit.ts';
import type { QuestionAsked } from './questionAsked.ts';

/** What is known of a sentence that tells which article a question is about. */
export interface InArticle {
  /** Its article. */
  readonly from?: string | undefined;
  /** That article's title. */
  readonly title?: string | undefined;
  readonly order: number | undefined;
  readonly score: number;
  readonly nearness: number;
}

/** How much an article as a whole, beside the others that were read, seems to be what a question is about. */
export const ARTICLE_EVIDENCE = [
  'articleScore',
  'articleNearness',
  'articleOrder',
  'articleTitle',
  'articleShare',
] as const;
export type ArticleEvidence = Readonly<Record<(typeof ARTICLE_EVIDENCE)[number], number>>;

const NONE: ArticleEvidence = {
  articleScore: 0,
  articleNearness: 0,
  articleOrder: 0,
  articleTitle: 0,
  articleShare: 0,
};
/** The sentences of an article that speak for it. */
const BEST = 3;
const LOWEST_ORDER = -10;

/**
 * Describes the article of each sentence: how far its best sentences are behind those of the best article, the share of the
 * question's words that its title has, and its share of what was read. All are 0 where one article was read.
 */
export function articleEvidence(asked: QuestionAsked, read: readonly InArticle[]): readonly ArticleEvidence[] {
  const byArticle = Map.groupBy(read, ({ from }) => from);
  if (byArticle.size < 2) return read.map(() => NONE);
  const found = new Map(
    [...byArticle].map(([id, own]) => [
      id,
      {
        score: Math.max(...own.map(({ score }) => score)),
        nearness: meanOfBest(own.map(({ nearness }) => nearness)),
        order: meanOfBest(own.map(({ order }) => order ?? LOWEST_ORDER)),
        title: shareHeld(asked, own[0]!.title ?? ''),
        share: own.length / read.length,
      },
    ]),
  );
  const best = (name: 'score' | 'nearness' | 'order'): number =>
    Math.max(...[...found.values()].map((one) => one[name]));
  const [score, nearness, order] = [best('score'), best('nearness'), best('order')];
  const described = new Map(
    [...found].map(([id, one]): readonly [string | undefined, ArticleEvidence] => [
      id,
      {
        articleScore: one.score - score,
        articleNearness: one.nearness - nearness,
        articleOrder: one.order - order,
        articleTitle: one.title,
        articleShare: one.share,
      },
    ]),
  );
  return read.map(({ from }) => described.get(from)!);
}

function meanOfBest(values: readonly number[]): number {
  const best = values.toSorted((a, b) => b - a).slice(0, BEST);
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}
