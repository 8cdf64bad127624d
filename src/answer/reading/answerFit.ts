import { fold } from '../../language/folding/fold.ts';
import { dateSteps } from '../../language/dates/dateExpressions.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { relatedStems } from '../../language/words/relatedWords.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import type { Span } from '../../language/span.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import { BEFORE_COUNTED, type QuestionAsked } from './questionAsked.ts';
import { stemsSaid } from './stemsSaid.ts';

/** What is checked of a sentence for a question, each 1 (it has what is asked), 0 (not asked, or not known) or -1 (it lacks it). */
export const FITS = [
  'quantity',
  'counted',
  'measure',
  'when',
  'future',
  'ahead',
  'who',
  'where',
  'which',
  'name',
  'said',
  'speaker',
  'why',
  'real',
] as const;
export type Fit = (typeof FITS)[number];
export type Fits = Readonly<Record<Fit, number>>;

const NUMBER =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|twice|both|none|no one|single|first|second|fourth|fifth)\b/iu;
const MONEY =
  /[$€£¥₹₽]\s?\p{N}|\p{N}\s?[€₽]|\b(?:dollars?|euros?|pounds?|cents?|rupees?|lakhs?|crores?|yen|yuan|won|roubles?|rubles?|francs?|pesos?|kron(?:er|or|a)|rs\.?|usd|eur|gbp)\b|\bfree\b/iu;
const AGE = /\bage[ds]?\b|\p{N}[- ]?years?[- ]old\b|[- ]years?[- ]old\b|, \p{N}{1,3}(?:,|\.|$| )|\(\p{N}{1,3}\)/iu;
const DURATION =
  /\bseconds\b|\p{N}[ -]second\b|\b(?:minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|nights?|seasons?|overnight|forever|since|until)\b/iu;
const LENGTH =
  /\p{N}[\p{N}.,]*[- ]?(?:%|°|″|′)|\b(?:percent|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|acres?|hectares?|kilos?|kilograms?|grams?|tons?|tonnes?|pounds?|ounces?|lit(?:re|er)s?|gallons?|mph|kph|km|kg|cm|mm|ft|lbs?|degrees?|knots?|megabytes?|gigabytes?|kilobytes?|bytes?|[kmgt]b|[kmgt]w|[kmg]?watts?|square)\b/iu;
const SHARE =
  /%|\bper ?cent(?:age)?\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|minority|most|all|none)\b|\b\p{L}+ (?:in|out of) (?:every )?\p{L}+\b/iu;
const SAYING =
  /[“”"«»]|\b(?:sa(?:id|ys?|ying)|told|tells?|tweet(?:ed|s)?|wr(?:ote|ites?|itten)|add(?:ed|s)|according to|stat(?:ed|es)|argu(?:ed|es)|think(?:s|ing)?|thought|believ(?:ed|es)|call(?:ed|s)|declined to|comment(?:ed|s)?|respond(?:ed|s)?|repl(?:ied|ies)|announc(?:ed|es)|explain(?:ed|s)|warn(?:ed|s)|claim(?:ed|s)|insist(?:ed|s)|prais(?:ed|es)|criticis(?:ed|es)|criticiz(?:ed|es)|denounc(?:ed|es)|promis(?:ed|es)|hop(?:ed|es)|statement)\b/iu;
const CAUSE =
  /\b(?:because|since|due to|owing to|thanks to|as a result|result(?:s|ed|ing)? (?:in|from|of)|so that|in order to|caus(?:e[ds]?|ing)|reasons?|therefore|that's why|which is why|lead(?:s|ing)? to|led to|to blame|blam(?:e[ds]|ing)|responsible for|attribut(?:e[ds]?|ing)|contribut(?:e[ds]?|ing|ors?)|factors?|play(?:s|ed|ing)? (?:a|an|their|its) (?:\w+ )?(?:part|role)|explain(?:s|ed)?|fuel(?:s|led|ed)|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)|stem(?:s|med)? from|driven by|given that|for fear|in (?:retaliation|response))\b/iu;
/** Words that can tell a cause, and mostly do not. */
const PERHAPS_CAUSE = /\b(?:after|amid|over|following|as|by|with)\b|\bto \p{L}{3}/iu;
/** Words of what might be, or was wanted, rather than what was so. */
const UNREAL =
  /\b(?:could|may|might|would|can|should|eligible|entitled|able to|hop(?:es?|ed|ing) to|plan(?:s|ned|ning)? to|want(?:s|ed)? to|aim(?:s|ed)? to|propos(?:e[ds]?|als?)|if)\b/iu;
const FUTURE =
  /\b(?:will|shall|won't|'ll|going to|scheduled|due|set to|expected|plan(?:s|ned|ning)?|aims?|hopes?|next|upcoming|would|could|may|might|tomorrow|by \p{N}{4}|is to|are to|soon)\b/iu;
/** Words of what is still to come, not of what might be. */
const AHEAD =
  /\b(?:will|shall|won't|going to|scheduled|due|set to|expect\w*|plan(?:s|ned|ning)?|aims?|hopes?|next|upcoming|tomorrow|is to|are to|soon|intend\w*)\b|'ll\b/iu;
const CAPITALISED = /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*/gu;
const COUNTED_REACH = 5;
const COUNTING_WORD = /[\p{L}\p{N}$€£%][\p{L}\p{N}.,;:)'%-]*/gu;
/** A longer stem is told by any word that begins with it: "found" by "founder". */
const DEED_MIN_CHARS = 4;
const STOP_WORDS = stopWordsOf('en');

/** A sentence with what the reader takes for the answer in it. */
export interface Passage {
  readonly text: string;
  /** Of the answer's words in `text`. */
  readonly span: Span;
  /** The sentences right before and after it in its block. */
  readonly around: string;
}

/** Checks whether a sentence has what a question asks for. */
export function answerFit(asked: QuestionAsked, passage: Passage): Fits {
  return finish(answerFitSteps(asked, passage));
}

/** The same in steps: looking for a date takes more than a hundred patterns, which are slow when they are first used. */
export function* answerFitSteps(asked: QuestionAsked, { text, span, around }: Passage): Steps<Fits> {
  const words = text.slice(...span);
  const fits: Record<Fit, number> = Object.fromEntries(FITS.map((fit) => [fit, 0])) as Record<Fit, number>;
  if (!asked.isOfUnreal && UNREAL.test(text)) fits.real = -1;
  if (asked.isAhead && !AHEAD.test(text)) fits.ahead = -1;
  switch (asked.kind) {
    case 'quantity': {
      fits.quantity = hasNumber(words) ? 1 : hasNumber(text) ? 0 : -1;
      if (asked.counted.size > 0) fits.counted = isCounted(asked, text) ? 1 : -1;
      fits.measure = measured(asked, text);
      break;
    }
    case 'when':
      fits.when = (yield* hasDate(words)) ? 1 : (yield* hasDate(text)) ? 0 : -1;
      if (asked.isFuture) fits.future = FUTURE.test(text) ? 1 : -1;
      break;
    case 'who':
      fits.who = namesNew(words, asked) ? 1 : namesNew(text, asked) ? 0 : -1;
      break;
    case 'where':
      fits.where = namesNew(words, asked) ? 1 : namesNew(text, asked) ? 0 : -1;
      break;
    case 'which':
      fits.which = namesNew(words, asked) || NUMBER.test(words) ? 1 : namesNew(text, asked) ? 0 : -1;
      break;
    case 'name':
      fits.name = namesNew(words, asked) ? 1 : namesNew(text, asked) ? 0 : -1;
      break;
    case 'said': {
      fits.said = tellsWords(text) ? 1 : -1;
      const last = asked.names[0]?.at(-1);
      if (last !== undefined) fits.speaker = hasWord(text, last) ? 1 : hasWord(around, last) ? 0 : -1;
      break;
    }
    case 'why':
      fits.why = CAUSE.test(text) ? 1 : PERHAPS_CAUSE.test(text) ? 0 : -1;
      break;
    case 'yes-no':
    case 'how':
    case 'what':
    case 'keywords':
      break;
    default:
      asked.kind satisfies never;
  }
  return fits;
}

/** The share of a question's names that a text has a word of; 1 if it names nothing. */
export function namesHeld({ names }: QuestionAsked, text: string): number {
  if (names.length === 0) return 1;
  return names.filter((words) => hasWord(text, words.at(-1)!)).length / names.length;
}

/** The share of a text's words that the question has already. */
export function shareAsked({ stems }: QuestionAsked, text: string): number {
  const stem = stemmerFor('en');
  const words = fold(text).match(/[\p{L}\p{N}'-]+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => stems.has(stem(word))).length / words.length;
}

/** The share of a question's words that a text has. */
export function shareHeld({ stems }: QuestionAsked, text: string): number {
  if (stems.size === 0) return 0;
  const held = stemsOf(text);
  return [...stems].filter((one) => held.has(one)).length / stems.size;
}

/** Whether a text has a number, in digits or words. */
export function hasNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Whether a text tells what somebody said or thought, or quotes it. */
export function tellsWords(text: string): boolean {
  return SAYING.test(text);
}

/** Whether a text has a word for the deed that a question asks about; undefined if that is not known. */
export function deedHeld({ deed }: QuestionAsked, text: string): boolean | undefined {
  if (deed === undefined || deed.size === 0) return undefined;
  const held = stemsOf(text);
  const [own = ''] = deed;
  const isHeld = own.length >= DEED_MIN_CHARS && [...held].some((one) => one.startsWith(own));
  return isHeld || [...deed].some((one) => held.has(one));
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(stemsSaid(text));
}

function hasWord(text: string, word: string): boolean {
  return ` ${fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(
    ` ${word.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `,
  );
}

/**
 * Whether a number counts what is counted, or something related to it: "eight of the suspected members", not "dozens of
 * examples, including members".
 */
function isCounted({ counted }: QuestionAsked, text: string): boolean {
  const stem = stemmerFor('en');
  const words = fold(text).match(COUNTING_WORD) ?? [];
  return words.some((word, at) => {
    if (!NUMBER.test(word)) return false;
    const after = words.slice(at + 1);
    const first = after.findIndex((next) => !BEFORE_COUNTED.has(next) && !NUMBER.test(next));
    const reach = first === -1 ? [] : after.slice(first, first + COUNTED_REACH);
    const end = reach.findIndex((next) => STOP_WORDS.has(bare(next)));
    const phrase = end === -1 ? reach : reach.slice(0, end);
    const comma = phrase.findIndex((next) => next !== bare(next));
    return phrase.slice(0, comma === -1 ? undefined : comma + 1).some((next) => counted.has(stem(bare(next))));
  });
}

function bare(word: string): string {
  return word.replace(/[.,;:)'-]{1,3}$/u, '');
}

/** What a quantity is measured in: 1 if a text has it, -1 if not, 0 if it is a number alone. */
export function measured({ measure }: QuestionAsked, text: string): number {
  const has = (pattern: RegExp): number => (pattern.test(text) ? 1 : -1);
  switch (measure) {
    case 'money':
      return has(MONEY);
    case 'age':
      return has(AGE);
    case 'duration':
      return has(DURATION);
    case 'length':
      return has(LENGTH);
    case 'share':
      return has(SHARE);
    case 'count':
    case 'other':
    case undefined:
      return 0;
    default:
      return measure satisfies never;
  }
}

function* hasDate(text: string): Steps<boolean> {
  return (
    /\b(?:after|before|during|until|since|when|once|while|as soon as|at \p{N}{1,2}(?::\p{N}{2})?\s?[ap]\.?m)\b/iu.test(
      text,
    ) || (yield* dateSteps(text)).length > 0
  );
}

/** Whether a text has a word with a capital, not at its beginning alone, that the question does not have. */
function namesNew(text: string, asked: QuestionAsked): boolean {
  return newCapitals(text, asked).length > 0;
}

/** Whether a text names somebody or something that the question does not: not by a word that begins any sentence. */
export function namesAnother(text: string, asked: QuestionAsked): boolean {
  return newCapitals(text, asked).some((word) => !STOP_WORDS.has(word));
}

function newCapitals(text: string, { stems }: QuestionAsked): readonly string[] {
  const stem = stemmerFor('en');
  const words = (text.match(CAPITALISED) ?? []).map((word) => fold(word).replace(/(?:'s|[.'-])$/u, ''));
  return words.filter((word) => !stems.has(stem(word)));
}

/**
 * The share of a question's words, but for its names, that a text has, as they are or as a related word. Of a question that only
 * names something, 1.
 */
export function wordsHeld({ stems, names }: QuestionAsked, text: string): number {
  const stem = stemmerFor('en');
  const named = new Set(names.flat().map(stem));
  const wanted = [...stems].filter((one) => !named.has(one));
  if (wanted.length === 0) return 1;
  const held = stemsOf(text);
  return (
    wanted.filter((one) => held.has(one) || relatedStems(one).some((other) => held.has(other))).length / wanted.length
  );
}
