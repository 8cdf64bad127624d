import { isTextBlock, type Article } from '../../article/article.ts';
import { alignPassage } from '../../language/quotations/alignPassage.ts';
import type { Alignment, Step } from '../../language/quotations/alignWords.ts';
import { foldedString } from '../../language/folding/foldedString.ts';
import type { Span } from '../../language/span.ts';
import { struckSpans } from '../../language/struck.ts';
import { wordsOf, type Word } from '../../language/words/words.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { type Candidate, lookUpWords } from './index/lookUpWords.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import { rejoinedEdges } from './rejoinedEdges.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';

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
interface QuotedWords {
  readonly text: string;
  readonly words: readonly Word[];
}

/** The sentence that shares the most words with a quotation that is not near it. */
interface NearestSentence {
  readonly article: Article;
  readonly span: Span;
}

/** What comes nearest to a quotation: the passage it comes from, else what shares words with it, if anything does. */
export interface Nearest {
  readonly passage?: NearestPassage | undefined;
  readonly sentence?: NearestSentence | undefined;
  /** Words of the quotation that occur in what was searched, folded; each once. */
  readonly occurring: readonly string[];
}

/** Blocks that are looked at more closely, and how many for a long quotation. */
const CANDIDATES = 10;
const LONG_CANDIDATES = 4;
const LONG_WORDS = 150;
/** Share of a quotation's words, weighted by rarity, that the source must have in the same order. */
const COVERAGE_MIN = 0.5;
/** Words in one run that make up for a lower coverage: a real clause with invented words around it. */
const RUN_MIN = 8;
const RUN_COVERAGE_MIN = 0.3;
/** Same words that there must be at least; of a quotation of three words, two. */
const SAME_MIN = 3;
const ELLIPSIS = /…|\.(?:\s?\.){2,}/u;

/**
 * Finds the passage that an altered quotation comes from. There is none where no passage shares enough of its words in order:
 * how alike they are only chooses what to show, and is never a verdict. `preferred` decides between equals.
 */
export function* nearestPassage(
  index: QuoteIndex,
  core: string,
  preferred?: (found: NearestPassage) => boolean,
): Steps<Nearest> {
  const quote: QuotedWords = { text: core, words: wordsOf(core) };
  const omissions = omissionsOf(quote);
  const folded = quote.words.map(({ text }) => foldedString(text));
  const long = folded.length > LONG_WORDS;
  const { candidates, weights, occurring } = yield* lookUpWords(index, folded, long ? LONG_CANDIDATES : CANDIDATES);
  const seen = new Set<string>();
  const found: NearestPassage[] = [];
  for (const candidate of candidates) {
    const span = windowAround(candidate, folded.length);
    const key = `${candidate.article.id} ${span.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { article } = candidate;
    const { words, source } = yield* windowOf(article, span);
    const aligned = yield* alignPassage(folded, source, { weights, omissions });
    const within = withinSentences(aligned.steps, words, article.source);
    const steps = rejoinedEdges(within, { quote: folded, source, words, text: article.source });
    if (isAlike(steps, weights))
      found.push({ article, span: spanOf(steps, words), quote, words, alignment: { ...aligned, steps } });
  }
  const best = Math.max(...found.map(({ alignment }) => alignment.score));
  const equals = found.filter(({ alignment }) => alignment.score >= best - 0.01);
  const passage = equals.find((each) => preferred?.(each) ?? true) ?? equals[0];
  return { passage, sentence: passage ? undefined : yield* nearestSentence(candidates[0], new Set(folded)), occurring };
}

/** Finds the words before which a quotation marks an omission. */
function omissionsOf({ text, words }: QuotedWords): ReadonlySet<number> {
  const marked = words.flatMap((word, at) =>
    at > 0 && ELLIPSIS.test(text.slice(entryAt(words, at - 1).span[1], word.span[0])) ? [at] : [],
  );
  return new Set(marked);
}

/** Takes in as many neighbouring blocks as the quotation may run over. */
function windowAround({ article: { blocks, source }, block }: Candidate, words: number): Span {
  let [first, last] = [block, block];
  const chars = words * 8;
  while (first > 0 && entryAt(blocks, block).span[0] - entryAt(blocks, first).span[0] < chars) first -= 1;
  while (last < blocks.length - 1 && entryAt(blocks, last).span[1] - entryAt(blocks, block).span[1] < chars) last += 1;
  return [entryAt(blocks, first).span[0], Math.min(entryAt(blocks, last).span[1], source.length)];
}

interface Window {
  readonly words: readonly Word[];
  /** The words, folded. */
  readonly source: readonly string[];
}

/** Windows that were looked at last; quotations of one message mostly come from the same one. */
const recent = new Map<string, Window>();
const RECENT_MAX = 12;
/** Characters that are split into words, and words that are folded, in one step. */
const STEP_CHARS = 10_000;

function* windowOf(article: Article, [start, end]: Span): Steps<Window> {
  const key = `${article.edition} ${start} ${end}`;
  const known = recent.get(key);
  if (known) return known;
  const words: Word[] = [];
  const struck = struckSpans(article.source.slice(start, end));
  let past = 0;
  for (let at = start; at < end;) {
    const stop = at + STEP_CHARS >= end ? end : wordBorder(article.source, [at, at + STEP_CHARS]);
    for (const { text, span } of wordsOf(article.source.slice(at, stop))) {
      const from = span[0] + at;
      while ((struck[past]?.[1] ?? Infinity) + start <= from) past += 1;
      if (from >= (struck[past]?.[0] ?? Infinity) + start) continue;
      words.push({ text, span: [from, span[1] + at] });
    }
    at = stop;
    yield;
  }
  const source: string[] = [];
  for (const [at, { text }] of words.entries()) {
    source.push(foldedString(text));
    if (at % STEP_CHARS === STEP_CHARS - 1) yield;
  }
  const [oldest] = recent.keys();
  if (oldest !== undefined && recent.size >= RECENT_MAX) recent.delete(oldest);
  recent.set(key, { words, source });
  return { words, source };
}

/** The last white space of a stretch, where no word is cut; its end where there is none. */
function wordBorder(text: string, [start, end]: Span): number {
  let at = end;
  while (at > start && !/\s/u.test(text.charAt(at))) at -= 1;
  return at > start ? at : end;
}

/** Words past the sentences that the quotation shares were not put in place of the next sentence's: they are added. */
function withinSentences(steps: readonly Step[], words: readonly Word[], source: string): readonly Step[] {
  const shared = steps.flatMap((step, at) => (step.kind === 'same' || step.kind === 'similar' ? [at] : []));
  const [first, last] = [shared[0], shared.at(-1)];
  if (first === undefined || last === undefined) return steps;
  return steps.flatMap((step, at): readonly Step[] => {
    if (first < at && at < last) return [step];
    if (step.kind === 'removed') return [];
    if (step.kind !== 'changed') return [step];
    const other = entryAt(words, entryAt(steps, at < first ? first : last).source).span;
    const own = entryAt(words, step.source).span;
    const between = source.slice(Math.min(own[1], other[1]), Math.max(own[0], other[0]));
    if (!/[.!?\n]/u.test(between)) return [step];
    return [
      {
        kind: 'added',
        quote: step.quote,
        source: at < first ? entryAt(steps, first).source : entryAt(steps, last).source + 1,
      },
    ];
  });
}

function isAlike(steps: readonly Step[], weights: readonly number[]): boolean {
  let [shared, same, run, longest] = [0, 0, 0, 0];
  for (const step of steps) {
    if (step.kind === 'same') same += 1;
    run = step.kind === 'same' ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (step.kind === 'same') shared += entryAt(weights, step.quote);
    if (step.kind === 'similar') shared += entryAt(weights, step.quote) / 2;
  }
  const coverage = shared / weights.reduce((sum, weight) => sum + weight, 0);
  if (same < Math.min(SAME_MIN, weights.length - 1)) return false;
  return coverage >= COVERAGE_MIN || (longest >= RUN_MIN && coverage >= RUN_COVERAGE_MIN);
}

function spanOf(steps: readonly Step[], words: readonly Word[]): Span {
  const shared = steps.filter(({ kind }) => kind !== 'added' && kind !== 'removed');
  return [entryAt(words, entryAt(shared, 0).source).span[0], entryAt(words, lastOf(shared).source).span[1]];
}

/** The sentence of a block that has the most of these words. */
function* nearestSentence(
  candidate: Candidate | undefined,
  words: ReadonlySet<string>,
): Steps<NearestSentence | undefined> {
  if (!candidate) return undefined;
  const { article, block } = candidate;
  const own = entryAt(article.blocks, block);
  const spans = isTextBlock(own) ? own.sentences : [own.span];
  let best: { readonly span: Span; readonly count: number } | undefined;
  let chars = 0;
  for (const span of spans) {
    const shared = new Set<string>();
    for (let [at] = span; at < span[1];) {
      const stop = at + STEP_CHARS >= span[1] ? span[1] : wordBorder(article.source, [at, at + STEP_CHARS]);
      for (const { text } of wordsOf(article.source.slice(at, stop))) {
        const word = foldedString(text);
        if (words.has(word)) shared.add(word);
      }
      chars += stop - at;
      at = stop;
      if (chars < STEP_CHARS) continue;
      chars = 0;
      yield;
    }
    if (shared.size > (best?.count ?? 0)) best = { span, count: shared.size };
  }
  return best && { article, span: best.span };
}
