import type { Word } from '../sentence.ts';
import type { Trigger } from '../triggers.ts';
import type { Mention } from './mention.ts';
import { verbMention } from './verbMention.ts';

/** Nouns that tell of an event only with one of these verbs before them: "set … on fire", "took … hostage". */
const PHRASES: readonly (readonly [noun: RegExp, verb: RegExp, kind: Trigger['kind']])[] = [
  [/^(?:fire|ablaze|alight)$/u, /^(?:set|setting|sets)$/u, 'arson'],
  [
    /^(?:hostages?|captive|prisoner)$/u,
    /^(?:take|takes|took|taken|taking|hold|holds|held|holding|kept)$/u,
    'kidnapping',
  ],
  [/^(?:fire)$/u, /^(?:open|opened|opening)$/u, 'shooting'],
];
const PHRASE_WORDS = 6;

export function phraseMention(words: readonly Word[], at: number): Mention | undefined {
  for (const [noun, verb, kind] of PHRASES) {
    if (!noun.test(words[at]!.text)) continue;
    const from = words.findLastIndex((word, index) => index < at && index >= at - PHRASE_WORDS && verb.test(word.text));
    if (from === -1) continue;
    const form = /(?:ing)$/u.test(words[from]!.text) ? 'gerund' : 'past';
    const found = verbMention(
      { kind, word: 'verb', base: words[at]!.text, form, weak: false, generic: false },
      words,
      from,
    );
    if (found) return found;
  }
  return undefined;
}
