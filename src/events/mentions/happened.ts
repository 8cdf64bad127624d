import { inOneClause, wordAt, type Word } from './sentence.ts';
import { NEGATION } from './clauseWords.ts';

const SUBJECT_WORDS = 12;
const PAST_VERB =
  /^(?:was|were|has|had|occurred|happened|took|left|came|began|ended|struck|hit|went|rang|shook|(?!hundred|need|speed|indeed)\p{L}{3,}ed)$/u;

/** Returns true if a noun is part of something that happened: it acted or was acted in, or a past verb is about it. */
export function happened(words: readonly Word[], at: number): boolean {
  return isSubject(words, at) || isAgent(words, at);
}

/** Returns true if something was done by or in the noun's event: "destroyed by a blast", "killed in an attack". */
function isAgent(words: readonly Word[], at: number): boolean {
  const by = words.findLastIndex(
    (word, index) => index < at && index >= at - 4 && /^(?:by|in|during)$/u.test(word.text),
  );
  if (by < 1 || !inOneClause(words, by, at) || !inOneClause(words, by - 1, at)) return false;
  return /^(?:shot|hit|hurt|(?!hundred|need|speed|indeed|involved|based|interested)\p{Ll}{3,}ed)$/u.test(
    wordAt(words, by - 1).text,
  );
}

/** Returns true if a noun is the subject of a verb in the past: "the attack left five dead". */
function isSubject(words: readonly Word[], at: number): boolean {
  const ahead = words.slice(at + 1, at + 1 + SUBJECT_WORDS);
  const verb = ahead.findIndex((word) => PAST_VERB.test(word.text) && !word.capital);
  if (verb === -1 || ahead.slice(0, verb + 1).some((word) => word.clause !== wordAt(words, at).clause)) return false;
  const before = words.slice(Math.max(0, at - 4), at).filter((word) => word.clause === wordAt(words, at).clause);
  const object = before.findIndex((word) =>
    /^(?:of|in|on|for|to|with|by|against|from|during|about|after)$/u.test(word.text),
  );
  return object === -1 && !NEGATION.test(ahead[verb + 1]?.text ?? '');
}
