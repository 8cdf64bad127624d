import type { Word } from './sentence.ts';
import type { Trigger } from './triggers.ts';
import { ADVERB, AUXILIARY, BE, DETERMINER } from './clauseWords.ts';

const PRONOUN = /^(?:i|you|he|she|it|we|they|who|which|that)$/u;
const PREPOSITION =
  /^(?:of|in|for|by|after|before|from|without|on|about|against|with|during|since|at|and|or|between|into|over|amid|despite|following|including|like|as)$/u;

/** Decides by context whether a word is a noun or a verb. */
export function chooseTrigger(candidates: readonly Trigger[], words: readonly Word[], at: number): Trigger | undefined {
  const noun = candidates.find(({ word }) => word === 'noun');
  const verbs = candidates.filter(({ word }) => word === 'verb');
  const verb = verbs.find(({ weak }) => !weak) ?? verbs[0];
  if (!noun || !verb) return noun ?? verb;
  return isNoun(verb, words, at) ? noun : verb;
}

function isNoun({ form }: Trigger, words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1]?.text ?? '';
  if (!before) return form === 'gerund' || form === 'base' ? after === 'of' || after === 'in' : true;
  if (form === 'past') return false;
  if (before.possessive || DETERMINER.test(before.text)) return true;
  if (form === 'gerund')
    return (
      after === 'of' ||
      (PREPOSITION.test(before.text) && !/^(?:the|an?|\d+|its|his|their|at)$/u.test(after)) ||
      (!BE.test(before.text) && /^(?:in|at|on|by|that)$/u.test(after))
    );
  if (before.text === 'to') return /^(?:and|or|by|on|in)$/u.test(after) && form !== 'base';
  if (AUXILIARY.test(before.text) && !BE.test(before.text)) return false;
  if (form === 'base') return !PRONOUN.test(before.text) && !ADVERB.test(before.text);
  return !/^(?:he|she|it|who|which)$/u.test(before.text);
}
