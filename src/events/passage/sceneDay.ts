import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree } from '../clauses/clauseTree.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const MONTH = /^\d{4}-\d{2}$/u;
/** "On a hot morning in June": how many words before the month its day is said. */
const WORDS_BEFORE = 3;
const PART_OF_DAY = /^(?:dawn|sunrise|morning|noon|midday|afternoon|dusk|sunset|evening|nightfall|night|midnight)$/u;
const A_DAY = /^(?:day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u;
const ORDINAL = /^(?:second|third|fourth|fifth|sixth|seventh|last|final|next|following|\d+th)$/u;

/** Returns true if a clause is told of one day: of a date, or of a day of some month that is not numbered. */
export function isSceneDay({ date, tree }: Clause): boolean {
  const edtf = date?.edtf ?? '';
  if (DAY.test(edtf)) return true;
  if (!date || !MONTH.test(edtf)) return false;
  const first = tree.tokens.findIndex(({ span }) => span[1] > date.span[0]);
  return tree.tokens
    .slice(Math.max(0, first - WORDS_BEFORE), first)
    .some(({ text }) => PART_OF_DAY.test(text) || A_DAY.test(text));
}

/** Returns true unless a sentence goes on to another day than the one of a date. */
export function isWithinOneDay({ tree }: Pick<Clause, 'tree'>, { edtf }: DateExpression): boolean {
  return !DAY.test(edtf ?? '') || !saysOtherDay(tree);
}

/** Returns true if a sentence goes on to another day: "on the third day", "after two nights". */
export function saysOtherDay({ tokens }: ClauseTree): boolean {
  return tokens.some(
    ({ text, at }) =>
      /^(?:days|nights)$/u.test(text) || (/^(?:day|night)$/u.test(text) && ORDINAL.test(tokens[at - 1]?.text ?? '')),
  );
}

/** Returns true if a sentence says when in a day something was, or names who watched: "shortly before 5 p.m.", "on stage". */
export function saysWhereInScene({ tokens }: ClauseTree): boolean {
  return tokens.some(({ text, at }) => {
    const before = tokens[at - 1]?.text ?? '';
    if (/^(?:[ap]\.m\.?|(?:\d{1,2}(?::\d{2})?)?[ap]m|o'clock)$/u.test(text)) return true;
    if (text === 'stage' && before === 'on') return true;
    if (text === 'trading' && /^(?:early|late|afternoon|morning|after-hours|premarket)$/u.test(before)) return true;
    // "Within minutes", "three hours later".
    if (/^(?:minute|hour|second|moment)s$/u.test(text) && !/^(?:last|final)$/u.test(before)) return true;
    if (WATCHES.test(text) && before === 'the') return true;
    return PART_OF_DAY.test(text) && /^(?:at|by|before|after|around|until|that|the|in)$/u.test(before);
  });
}

/** Those before whom something happens. */
const WATCHES = /^(?:audience|crowd|jury|jurors|courtroom|onlookers|spectators|bystanders)$/u;
