import type { Excerpt } from '../../excerpt/excerpt.ts';
import { alignWords, type Step } from '../../language/quotations/alignWords.ts';
import { fold } from '../../language/folding/fold.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import { wordKind, type WordKind } from '../../language/words/wordKind.ts';
import { wordsOf, type Word } from '../../language/words/words.ts';
import { finish } from '../../runtime/steps/steps.ts';
import { holdsLiteral, literal } from '../../search/literal.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** A word of a sentence that is not the one typed; `source` or `typed` is empty if the other side has none. */
interface NearDifference {
  readonly kind: WordKind | 'name';
  readonly typed: string;
  readonly source: string;
}

/** How near a sentence comes to words that were typed. */
export interface Nearness {
  /** How many of the words typed it holds, of how many. */
  readonly held: number;
  readonly of: number;
  /** Where it says something else: numbers, names and negations, and of sentences that are near other words too. */
  readonly differences: readonly NearDifference[];
}

/**
 * Aligning takes time proportional to the product of both lengths; longer texts are compared by the words they hold.
 */
const MAX_CELLS = 200_000;
const COMMON_WEIGHT = 0.3;
/**
 * The share of the words typed that a sentence must hold before other words of its can be in the place of typed ones.
 */
const NEAR_SHARE = [3, 4] as const;
/** With more differences, the sentence is another one, and what differs says nothing. */
const MAX_WORDS = 3;

/** Compares typed words with a sentence. `order` is larger the more of them it has in their order. */
export function nearWords(
  typed: string,
  { text }: Pick<Excerpt, 'text'>,
  language: string,
): Nearness & { readonly order: number } {
  const [mine, theirs] = [wordsOf(typed), wordsOf(text)];
  const sentence = literal(text);
  const isHeld = mine.map((word) => holdsLiteral(sentence, literal(word.text)));
  const held = isHeld.filter(Boolean).length;
  const counts = { held, of: mine.length };
  if (mine.length * theirs.length > MAX_CELLS || held === 0) return { ...counts, differences: [], order: held };
  const stop = stopWordsOf(language);
  const weights = mine.map((word) => (stop.has(fold(word.text)) ? COMMON_WEIGHT : 1));
  const { steps, score } = finish(alignWords(mine.map(foldedWord), theirs.map(foldedWord), { weights }));
  const compared = { mine, theirs, steps, isHeld, language };
  return { ...counts, differences: differencesOf(compared, typed), order: score };
}

interface Compared {
  readonly mine: readonly Word[];
  readonly theirs: readonly Word[];
  readonly steps: readonly Step[];
  readonly isHeld: readonly boolean[];
  readonly language: string;
}

function differencesOf({ mine, theirs, steps, isHeld, language }: Compared, typed: string): readonly NearDifference[] {
  const stem = stemmerFor(language);
  const stemsOf = (words: readonly Word[]) => new Set(words.map((word) => stem(foldedWord(word))));
  const [mineStems, theirStems] = [stemsOf(mine), stemsOf(theirs)];
  const kinds = {
    mine: kindsOf(mine, language, typed === typed.toUpperCase()),
    theirs: kindsOf(theirs, language, false),
  };
  const isThere = mine.map((word, at) => isHeld[at] === true || theirStems.has(stem(foldedWord(word))));
  const isTyped = theirs.map((word) => mineStems.has(stem(foldedWord(word))));
  const held = isThere.filter(Boolean).length;
  const same = steps.flatMap(({ kind, source }) => (kind === 'same' ? [source] : []));
  const [first = 0, last = -1] = [same[0], same.at(-1)];
  const isWithin = (at: number): boolean => first < at && at < last;
  const negations = kinds.theirs.filter((kind, at) => kind === 'negation' && isWithin(at)).length;
  const negates = negations !== kinds.mine.filter((kind) => kind === 'negation').length;
  const found: NearDifference[] = [];
  for (const step of steps) {
    const mineKind = step.kind === 'removed' ? undefined : kinds.mine[step.quote];
    const theirKind = step.kind === 'added' ? undefined : kinds.theirs[step.source];
    const isOtherNegation = theirKind === 'negation' && !isTyped[step.source] && isWithin(step.source);
    if (step.kind === 'same' || (!negates && (mineKind === 'negation' || theirKind === 'negation'))) continue;
    if (mineKind !== undefined && !isThere[step.quote]) {
      const isPaired = theirKind !== undefined && !isTyped[step.source];
      const isNear = held * NEAR_SHARE[1] >= mine.length * NEAR_SHARE[0];
      const isLike = isPaired && (mineKind === theirKind || (isNear && isNameForWord(mineKind, theirKind)));
      const kind = isLike && mineKind === 'word' ? theirKind : mineKind;
      if (kind === 'word' && !isNear) continue;
      found.push({
        kind,
        typed: entryAt(mine, step.quote).text,
        source: isLike ? entryAt(theirs, step.source).text : '',
      });
    } else if (isOtherNegation) found.push({ kind: 'negation', typed: '', source: entryAt(theirs, step.source).text });
  }
  const told = found.filter(({ kind }) => kind !== 'word');
  return (found.length > MAX_WORDS ? told : found).map((one) => withOnlyNumber(one, { found, theirs, kinds, isTyped }));
}

/** A name can be in place of any other word. */
function isNameForWord(mine: NearDifference['kind'], theirs: NearDifference['kind']): boolean {
  return (mine === 'name' && theirs === 'word') || (mine === 'word' && theirs === 'name');
}

/** Sets beside the one number that is missing the one number that the sentence has in no typed word's place. */
function withOnlyNumber(
  one: NearDifference,
  {
    found,
    theirs,
    kinds,
    isTyped,
  }: {
    readonly found: readonly NearDifference[];
    readonly theirs: readonly Word[];
    readonly kinds: { readonly theirs: readonly NearDifference['kind'][] };
    readonly isTyped: readonly boolean[];
  },
): NearDifference {
  if (one.kind !== 'number' || one.source !== '' || found.filter(({ kind }) => kind === 'number').length > 1)
    return one;
  const others = theirs.filter((_, at) => kinds.theirs[at] === 'number' && !isTyped[at]);
  return others.length === 1 ? { ...one, source: entryAt(others, 0).text } : one;
}

/** Tells names by their capital, which the first word has in any case, as all words of a text in capitals do. */
function kindsOf(words: readonly Word[], language: string, isShouted: boolean): readonly NearDifference['kind'][] {
  return words.map(({ text }, at) => {
    const kind = wordKind(text, language);
    return kind === 'word' && at > 0 && !isShouted && /^\p{Lu}/u.test(text) ? 'name' : kind;
  });
}

function foldedWord({ text }: Word): string {
  return fold(text);
}
