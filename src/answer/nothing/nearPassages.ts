import type { Excerpt } from '../../excerpt/excerpt.ts';
import type { SearchOptions } from '../../search/searchOptions.ts';
import { excerptOfHit } from '../hits.ts';
import type { Library } from '../library.ts';
import { nearWords, type Nearness } from './nearWords.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { entryAt, valueOf } from '../../runtime/entryAt.ts';

/** A sentence that comes near to words typed, and how near. */
export interface NearPassage extends Nearness {
  readonly excerpt: Excerpt;
}

/** Sentences that are compared word by word. */
const CANDIDATES = 10;
/** A passage further from the words than this share of how near the best is, is not shown next to it. */
const LEAST_SHARE = 0.5;

/** Finds in steps the sentences that hold most of some words in their order, the nearest first. */
export function* nearPassages(
  words: string,
  library: Library,
  options: SearchOptions & { readonly count: number },
): Steps<readonly NearPassage[]> {
  const search = { ...options, limit: CANDIDATES, isPlain: true };
  const likest = yield* library.index.steps.likest(words, search);
  const hits = [...likest, ...(yield* library.index.steps.search(words, search)).hits];
  const distinct = new Map(hits.map((hit) => [`${hit.article} ${hit.span[0]}`, hit] as const));
  const compared: (ReturnType<typeof nearWords> & { readonly excerpt: Excerpt })[] = [];
  for (const hit of distinct.values()) {
    yield;
    for (const { score: _, ...excerpt } of excerptOfHit(library, hit)) {
      const language = valueOf(library.articles, excerpt.article).language;
      compared.push({ excerpt, ...nearWords(words, excerpt, language) });
    }
  }
  const best = compared.filter(({ held }) => held > 0).sort((a, b) => b.order - a.order || b.held - a.held);
  return best
    .filter(({ order }, at) => at === 0 || order >= LEAST_SHARE * entryAt(best, 0).order)
    .slice(0, options.count)
    .map(({ order: _, ...passage }) => passage);
}
