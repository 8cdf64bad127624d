import { COMMON_ACTOR } from '../actors/actors.ts';
import type { Mention } from './mention.ts';
import { wordAt, type Sentence, type Word } from './sentence.ts';

const OBJECT_WORDS = 6;
const NAME_WORDS = 7;
const OF = /^(?:of|on|against)$/u;
/** What ends the phrase that says who or what an event is about. */
const ENDS =
  /^(?:in|at|near|by|during|after|before|since|when|while|where|who|which|that|because|as|from|for|with|to|was|were|is|are|has|have|had|today|yesterday|last|this)$/u;
/** Titles and kinds of names, which many names share. */
const SHARED =
  /^(?:president|general|colonel|major|captain|lieutenant|minister|senator|judge|justice|bishop|archbishop|father|sister|mr|mrs|ms|dr|col|gen|lt|msgr|monsignor|army|navy|national|united|states|party|front|city|north|south|east|west|the)$/u;

/** Returns true if a name does not modify what follows: "Jesuits", but not "IS" of "IS sympathizers". */
function standsAlone(words: Sentence['words'], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.afterMark || next.capital || wordAt(words, at).possessive) return true;
  return /^(?:in|on|at|and|or|by|to|of|for|from|with|was|were|is|are|has|have|had|after|before|during|when|who|which|that|while|as|last|this|yesterday|today|will|would|could)$/u.test(
    next.text,
  );
}

/** Returns true if the verb is about somebody or something named. */
export function hasNamedObject({ at, from, passive, trigger }: Mention, words: Sentence['words']): boolean {
  if (trigger.word === 'noun') {
    if (!OF.test(words[at + 1]?.text ?? '') || (at > 0 && wordAt(words, at).capital)) return false;
    return words
      .slice(at + 2, at + 2 + NAME_WORDS)
      .some(
        (word, index) => word.capital && word.clause === wordAt(words, at).clause && standsAlone(words, at + 2 + index),
      );
  }
  const [start, end] = passive ? [Math.max(1, from - OBJECT_WORDS), from] : [at + 1, at + 1 + OBJECT_WORDS];
  return words.slice(start, end).some((word) => word.capital && word.clause === wordAt(words, at).clause);
}

/**
 * Returns the words of the names that an event is about: the victim's of "the murder of Ana Ruiz", "Ruiz was killed".
 */
export function objectNames(mention: Mention, words: Sentence['words']): ReadonlySet<string> {
  const [start, end] = objectRange(mention, words);
  const names = new Set<string>();
  for (let index = start; index < end; index += 1) {
    const word = wordAt(words, index);
    const name = word.capital && word.clause === wordAt(words, mention.at).clause && !COMMON_ACTOR.test(word.text);
    if (name && !SHARED.test(word.text.toLowerCase()) && inName(words, index)) names.add(word.text.toLowerCase());
  }
  return names;
}

function objectRange({ at, from, passive, trigger }: Mention, words: readonly Word[]): readonly [number, number] {
  if (trigger.word === 'verb' && passive) return [Math.max(0, from - NAME_WORDS), from];
  if (trigger.word === 'noun' && words[at - 1]?.possessive) return [Math.max(0, at - 3), at];
  if (trigger.word === 'noun' && !OF.test(words[at + 1]?.text ?? '')) return [at, at];
  const start = trigger.word === 'noun' ? at + 2 : at + 1;
  let end = start;
  while (end < words.length && end - start < NAME_WORDS && !ENDS.test(wordAt(words, end).text)) end += 1;
  return [start, end];
}

/**
 * A capitalized word that is part of a name used as a noun: "Ruiz", "Ana" of "Ana Ruiz", not "Irish" of "Irish nuns".
 */
function inName(words: readonly Word[], index: number): boolean {
  let last = index;
  while (words[last + 1]?.capital && !wordAt(words, last + 1).afterMark) last += 1;
  return standsAlone(words, last);
}
