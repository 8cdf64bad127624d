import type { Article } from '../article/article.ts';
import { alignWords, type Alignment, type Step } from '../language/alignWords.ts';
import { foldedString } from '../language/foldText.ts';
import type { Span } from '../language/span.ts';
import type { Splice } from '../language/splice.ts';
import { wordsOf, type Word } from '../language/words.ts';
import { lookUpWords, type Candidate, type QuoteIndex } from './quoteIndex.ts';

/** A stretch of the source that a quotation seems to be made from. */
export interface NearestPassage {
  readonly article: Article;
  /** From the first to the last word that the quotation shares. */
  readonly span: Span;
  readonly quote: QuotedWords;
  /** The source's words that the alignment counts through. */
  readonly words: readonly Word[];
  readonly alignment: Alignment;
}

/** A quotation's words; their spans are in `text`. */
export interface QuotedWords {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Blocks that are looked at more closely. */
const CANDIDATES = 10;
/** Share of a quotation's words, weighted by rarity, that the source must have in the same order. */
const COVERAGE_MIN = 0.5;
/** Words in one run that make up for a lower coverage: a real clause with invented words around it. */
const RUN_MIN = 8;
const RUN_COVERAGE_MIN = 0.3;
/** Same words that there must be at least. */
const SAME_MIN = 3;

/**
 * Finds the passage that an altered quotation comes from. Returns undefined where no passage shares enough of its words in order:
 * how alike they are only chooses what to show, and is never a verdict. `preferred` decides between equals.
 */
export function nearestPassage(
  index: QuoteIndex,
  core: string,
  {
    splice,
    preferred,
  }: { readonly splice?: Splice | undefined; readonly preferred?: (found: NearestPassage) => boolean },
): NearestPassage | undefined {
  const { quote, omissions } = quotedWords(core, splice);
  const folded = quote.words.map(({ text }) => foldedString(text));
  const { candidates, weights } = lookUpWords(index, folded, CANDIDATES);
  const seen = new Set<string>();
  const found: NearestPassage[] = [];
  for (const candidate of candidates) {
    const span = windowAround(candidate, folded.length);
    const key = `${candidate.article.id} ${span.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const words = wordsIn(candidate.article, span);
    const source = words.map(({ text }) => foldedString(text));
    const aligned = alignWords(folded, source, { weights, omissions });
    const alignment = { ...aligned, steps: withinSentences(aligned.steps, words, candidate.article.source) };
    if (!isAlike(alignment, weights)) continue;
    found.push({
      article: candidate.article,
      span: spanOf(candidate.article, alignment, { words, quote }),
      quote,
      words,
      alignment,
    });
  }
  const best = Math.max(...found.map(({ alignment }) => alignment.score));
  const equals = found.filter(({ alignment }) => alignment.score >= best - 0.01);
  return equals.find((passage) => preferred?.(passage) ?? true) ?? equals[0];
}

function quotedWords(
  core: string,
  splice: Splice | undefined,
): { readonly quote: QuotedWords; readonly omissions: ReadonlySet<number> } {
  if (!splice) return { quote: { text: core, words: wordsOf(core) }, omissions: new Set() };
  const counts = splice.fragments.map((fragment) => wordsOf(fragment).length);
  const text = splice.fragments.join(' … ');
  let before = 0;
  const omissions = new Set(counts.slice(0, -1).map((count) => (before += count)));
  return { quote: { text, words: wordsOf(text) }, omissions };
}

/** Takes in as many neighbouring blocks as the quotation may run over. */
function windowAround({ article: { blocks, source }, block }: Candidate, words: number): Span {
  let [first, last] = [block, block];
  const chars = words * 8;
  while (first > 0 && blocks[block]!.span[0] - blocks[first]!.span[0] < chars) first -= 1;
  while (last < blocks.length - 1 && blocks[last]!.span[1] - blocks[block]!.span[1] < chars) last += 1;
  return [blocks[first]!.span[0], Math.min(blocks[last]!.span[1], source.length)];
}

function wordsIn({ source }: Article, [start, end]: Span): readonly Word[] {
  return wordsOf(source.slice(start, end)).map(({ text, span }) => ({
    text,
    span: [span[0] + start, span[1] + start],
  }));
}

/** Words past the sentences that the quotation shares were not put in place of the next sentence's: they are added. */
function withinSentences(steps: readonly Step[], words: readonly Word[], source: string): readonly Step[] {
  const shared = steps.flatMap((step, at) => (step.kind === 'same' || step.kind === 'similar' ? [at] : []));
  const [first, last] = [shared[0], shared.at(-1)];
  if (first === undefined || last === undefined) return steps;
  return steps.map((step, at): Step => {
    if (step.kind !== 'changed' || (first < at && at < last)) return step;
    const other = words[steps[at < first ? first : last]!.source]!.span;
    const own = words[step.source]!.span;
    const between = source.slice(Math.min(own[1], other[1]), Math.max(own[0], other[0]));
    if (!/[.!?\n]/u.test(between)) return step;
    return { kind: 'added', quote: step.quote, source: at < first ? steps[first]!.source : steps[last]!.source + 1 };
  });
}

function isAlike({ steps }: Alignment, weights: readonly number[]): boolean {
  let [shared, same, run, longest] = [0, 0, 0, 0];
  for (const step of steps) {
    if (step.kind === 'same') same += 1;
    run = step.kind === 'same' ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (step.kind === 'same') shared += weights[step.quote]!;
    if (step.kind === 'similar') shared += weights[step.quote]! / 2;
  }
  const coverage = shared / weights.reduce((sum, weight) => sum + weight, 0);
  if (same < SAME_MIN) return false;
  return coverage >= COVERAGE_MIN || (longest >= RUN_MIN && coverage >= RUN_COVERAGE_MIN);
}

/** From the first to the last shared word, with the closing mark that both sides have. */
function spanOf(
  { source }: Article,
  { steps }: Alignment,
  { words, quote }: { readonly words: readonly Word[]; readonly quote: QuotedWords },
): Span {
  const shared = steps.filter(({ kind }) => kind !== 'added' && kind !== 'removed');
  const end = words[shared.at(-1)!.source]!.span[1];
  const closing = quote.text.trimEnd().at(-1)!;
  const closed = /[.!?]/u.test(closing) && source[end] === closing && shared.at(-1)!.quote === quote.words.length - 1;
  return [words[shared[0]!.source]!.span[0], closed ? end + 1 : end];
}
