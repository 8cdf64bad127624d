import type { Article } from '../../article/article.ts';
import { windowSteps, type Window } from '../../article/windowsOf.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Hit } from '../../search/hit.ts';
import type { NearSentence } from './createMeaning.ts';

/** A window of an article that is worth reading. */
export interface Chosen {
  readonly article: Article;
  readonly window: Window;
}

/** An article of so many windows is read whole. */
const WINDOWS_READ_WHOLE = 12;
/** So many windows of a longer article, or of several articles, are read. More of several brought more that misleads than answers. */
const WINDOWS_READ = 8;
/** How much the order by words counts beside nearness of meaning, about as in `reading.json`. */
const ORDER_WEIGHT = 0.04;
/**
 * The most that a sentence can lose by its words, and by its meaning. That words do not find it says little where many
 * articles have them.
 */
const LEAST_BY_WORDS = -0.2;
const LEAST_BY_MEANING = -0.4;
/** How much the nearness of an article's title counts beside that of its sentence. */
const TITLE_WEIGHT = 0.1;

/** An article's windows, and those that each sentence is in, by where it begins. */
interface Windows {
  readonly all: readonly Window[];
  readonly holding: ReadonlyMap<number, readonly Window[]>;
}

const windowsByArticle = new WeakMap<Article, Windows>();

export interface Candidates {
  /** Sentences that the words found, the best first. */
  readonly hits: readonly Hit[];
  /** Sentences that are near in meaning, the nearest first. */
  readonly near: readonly NearSentence[];
  /** How near any sentence is, by where it begins; undefined if it is not placed. */
  readonly nearnessOf: (article: Article, start: number) => number | undefined;
  /** How near an article's title is; undefined if it is not placed. */
  readonly titleNearnessOf: (article: Article) => number | undefined;
}

/**
 * Chooses the windows with the sentences that words and meaning together find likeliest, the likeliest first. A step is a block of an
 * article that is cut into windows for the first time.
 */
export function* chooseWindows(
  { hits, near, nearnessOf, titleNearnessOf }: Candidates,
  articles: readonly Article[],
): Steps<readonly Chosen[]> {
  const byId = new Map(articles.map((article) => [article.id, article] as const));
  const promise = new Map<Window, { readonly chosen: Chosen; readonly value: number }>();
  const found = new Map<string, Hit>(hits.map((hit) => [`${hit.article} ${hit.span[0]}`, hit] as const));
  const most = { order: hits[0]?.order ?? 0, nearness: near[0]?.nearness ?? 0 };
  const byMeaning = (nearness = -1): number => Math.max(LEAST_BY_MEANING, nearness - most.nearness);
  const consider = function* (article: Article, start: number): Steps<void> {
    const hit = found.get(`${article.id} ${start}`);
    const byWords = hit ? Math.max(LEAST_BY_WORDS, ORDER_WEIGHT * (hit.order - most.order)) : LEAST_BY_WORDS;
    const value = byWords + byMeaning(nearnessOf(article, start)) + TITLE_WEIGHT * byMeaning(titleNearnessOf(article));
    for (const window of (yield* cachedWindows(article)).holding.get(start) ?? [])
      if (value > (promise.get(window)?.value ?? -Infinity))
        promise.set(window, { chosen: { article, window }, value });
  };
  for (const { article, span } of hits) if (byId.has(article)) yield* consider(byId.get(article)!, span[0]);
  for (const { article, start } of near) yield* consider(article, start);
  const ranked = [...promise.values()].sort((a, b) => b.value - a.value).map(({ chosen }) => chosen);
  const only = articles.length === 1 ? articles[0] : undefined;
  const all = only ? (yield* cachedWindows(only)).all : [];
  if (!only || all.length > WINDOWS_READ_WHOLE) return ranked.slice(0, WINDOWS_READ);
  const others = all.filter((window) => !promise.has(window)).map((window): Chosen => ({ article: only, window }));
  return [...ranked, ...others];
}

function* cachedWindows(article: Article): Steps<Windows> {
  const known = windowsByArticle.get(article);
  if (known) return known;
  const all = yield* windowSteps(article);
  const holding = new Map<number, Window[]>();
  for (const window of all)
    for (const { span } of window.sentences) {
      const others = holding.get(span[0]);
      if (others) others.push(window);
      else holding.set(span[0], [window]);
    }
  const windows = { all, holding };
  windowsByArticle.set(article, windows);
  return windows;
}
