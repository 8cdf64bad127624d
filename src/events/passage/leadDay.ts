import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { childrenOf, parentOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import {
  daysBySection,
  isMatchReport,
  isMeetingReport,
  lateMatchDay,
  leadDays,
  occasionOf,
  PROCEEDINGS,
  type Occasion,
} from './occasions.ts';
import { gapBefore } from './countedFrom.ts';
import { isAtOtherTime } from './otherTime.ts';

/** What people said at a hearing, they said on its day. */
const SAID_AT_HEARING = /^(?:statement|claim|warning)$/u;
/** What votes come to. */
const VOTES = /^(?:win|lose|beat|defeat|oust|elect|re-elect|unseat|vote|retain|flip)$/u;
/** What goes before votes. */
const CAMPAIGNS = /^(?:run|campaign|stand|seek)$/u;

/**
 * Gives what is told below the lead the lead's day, where both are of one match, incident, journey, hearing or meeting
 * and the sentence has no date of its own. Only for the simple past: "has won" and "had won" are of other times; and not
 * where the paragraph has gone over to another day, or the section tells of other days. A match can have its day wherever
 * the article gives it.
 */
export function withLeadDay(
  clauses: readonly Clause[],
  { written }: { written: number | undefined },
): readonly Clause[] {
  const days = new Map(leadDays(clauses));
  const isReport = isMatchReport(clauses);
  const late = isReport && !days.has('match') ? lateMatchDay(clauses, written) : undefined;
  if (late) days.set('match', late);
  if (days.size === 0) return clauses;
  const isMatch = days.has('match') && isReport;
  const isMinutes = isMeetingReport(clauses);
  const isVotes = days.has('election');
  const dated = Map.groupBy(
    clauses.filter(({ date }) => date?.edtf != null),
    ({ tree }) => tree,
  );
  const otherDays = daysBySection(clauses);
  let here: { readonly paragraph: number; readonly edtf: string } | undefined;
  return clauses.map((clause) => {
    const { kind, place, date, modality, token } = clause;
    if (date?.edtf != null && modality === 'actual' && token.upos === 'VERB')
      here = { paragraph: place.paragraph, edtf: date.edtf };
    const game = isMatch && /^(?:injury|other|sanction|decline|statement|attack|visit|departure)$/u.test(kind);
    const occasion =
      isMatch && (game || occasionOf(kind) === 'match')
        ? 'match'
        : isMinutes && PROCEEDINGS.test(token.lemma)
          ? 'meeting'
          : isVotes && VOTES.test(token.lemma)
            ? 'election'
            : occasionIn(kind, days);
    const day = occasion === undefined ? undefined : days.get(occasion);
    if (
      !day ||
      date !== undefined ||
      !takesDay(clause, day, { occasion, dated: dated.get(clause.tree) ?? [], isLate: day === late })
    )
      return clause;
    if (otherDays.get(place.section)?.has(day.edtf ?? '') === false) return clause;
    const isElsewhere = here?.paragraph === place.paragraph && here.edtf !== day.edtf;
    return isElsewhere && occasion !== 'match'
      ? clause
      : { ...clause, date: ofOccasion(day, { isLate: day === late }) };
  });
}

function occasionIn(kind: EventKind, days: ReadonlyMap<Occasion, DateExpression>): Occasion | undefined {
  return SAID_AT_HEARING.test(kind) && days.has('hearing') ? 'hearing' : occasionOf(kind);
}

const STAGE = /^(?:stage|(?:semi|quarter)-?finals?)$/u;
const JOURNEY_PARAGRAPHS = 6;

function takesDay(
  clause: Clause,
  day: DateExpression,
  { occasion, dated, isLate }: { occasion: Occasion | undefined; dated: readonly Clause[]; isLate: boolean },
): boolean {
  const { tree, modality, place, kind } = clause;
  const token = verbOf(clause);
  if (modality !== 'actual' || !token || gapBefore(tree, token)) return false;
  // "Beat them in the group stage": another match than the one that the article is of.
  if (occasion === 'match' && tree.tokens.some(({ text }) => STAGE.test(text))) return false;
  if (occasion === 'match' && isDatedOtherwise(clause, day, dated)) return false;
  // "Scored twice as they beat Derby on Saturday".
  const from = occasion === 'match' ? day.span[1] > tree.span[1] || day.span[0] < tree.span[0] : true;
  if (from && !isLate && token.span[0] < day.span[0]) return false;
  if (occasion !== 'match' && isDatedThere(clause, dated)) return false;
  if (occasion === 'journey' && place.paragraph >= JOURNEY_PARAGRAPHS) return false;
  if (occasion === 'match' && kind === 'statement' && PLAIN_SAYING.test(token.lemma)) return false;
  if (occasion === 'election' && CAMPAIGNS.test(token.lemma)) return false;
  if (verbGroup(tree, token).tense !== 'past') return false;
  return isLaterThatDay(clause) || !isAtOtherTime(clause);
}

/** The verb, or that of a noun that it has for its object: "earned a victory", "handed them a defeat". */
function verbOf({ tree, token, kind }: Clause): Token | undefined {
  if (token.upos === 'VERB') return token;
  const head = token.relation === 'obj' && occasionOf(kind) !== 'incident' ? parentOf(tree, token) : undefined;
  return head?.upos === 'VERB' ? head : undefined;
}

const LATER_WORDS = 3;

/** "Denied earlier in the day", "spoke later that night". */
function isLaterThatDay({ tree, token }: Clause): boolean {
  const next = tree.tokens.slice(token.at + 1, token.at + 1 + LATER_WORDS);
  return [...childrenOf(tree, token), ...next].some(({ text, at }) => {
    if (!/^(?:earlier|later)$/u.test(text)) return false;
    const after = tree.tokens.slice(at + 1, at + 4).map(({ text: word }) => word);
    return /^(?:(?:in|on) )?(?:the|that) (?:day|morning|afternoon|evening|night)\b/u.test(after.join(' '));
  });
}

/** Whether the sentence says when this was, or may do so: what a relative clause in it says is about another thing. */
function isDatedThere({ tree, token, dated }: Clause, others: readonly Clause[]): boolean {
  // "The minutes of the March 3 meeting": the day is part of that noun's name.
  const isName = ({ token: noun, date, kind }: Clause): boolean =>
    noun !== token &&
    noun.upos === 'NOUN' &&
    occasionOf(kind) !== 'incident' &&
    date !== undefined &&
    date.span[1] <= noun.span[0];
  return (
    dated &&
    (others.length === 0 ||
      others.some(
        (other) => other.modality !== 'planned' && !isName(other) && !isWithinRelative(tree, other.token, token),
      ))
  );
}

/** "Took over in August after the club dismissed her": what a clause hangs from is of another day. */
function isDatedOtherwise({ tree, token }: Clause, day: DateExpression, others: readonly Clause[]): boolean {
  const match = edtfInterval(day.edtf ?? '');
  for (let at = parentOf(tree, token); at; at = parentOf(tree, at)) {
    const days = edtfInterval(others.find((other) => other.token === at)?.date?.edtf ?? '');
    if (match && days && (days[0] > match[1] || days[1] < match[0])) return true;
  }
  return false;
}

function isWithinRelative(tree: ClauseTree, inner: Token, outer: Token): boolean {
  let isRelative = false;
  for (let at: Token | undefined = inner; at; at = parentOf(tree, at)) {
    if (at === outer) return isRelative;
    isRelative ||= at.relation.startsWith('acl');
  }
  return false;
}

const PLAIN_SAYING = /^(?:say|tell|add|ask)$/u;

function ofOccasion(date: DateExpression, { isLate }: { isLate: boolean }): DateExpression {
  return {
    ...date,
    certainty: 'inferred',
    ruleId: isLate ? 'only-day-of-match' : 'day-of-the-lead',
    ruleData: undefined,
  };
}
