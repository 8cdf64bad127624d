import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { aboutThen } from '../clauseDates/sharedDates.ts';
import type { Clause } from '../clauses/clause.ts';
import { caseOf, childBy, childrenOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';

const SENTENCES_BACK = 3;
const OPENING_WORDS = 2;
const TIME_WORDS = 3;
/** What was done because of what is told before: "in retaliation, they bombed a factory". */
const BECAUSE = /^in (?:retaliation|response|reply|revenge|turn|reaction)$/u;
/** "At the time", "at that time", not "at the time of the attack". */
const AT_THE_TIME = /\bat (?:the|that) (?:same )?time(?! (?:of|when|that|the|they|he|she|it|in)\b)/u;

/**
 * Gives what was said or done "at the time" or "in retaliation" the time of the last thing told before it, about, and what was done "in that
 * accident" its day: of the past alone, and only if the sentence says no other time.
 */
export function withSameTime(clauses: readonly Clause[]): readonly Clause[] {
  let told: Clause | undefined;
  return clauses.map((clause) => {
    const { tree, token, place, modality, date, dated } = clause;
    const before = told;
    if (date?.edtf != null && modality === 'actual' && token.upos === 'VERB') told = clause;
    if (date !== undefined || dated || modality !== 'actual' || token.upos !== 'VERB' || !before?.date) return clause;
    const back = place.index - before.place.index;
    if (back === 0 || back > SENTENCES_BACK || !/^(?:past|perfect)$/u.test(verbGroup(tree, token).tense)) return clause;
    const near: DateExpression | undefined = saysSameTime(clause)
      ? aboutThen(before.date)
      : back === 1 && isPartOfThat(clause, before)
        ? { ...before.date, certainty: 'inferred', ruleId: 'date-told-before', ruleData: undefined }
        : undefined;
    return near ? { ...clause, date: near } : clause;
  });
}

/** "Two people died in that accident", right after what was told of it: part of what has the date. */
function isPartOfThat({ tree, token, place }: Clause, before: Clause): boolean {
  if (place.paragraph !== before.place.paragraph || before.token.at !== lastDone(before)) return false;
  return childrenOf(tree, token).some(
    (child) =>
      child.event === 'OCCURRENCE' &&
      child.upos === 'NOUN' &&
      /^(?:in|during|at|by)$/u.test(caseOf(tree, child)) &&
      childBy(tree, child, /^det$/u)?.text === 'that',
  );
}

/** Where the last verb stands that tells what happened in a sentence: "that" means nothing before it. */
function lastDone({ tree: { tokens } }: Clause): number | undefined {
  return tokens.findLast(({ upos, event }) => upos === 'VERB' && event === 'OCCURRENCE')?.at;
}

function saysSameTime({ tree: { tokens, span }, token }: Clause): boolean {
  const words = tokens.map(({ text }) => text);
  if (AT_THE_TIME.test(words.slice(0, TIME_WORDS).join(' ')) && words[TIME_WORDS] === ',') return true;
  if (BECAUSE.test(words.slice(0, OPENING_WORDS).join(' ')) && span[0] < token.span[0]) return true;
  const after = tokens.filter(({ at }) => at > token.at).slice(0, CLAUSE_WORDS);
  const said = after.map(({ text }) => text).join(' ');
  // "Said at the time that": what follows is what was said.
  return AT_THE_TIME.test(said) || (token.event === 'REPORTING' && SAID_THEN.test(said));
}

const SAID_THEN = /^at (?:the|that) (?:same )?time that\b/u;
const CLAUSE_WORDS = 8;
