import { LINE_END_HYPHEN } from '../../../language/folding/foldText.ts';
import { endOfAgreement, isLoose, skeletonOf } from '../../../language/folding/looseFolding.ts';
import type { Span } from '../../../language/span.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';
import type { FoldedArticle } from './foldedArticle.ts';
import { runHashes } from './wordHashes.ts';
import { hasWord } from './wordKeys.ts';

/** Words of a needle that are looked up before an article's whole text is scanned for it. */
const PROBES = 4;
const WORD = String.raw`[\p{L}\p{M}\p{N}]`;
const DIVIDED_WORD = new RegExp(`${WORD}*(?:${LINE_END_HYPHEN}${WORD}*)+`, 'gu');
/** Articles that are looked through in one step; the first time, their hyphens are taken out for that. */
const STEP_ARTICLES = 8;

/** Lists the articles whose folded text holds `needle`. */
export function* articlesHolding(articles: readonly FoldedArticle[], needle: string): Steps<readonly FoldedArticle[]> {
  const inner = needle.slice(needle.search(/[^\p{L}\p{M}\p{N}]|$/u)).replace(/[\p{L}\p{M}\p{N}]+$/u, '');
  const probes = inner
    .replace(DIVIDED_WORD, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .sort((a, b) => b.length - a.length)
    .slice(0, PROBES)
    .flatMap(runHashes)
    .slice(0, 4 * PROBES);
  const found: FoldedArticle[] = [];
  for (const [position, folded] of articles.entries()) {
    if (position % STEP_ARTICLES === STEP_ARTICLES - 1) yield;
    if (!probes.every((hash) => hasWord(folded.words, hash))) continue;
    if (!rangesOf(folded, needle).next().done) found.push(folded);
  }
  return found;
}

/** Lists the ranges of an article's folded text that agree with a needle; those that cut words are among them. */
export function* rangesOf(folded: FoldedArticle, needle: string): Generator<Span, undefined> {
  const { text } = folded;
  const loose = folded.hyphenated || isLoose(needle);
  const own = loose ? skeletonOf(needle) : undefined;
  if (!own || own.text === '') {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) yield [at, at + needle.length];
    return undefined;
  }
  const { text: bare, positions } = (folded.skeleton ??= skeletonOf(text));
  const lead = /^[-\u00AD ]*/u.exec(needle)![0];
  for (let at = bare.indexOf(own.text); at !== -1; at = bare.indexOf(own.text, at + 1)) {
    const from = positions[at]! - lead.length;
    if (from < 0) continue;
    const end = endOfAgreement(needle, text, from);
    if (end !== undefined) yield [from, end];
  }
  return undefined;
}
