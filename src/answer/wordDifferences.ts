import type { Article } from '../article/article.ts';
import { foldText } from '../language/foldText.ts';
import type { Step } from '../language/alignWords.ts';
import { trimmed, type Span } from '../language/span.ts';
import { typographyDifferences, type Side } from '../language/typography.ts';
import { negatesByPrefix, wordKind } from '../language/wordKind.ts';
import type { Word } from '../language/words.ts';
import type { Difference, DifferenceKind } from './differences.ts';
import type { NearestPassage } from './nearestPassage.ts';
import { omittedAt, type Omission } from './omissions.ts';

/** In longer runs of words left out, names and numbers are not called out. */
const CALLED_OUT_MAX_WORDS = 6;

/**
 * Lists what sets a quotation apart from the passage it was aligned with, in the order of the source. Changed numbers,
 * negations and names stand alone; other words that were changed, added or removed in a row are one difference. What the quotation
 * marks as left out is listed apart.
 */
export function wordDifferences(passage: NearestPassage): {
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
} {
  const { article, alignment, words } = passage;
  const differences: Difference[] = [];
  const omitted: Omission[] = [];
  const steps = alignment.steps;
  for (let at = 0; at < steps.length;) {
    const step = steps[at]!;
    const marked = step.kind === 'removed' ? markedOmission(passage, at) : undefined;
    if (marked) {
      omitted.push(...omittedAt(article, [words[step.source]!.span[0], words[steps[marked - 1]!.source]!.span[1]]));
      at = marked;
      continue;
    }
    const kind = kindOf(passage, at);
    if (kind === undefined) differences.push(...sameWord(passage, step), ...between(passage, step, steps[at + 1]));
    let end = at + 1;
    if (kind !== undefined) {
      while (end < steps.length && joins(kind) && kindOf(passage, end) === kind && !markedOmission(passage, end))
        end += 1;
      differences.push(differenceOf(passage, steps.slice(at, end), kind));
    }
    at = end;
  }
  return { differences, omitted };
}

/** Gives the end of a run of left out words where the quotation has a mark of omission. */
function markedOmission({ alignment: { steps }, quote }: NearestPassage, at: number): number | undefined {
  if (steps[at]!.kind !== 'removed') return undefined;
  const next = quote.words[steps[at]!.quote];
  const before = quote.words[steps[at]!.quote - 1];
  if (!next || !before || !quote.text.slice(before.span[1], next.span[0]).includes('…')) return undefined;
  let end = at;
  while (steps[end]?.kind === 'removed') end += 1;
  return end;
}

function joins(kind: DifferenceKind): boolean {
  return kind === 'added' || kind === 'removed' || kind === 'word' || kind === 'name';
}

function kindOf(passage: NearestPassage, at: number): DifferenceKind | undefined {
  const step = passage.alignment.steps[at]!;
  if (step.kind === 'same') return undefined;
  const { article, quote, words } = passage;
  const quoted = step.kind === 'removed' ? undefined : quote.words[step.quote]!;
  const original = step.kind === 'added' ? undefined : words[step.source]!;
  const kinds = [quoted, original].map((word) => word && wordKind(word.text, article.language));
  if (step.kind === 'removed' && isNoteMark(article.source, original!.span)) return 'note-mark';
  if (kinds.includes('negation')) return 'negation';
  if (quoted && original && negatesByPrefix(quoted.text, original.text)) return 'negation';
  if (step.kind === 'removed' && isLongRun(passage.alignment.steps, at)) return 'removed';
  if (kinds.includes('number')) return 'number';
  if (step.kind !== 'similar' && isName(passage, quoted, original)) return 'name';
  return step.kind === 'added' ? 'added' : step.kind === 'removed' ? 'removed' : 'word';
}

/** Whole clauses left out are told as such; of their words only negations stand alone. */
function isLongRun(steps: readonly Step[], at: number): boolean {
  let [from, to] = [at, at + 1];
  while (steps[from - 1]?.kind === 'removed') from -= 1;
  while (steps[to]?.kind === 'removed') to += 1;
  return to - from > CALLED_OUT_MAX_WORDS;
}

/** The number of a footnote, such as `[13]`, which readers leave out. */
function isNoteMark(source: string, [start, end]: Span): boolean {
  return source[start - 1] === '[' && source[end] === ']' && /^\d{1,3}$/u.test(source.slice(start, end));
}

function isName({ article, quote }: NearestPassage, quoted: Word | undefined, original: Word | undefined): boolean {
  const names = [
    quoted ? namelike(quote.text, quoted, article) : false,
    original ? namelike(article.source, original, article) : false,
  ];
  return names.includes(true) && (!quoted || !original || isCapital(quoted.text) === isCapital(original.text));
}

const DETERMINER =
  /(?:^|\s)(?:der|die|das|dem|den|des|ein|eine|einer|einem|einen|eines|kein|keine|zum|zur|im|am|vom)\s+$/iu;

/** A capital within a sentence, or several in one word; where every noun has one (German), not after an article. */
function namelike(text: string, { text: word, span: [start] }: Word, { language, source }: Article): boolean {
  if (!isCapital(word)) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  if (/^de\b/iu.test(language) && DETERMINER.test(before)) return false;
  if (/^\p{Lu}{2,}$/u.test(word)) return true;
  const opens = /(?:^|[.!?:\n])["'“”‘’«»„()\s]*$/u.test(before);
  return !opens || !source.includes(word.toLowerCase());
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function differenceOf(
  { article, quote, words }: NearestPassage,
  steps: readonly Step[],
  kind: DifferenceKind,
): Difference {
  const quoted = steps.flatMap((step) => (step.kind === 'removed' ? [] : [quote.words[step.quote]!.span]));
  const original = steps.flatMap((step) => (step.kind === 'added' ? [] : [words[step.source]!.span]));
  const at = words[steps[0]!.source]?.span[0] ?? words.at(-1)!.span[1];
  const span: Span = original.length === 0 ? [at, at] : [original[0]![0], original.at(-1)![1]];
  return {
    kind,
    quoted: quoted.length === 0 ? '' : quote.text.slice(quoted[0]![0], quoted.at(-1)![1]),
    source: article.source.slice(...span),
    span,
  };
}

/** A word that is the same but for its typography. */
function sameWord({ article, quote, words }: NearestPassage, step: Step): readonly Difference[] {
  const [quoted, original] = [quote.words[step.quote]!, words[step.source]!];
  return quoted.text === original.text ? [] : typography(quoted.text, article.source, original.span);
}

/** What stands between two words that follow each other on both sides. */
function between({ article, quote, words }: NearestPassage, step: Step, next: Step | undefined): readonly Difference[] {
  if (next?.kind !== 'same' || next.quote !== step.quote + 1 || next.source !== step.source + 1) return [];
  const quoted = quote.text.slice(quote.words[step.quote]!.span[1], quote.words[next.quote]!.span[0]);
  const span: Span = [words[step.source]!.span[1], words[next.source]!.span[0]];
  const source = article.source.slice(...span);
  if (quoted === source || quoted.includes('…')) return [];
  if (foldText(`x${quoted}x`).text === foldText(`x${source}x`).text) return typography(quoted, article.source, span);
  const marks = trimmed(article.source, span);
  return [{ kind: 'punctuation', quoted: quoted.trim(), source: article.source.slice(...marks), span: marks }];
}

function typography(quoted: string, source: string, span: Span): readonly Difference[] {
  const found: Difference[] = [];
  const by = span[0] - 1;
  for (const difference of typographyDifferences(padded(quoted), padded(source.slice(...span)), 0))
    found.push({ ...difference, span: [difference.span[0] + by, difference.span[1] + by] });
  return found;
}

/** Stands between letters, so that white space at the edges is not trimmed. */
function padded(inner: string): Side {
  const text = `x${inner}x`;
  return { text, folded: foldText(text) };
}
