import type { Article } from '../../article/article.ts';
import { windowsOf, type Window } from '../../article/windowsOf.ts';
import type { Hit } from '../../search/hit.ts';
import type { NearSentence } from './createMeaning.ts';

/** A window of an article that is worth reading. */
export interface Chosen {
  readonly article: Article;
  readonly window: Window;
}

/** An article of so many windows is read whole; of more, or of several, only the most promising ones. */
const WINDOWS_READ_WHOLE = 12;
const WINDOWS_READ = 10;
/** How much the order by words counts beside nearness of meaning, about as in `reading.json`. */
const ORDER_WEIGHT = 0.04;
/** What a sentence loses that the words do not find, or meaning does not place. */
const UNFOUND = 0.4;

/** An article's windows, and those that each sentence is in, by where it begins. */
interface Windows {
  readonly all: readonly Window[];
  readonly holding: ReadonlyMap<number, readonly Window[]>;
}

const windowsByArticle = new WeakMap<Article, Windows>();

/** Chooses the windows with the sentences that words and meaning together find likeliest, the likeliest first. */
export function chooseWindows(
  hits: readonly Hit[],
  near: readonly NearSentence[],
  articles: readonly Article[],
): readonly Chosen[] {
  const byId = new Map(articles.map((article) => [article.id, article] as const));
  const promise = new Map<Window, { readonly chosen: Chosen; readonly value: number }>();
  const nearness = new Map<string, number>(
    near.map((one) => [`${one.article.id} ${one.start}`, one.nearness] as const),
  );
  const found = new Map<string, Hit>(hits.map((hit) => [`${hit.article} ${hit.span[0]}`, hit] as const));
  const most = { order: hits[0]?.order ?? 0, nearness: near[0]?.nearness ?? 0 };
  const consider = (article: Article, start: number): void => {
    const key = `${article.id} ${start}`;
    const hit = found.get(key);
    const byWords = hit ? Math.max(-UNFOUND, ORDER_WEIGHT * (hit.order - most.order)) : -UNFOUND;
    const byMeaning = Math.max(-UNFOUND, (nearness.get(key) ?? -1) - most.nearness);
    const value = byWords + byMeaning;
    for (const window of cachedWindows(article).holding.get(start) ?? [])
      if (value > (promise.get(window)?.value ?? -Infinity))
        promise.set(window, { chosen: { article, window }, value });
  };
  for (const { article, span } of hits) if (byId.has(article)) consider(byId.get(article)!, span[0]);
  for (const { article, start } of near) consider(article, start);
  const ranked = [...promise.values()].sort((a, b) => b.value - a.value).map(({ chosen }) => chosen);
  const only = articles.length === 1 ? articles[0] : undefined;
  const all = only ? cachedWindows(only).all : [];
  if (!only || all.length > WINDOWS_READ_WHOLE) return ranked.slice(0, WINDOWS_READ);
  const others = all.filter((window) => !promise.has(window)).map((window): Chosen => ({ article: only, window }));
  return [...ranked, ...others];
}

function cachedWindows(article: Article): Windows {
  const known = windowsByArticle.get(article);
  if (known) return known;
  const all = windowsOf(article);
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
