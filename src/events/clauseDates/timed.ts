import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { dayOf, formatCalendarDate } from '../../language/dates/calendar.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import type { Modality } from '../mentions/mention.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { childBy, parentOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';

/** What a clause says of when it is, and whether it has happened. */
interface ClauseTime {
  readonly modality: Modality;
  readonly date: DateExpression | undefined;
}

/**
 * Brings the date of a clause and its modality into agreement as of the day of writing: a weekday, month or season without
 * a year that is planned lies ahead, what is dated after that day is planned, and what has happened by then has another date.
 */
export function timed(
  tree: ClauseTree,
  token: Token,
  { modality, date, written }: ClauseTime & { readonly written: number | undefined },
): ClauseTime {
  if (date === undefined || written === undefined) return { modality, date };
  const scheduled = isScheduled(tree, token);
  if ((modality === 'planned' && date.span[0] > token.span[0]) || scheduled) {
    const day = nextWeekday(date, written);
    if (day) return { modality: 'planned', date: day };
  }
  if (scheduled || looksAhead(tree, token, { modality, date })) {
    const ahead = inNextYear(date, written);
    if (ahead) return { modality: scheduled && modality === 'actual' ? 'planned' : modality, date: ahead };
  }
  const days = date.edtf === null ? undefined : edtfInterval(date.edtf);
  if (modality === 'possible' && days && days[1] < written - YEAR_DAYS && wouldBe(tree, token))
    return { modality: 'actual', date };
  if (modality !== 'actual' || !days || days[0] <= written) return { modality, date };
  // An infinitive that tells what happened is a result: "came back to win".
  const { tense } = verbGroup(tree, token);
  const happened = token.upos === 'VERB' && /^(?:past|perfect|pluperfect|infinitive)$/u.test(tense);
  if (!happened) return { modality: 'planned', date };
  return { modality, date: tense === 'infinitive' ? undefined : inLastYear(date, written) };
}

const YEAR_DAYS = 365;

/** "He would win a second prize in 1980": what a life still had to bring, told of long ago. */
function wouldBe(tree: ClauseTree, token: Token): boolean {
  if (token.upos !== 'VERB' || !/^(?:root|conj)$/u.test(token.relation)) return false;
  const { auxiliaries, negated } = verbGroup(tree, token);
  const words = auxiliaries.map(({ text }) => text);
  return !negated && words[0] === 'would' && !words.includes('have') && !tree.tokens.some(({ text }) => text === 'if');
}

/** The same month or day a year before, of an expression without a year that was read as the next one: "announced the plan Aug. 21". */
function inLastYear(date: DateExpression, written: number): DateExpression | undefined {
  const { ruleId, ruleData } = date;
  if (!/^month(?:-and-day)?$/u.test(ruleId) || ruleData?.year !== 'next') return undefined;
  const point = /^(\d{4})(-\d{2}(?:-\d{2})?)$/u.exec(date.edtf ?? '');
  if (!point) return undefined;
  const edtf = `${String(Number(point[1]) - 1).padStart(4, '0')}${String(point[2])}`;
  const days = edtfInterval(edtf);
  if (!days || days[0] > written) return undefined;
  return { ...date, edtf, certainty: 'inferred', ruleData: { ...ruleData, year: 'last' } };
}

const SCHEDULED_WITH_OBJECT = /^(?:report|publish|release|hold|present|unveil)$/u;
const SCHEDULED =
  /^(?:begin|start|open|close|end|resume|arrive|leave|depart|meet|host|play|face|visit|return|run|launch|kick)$/u;

/** The present of verbs that tell what a programme says: "the fair opens on Friday". */
function isScheduled(tree: ClauseTree, token: Token): boolean {
  const head = token.upos === 'VERB' ? token : parentOf(tree, token);
  if (head?.upos !== 'VERB') return false;
  // "Reports results on Thursday", not "reports that".
  const isPlanned = SCHEDULED_WITH_OBJECT.test(head.lemma) && childBy(tree, head, /^obj$/u) !== undefined;
  if (!SCHEDULED.test(head.lemma) && !isPlanned) return false;
  return verbGroup(tree, head).tense === 'present' && verbGroup(tree, head).auxiliaries.length === 0;
}

/** Whether a clause can only be of what comes: "will close", "may close", "plans to close", not "planned to" or "may have". */
function looksAhead(
  tree: ClauseTree,
  token: Token,
  { modality, date }: { readonly modality: Modality; readonly date: DateExpression },
): boolean {
  const verb = token.upos === 'VERB' ? token : parentOf(tree, token);
  if (verb?.upos !== 'VERB' || (modality !== 'planned' && modality !== 'possible')) return false;
  const { tense, auxiliaries } = verbGroup(tree, verb);
  if (auxiliaries.some(({ text }) => /^(?:have|'ve|was|were)$/u.test(text))) return false;
  if (tense === 'future' || tense === 'modal') return true;
  const governor = parentOf(tree, verb);
  return (
    tense === 'infinitive' &&
    modality === 'planned' &&
    date.span[0] > token.span[0] &&
    governor?.upos === 'VERB' &&
    /^(?:present|progressive|perfect)$/u.test(verbGroup(tree, governor).tense)
  );
}

const WEEK_DAYS = 7;

/** The weekday after the day of writing, of an expression that was read as the one before. */
function nextWeekday(date: DateExpression, written: number): DateExpression | undefined {
  const days = date.edtf === null ? undefined : edtfInterval(date.edtf);
  if (!date.ruleId.startsWith('weekday') || !days || days[0] !== days[1] || days[0] > written) return undefined;
  // "Will sign on Friday", written on a Friday, is said of that day.
  if (days[0] === written) return date;
  const day = days[0] + WEEK_DAYS;
  return day <= written
    ? undefined
    : { ...date, edtf: formatCalendarDate(dayOf(day)), ruleId: 'weekday-ahead', ruleData: undefined };
}

/** The month, day or season a year later, of an expression without a year that was read as the last one before the day of writing. */
function inNextYear(date: DateExpression, written: number): DateExpression | undefined {
  const { ruleId, ruleData } = date;
  const isSeason = ruleId === 'begun-season';
  const isGuess = ruleId === 'month' || ruleId === 'month-and-day';
  const year = ruleData?.year;
  if (!isSeason && !(isGuess && (year === 'last' || year === 'article'))) return undefined;
  const point = /^(\d{4})(-\d{2}(?:-\d{2})?)$/u.exec(date.edtf ?? '');
  const days = point ? edtfInterval(point[0]) : undefined;
  if (!point || !days || days[1] >= written) return undefined;
  const edtf = `${String(Number(point[1]) + 1).padStart(4, '0')}${String(point[2])}`;
  const later = edtfInterval(edtf);
  if (!later || later[1] < written) return undefined;
  return {
    ...date,
    edtf,
    certainty: 'inferred',
    ruleId: isSeason ? 'coming-season' : ruleId,
    ruleData: isSeason ? undefined : { ...ruleData, year: 'next' },
  };
}
