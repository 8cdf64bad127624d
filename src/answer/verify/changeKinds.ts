import type { Article } from '../../article/article.ts';
import type { Step } from '../../language/quotations/alignWords.ts';
import type { Span } from '../../language/span.ts';
import { isNumero, negatesByPrefix, wordKind, type WordKind } from '../../language/words/wordKind.ts';
import type { Word } from '../../language/words/words.ts';
import type { DifferenceKind } from './differences.ts';
import type { NearestPassage } from './nearestPassage.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Kinds of differences between the words of a quotation and those of the source. */
export type ChangeKind = Extract<
  DifferenceKind,
  'punctuation' | 'note-mark' | 'number' | 'negation' | 'name' | 'word' | 'added' | 'removed'
>;

/** In longer runs of words left out, names and numbers are not called out. */
const CALLED_OUT_MAX_WORDS = 6;

/** Says of each step of an alignment what kind of change it is; undefined for words that are the same. */
export function changeKinds(passage: NearestPassage): readonly (ChangeKind | undefined)[] {
  const { steps } = passage.alignment;
  const long = longRuns(steps);
  return steps.map((step, at) =>
    changeKind(passage, step, { long: long[at] === true, atEdge: at === 0 || at === steps.length - 1 }),
  );
}

/** Whole clauses left out are told as such; of their words only negations stand alone. */
function longRuns(steps: readonly Step[]): readonly boolean[] {
  const long = steps.map(() => false);
  for (let at = 0; at < steps.length; at += 1) {
    let end = at;
    while (steps[end]?.kind === 'removed') end += 1;
    if (end - at > CALLED_OUT_MAX_WORDS) long.fill(true, at, end);
    at = Math.max(at, end);
  }
  return long;
}

interface Place {
  readonly long: boolean;
  readonly atEdge: boolean;
}

function changeKind(passage: NearestPassage, step: Step, { long, atEdge }: Place): ChangeKind | undefined {
  if (step.kind === 'same') return undefined;
  const { article, quote, words } = passage;
  const quoted = step.kind === 'removed' ? undefined : entryAt(quote.words, step.quote);
  const original = step.kind === 'added' ? undefined : entryAt(words, step.source);
  if (original && !quoted && isNoteMark(article.source, original.span)) return 'note-mark';
  const isNegated = original !== undefined && kindIn(article.source, original, article.language) === 'negation';
  if (atEdge && quoted && original && !isNegated && isCut(quoted.text, original.text)) return 'word';
  const kinds = [
    quoted && kindIn(quote.text, quoted, article.language),
    original && kindIn(article.source, original, article.language),
  ];
  if (kinds.includes('negation')) return 'negation';
  if (quoted && original && negatesByPrefix(quoted.text, original.text)) return 'negation';
  if (long) return 'removed';
  if (kinds.includes('number')) return 'number';
  if (step.kind === 'added' || step.kind === 'removed') return step.kind;
  return step.kind === 'changed' && quoted && original && isNameChange(passage, quoted, original) ? 'name' : 'word';
}

function kindIn(text: string, word: Word, language: string): WordKind {
  return isNumero(text, word.span[0]) ? 'word' : wordKind(word.text, language);
}

/** A word that breaks off at the quotation's edge: "no" of "noon". */
function isCut(quoted: string, original: string): boolean {
  const [cut, whole] = [quoted.toLowerCase(), original.toLowerCase()];
  return (
    cut.length < whole.length &&
    !/\p{N}/u.test(whole) &&
    (whole.startsWith(cut) || whole.endsWith(cut)) &&
    !negatesByPrefix(cut, whole)
  );
}

/** The number of a footnote, such as `[13]`, which readers leave out. */
function isNoteMark(source: string, [start, end]: Span): boolean {
  return source[start - 1] === '[' && source[end] === ']' && /^\d{1,3}$/u.test(source.slice(start, end));
}

function isNameChange({ article, quote }: NearestPassage, quoted: Word, original: Word): boolean {
  if (isCapital(quoted.text) !== isCapital(original.text)) return false;
  return namelike(quote.text, quoted, article) || namelike(article.source, original, article);
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
