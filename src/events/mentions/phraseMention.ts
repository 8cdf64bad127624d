import { wordAt, type Word } from './sentence.ts';
import type { Trigger } from './triggers.ts';
import type { Mention } from './mention.ts';
import { verbMention } from './verbMention.ts';

/** Words that only express an event after one of these verbs: "set … on fire", "took … hostage", "blew … up". */
const PHRASES: readonly (readonly [word: RegExp, verb: RegExp, kind: Trigger['kind']])[] = [
  [/^(?:fire|ablaze|alight)$/u, /^(?:set|setting|sets)$/u, 'arson'],
  [
    /^(?:hostages?|captive|prisoner)$/u,
    /^(?:takes?|took|taken|taking|holds?|held|holding|kept|seized?|seizing)$/u,
    'kidnapping',
  ],
  [/^fire$/u, /^(?:open|opened|opening)$/u, 'shooting'],
  [/^up$/u, /^(?:blow|blows|blew|blown|blowing)$/u, 'bombing'],
  [/^off$/u, /^(?:set|sets|setting|blew|blown)$/u, 'bombing'],
  [/^down$/u, /^(?:gunned|gunning)$/u, 'shooting'],
  [/^(?:life|lives)$/u, /^(?:takes?|took|taken|taking|claim|claims|claimed|claiming|cost|costing)$/u, 'death'],
  [/^dead$/u, /^(?:found|left|leaving)$/u, 'death'],
];
/** What must be near for "set off" to be a bombing. */
const CHARGE = /^(?:bombs?|charges?|explosives?|explosions?|dynamite|devices?|car-bombs?|grenades?|blasts?)$/u;
/** "Took on a life of its own", "took his place with the dead". */
const INTERRUPTS = /^(?:on|place|part|over|back)$/u;
/** Things that are blown up harmlessly. */
const HARMLESS = /^(?:balloons?|photos?|photographs?|pictures?|images?|helium|sharply|laughing)$/u;
const PHRASE_WORDS = 6;

/** Finds an event that a verb and another word express together. */
export function phraseMention(words: readonly Word[], at: number): Mention | undefined {
  for (const [noun, verb, kind] of PHRASES) {
    if (!noun.test(wordAt(words, at).text)) continue;
    const from = words.findLastIndex((word, index) => index < at && index >= at - PHRASE_WORDS && verb.test(word.text));
    if (from === -1) continue;
    if (kind === 'death' && words.slice(from, at).some(({ text }) => INTERRUPTS.test(text))) continue;
    if (
      /^(?:up|off)$/u.test(wordAt(words, at).text) &&
      words.slice(from, at + 4).some(({ text }) => HARMLESS.test(text))
    )
      continue;
    if (wordAt(words, at).text === 'off' && !words.slice(from).some(({ text }) => CHARGE.test(text))) continue;
    const form = formOf(wordAt(words, from).text);
    const found = verbMention(
      { kind, word: 'verb', base: wordAt(words, at).text, form, weak: false, generic: false },
      words,
      from,
    );
    if (found) return found;
  }
  return undefined;
}

function formOf(verb: string): Trigger['form'] {
  if (verb.endsWith('ing')) return 'gerund';
  return /^(?:take|hold|seize|open|blow|claim)$/u.test(verb) ? 'base' : 'past';
}
