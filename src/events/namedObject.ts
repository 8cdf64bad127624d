import type { Mention } from './mentions/mention.ts';
import type { Sentence } from './sentence.ts';

const OBJECT_WORDS = 6;

const NAME_WORDS = 7;

/** Tells whether a name is no adjective of what follows: "Jesuits", but not "IS" of "IS sympathizers". */
function standsAlone(words: Sentence['words'], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.afterMark || next.capital || words[at]!.possessive) return true;
  return /^(?:in|on|at|and|or|by|to|of|for|from|with|was|were|is|are|has|have|had|after|before|during|when|who|which|that|while|as|last|this|yesterday|today|will|would|could)$/u.test(
    next.text,
  );
}

/** Tells whether somebody or something by name is what the verb is about. */
export function hasNamedObject({ at, from, passive, trigger }: Mention, words: Sentence['words']): boolean {
  if (trigger.word === 'noun') {
    if (!/^(?:of|on|against)$/u.test(words[at + 1]?.text ?? '') || (at > 0 && words[at]!.capital)) return false;
    return words
      .slice(at + 2, at + 2 + NAME_WORDS)
      .some((word, index) => word.capital && word.clause === words[at]!.clause && standsAlone(words, at + 2 + index));
  }
  const [start, end] = passive ? [Math.max(1, from - OBJECT_WORDS), from] : [at + 1, at + 1 + OBJECT_WORDS];
  return words.slice(start, end).some((word) => word.capital && word.clause === words[at]!.clause);
}
