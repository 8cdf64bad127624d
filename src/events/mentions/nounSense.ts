import { wordAt, type Word } from './sentence.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

/** What follows a noun that only modifies it: "attack helicopters", "bomb squad". */
const COMPOUND =
  /^(?:helicopters?|aircraft|planes?|rifles?|squads?|force|forces|unit|units|wing|lines?|dogs?|victims?|scene|site|suspects?|squad|disposal|threats?|plans?|rate|rates|warrant|warrants|toll|penalty|sentence|row|campaign|commission|results?|day|fraud|machine|officer|officials?)$/u;
/** Things that only express an event if somebody uses them or they go off. */
const DEVICE = /^(?:bomb|grenade|explosive)$/u;
const USE =
  /^(?:explo|detonat|plant|plac|hurl|thr[eo]w|toss|lobb|went|gone|rocked|blew|blown|struck|kill|injur|wound|destroy|damag|ripp)/u;
const USE_WORDS = 6;
const FIGURATIVE =
  /^(?:custody|court|legal|political|ideological|electoral|election|courtroom|uphill|verbal|war-of|population|demographic|baby|price|cost|culture|bidding|relegation|title|heart|panic|bear|bull)$/u;
const HAPPENS = /^(?:occurred|happened|took|committed|perpetrated|staged|carried)$/u;
const HAPPENS_WORDS = 8;

/**
 * Returns true if a noun is not an event after all: part of another word's name, a thing that nobody uses, a figure of
 * speech.
 */
export function isNoEvent(trigger: Trigger, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next && !next.afterMark) {
    if (COMPOUND.test(next.text) && !(trigger.kind === 'election' && next.text === 'results')) return true;
    if (
      TRIGGERS.get(next.text)?.some(({ word }) => word === 'noun') &&
      !/^(?:kill|murder|attack|march|strike)$/u.test(next.text)
    )
      return true;
  }
  if (DEVICE.test(trigger.base) && !isUsed(words, at)) return true;
  return isOtherSense(trigger, words, at) || (trigger.generic && !happens(words, at));
}

function isUsed(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - USE_WORDS), at + 1 + USE_WORDS)
    .some((word) => word.clause === wordAt(words, at).clause && word !== words[at] && USE.test(word.text));
}

/** "A custody battle", "a population explosion", "a demonstration of the game". */
function isOtherSense({ kind, base }: Trigger, words: readonly Word[], at: number): boolean {
  if (base === 'demonstration') return words[at + 1]?.text === 'of';
  return /^(?:clash|bombing|attack|shooting)$/u.test(kind) && FIGURATIVE.test(words[at - 1]?.text ?? '');
}

/**
 * Returns true if a noun that can mean any event is said to have happened: "the incident occurred", "this crime, which
 * took place".
 */
function happens(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 1 + HAPPENS_WORDS).some(({ text }) => HAPPENS.test(text));
}
