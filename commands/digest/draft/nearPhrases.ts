import { distance } from 'fastest-levenshtein';
import { probablyMeant } from '../../../src/language/nearest.ts';
import { ruleInWords } from '../../../src/reply/words/digests/ruleInWords.ts';
import { WHEN_EXAMPLES } from '../../../src/reply/words/digests/whenWords.ts';
import { parseWhen, type WhenContext, type WhenProblem } from '../../../src/schedule/when/parseWhen.ts';
import { VOCABULARY } from '../../../src/schedule/when/vocabulary.ts';
import { findTimes } from '../../../src/schedule/when/parseTimes.ts';

const PHRASES = 3;
/** What a text may lack. */
const ADDED = ['', 'at 9:00', 'on Monday', 'on Monday at 9:00', 'on the 1st', 'on the 1st at 9:00', 'on 1 March'];
/** Longer texts are not compared word by word. */
const WORDS_MAX = 30;

/**
 * Finds three posting times near a text that is none: the text with its words spelt right, without what was not
 * understood, or with what it lacks; then examples with its time, those that share words with it first. Each is understood.
 */
export function nearPhrases(typed: string, problem: WhenProblem, context: WhenContext): readonly string[] {
  const text = typed.slice(0, 200).toLowerCase();
  const spelt = text.split(/\s+/u).slice(0, WORDS_MAX).map(spellRight).join(' ');
  const left = 'text' in problem ? text.replace(problem.text, ' ') : text;
  const known = spelt.split(' ').filter(isVocabulary).join(' ');
  const tries = [spelt, spelt.replace(/\s(?=\d{1,2}$)/u, ' at '), known, left];
  const own = distinct(
    [...new Set(tries)].flatMap((each) => ADDED.map((added) => `${each} ${added}`)),
    2,
    context,
  );
  const times = findTimes(text);
  const time = times.kind === 'times' ? times.times[0] : undefined;
  const examples = WHEN_EXAMPLES.map((example) => (time === undefined ? example : withTime(example, time)));
  const words = new Set(known.split(' ').filter((word) => /[a-z]/u.test(word)));
  const shared = (example: string) =>
    example
      .toLowerCase()
      .split(' ')
      .filter((word) => words.has(word)).length;
  const near = [...examples].sort((a, b) => shared(b) - shared(a));
  const others = distinct(near, PHRASES, context).filter(([words]) => own.every(([other]) => other !== words));
  return [...own.map(([words]) => words), ...others.map(([, phrase]) => phrase)].slice(0, PHRASES);
}

/** The first few phrases that are understood, one of each meaning, after the words that describe it. */
function distinct(
  phrases: readonly string[],
  count: number,
  context: WhenContext,
): readonly (readonly [words: string, phrase: string])[] {
  const found = new Map<string, string>();
  for (const phrase of phrases) {
    if (found.size === count) break;
    const reading = parseWhen(phrase, context);
    const words = reading.kind === 'schedule' ? ruleInWords(reading.rule) : undefined;
    if (words !== undefined && !found.has(words)) found.set(words, phrase);
  }
  return [...found];
}

function isVocabulary(word: string): boolean {
  return /\d/u.test(word) || VOCABULARY.includes(word.replaceAll(/[^a-z]/gu, '').replace(/(?<=day)s$/u, ''));
}

/** A word of posting times that is probably meant; the word itself if none is, or it is none that could be misspelt. */
function spellRight(word: string): string {
  const letters = /^[a-z]{3,}/u.exec(word)?.[0];
  if (letters === undefined || VOCABULARY.includes(letters)) return word;
  const meant = probablyMeant(letters, VOCABULARY);
  if (meant === undefined || distance(letters, meant) > Math.max(1, Math.floor(letters.length / 3))) return word;
  return meant + word.slice(letters.length);
}

function withTime(example: string, time: string): string {
  return example.replace(/\d{1,2}:\d{2}/u, time);
}
