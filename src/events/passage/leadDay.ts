import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { childrenOf, parentOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { gapBefore } from './countedFrom.ts';
import { isAtOtherTime } from './otherTime.ts';

const LEAD_PARAGRAPHS = 4;
const DAY_CHARS = 'YYYY-MM-DD'.length;

type Occasion = 'match' | 'election' | 'incident' | 'journey' | 'hearing' | 'meeting';

/** Events of one occasion, told in many sentences of which the first has the day. */
function occasionOf(kind: EventKind): Occasion | undefined {
  if (/^(?:match|performance|victory)$/u.test(kind)) return 'match';
  if (familyOf(kind) === 'violence' || /^(?:arrest|accident|disaster|robbery|kidnapping|hijacking)$/u.test(kind))
    return 'incident';
  if (kind === 'election') return 'election';
  return /^(?:release|departure|visit)$/u.test(kind) ? 'journey' : undefined;
}

/** What votes come to. */
const VOTES = /^(?:win|lose|beat|defeat|oust|elect|re-elect|unseat|vote|retain|flip)$/u;
/** What goes before votes. */
const CAMPAIGNS = /^(?:run|campaign|stand|seek)$/u;

/** What people said at a hearing, they said on its day. */
const HEARING = /^(?:testify|testimony|hearing|cross-examine|cross-examination)$/u;
const SAID_AT_HEARING = /^(?:statement|claim|warning)$/u;
/** A body that met, and what a meeting does. */
const MEETS = /^(?:meet|convene|gather)$/u;
const PROCEEDINGS =
  /^(?:adjourn|adopt|agree|amend|appoint|approve|authorize|award|call|confirm|debate|defer|discuss|elect|grant|hear|hire|hold|move|nominate|oppose|pass|postpone|present|propose|ratify|read|recommend|reject|report|review|second|speak|table|vote)$/u;

/**
 * Gives what is told below the lead the lead's day, where both are of one match, incident, journey, hearing or meeting
 * and the sentence has no date of its own. Only for the simple past: "has won" and "had won" are of other times; and not
 * where the paragraph has gone over to another day.
 */
export function withLeadDay(clauses: readonly Clause[]): readonly Clause[] {
  const days = leadDays(clauses);
  if (days.size === 0) return clauses;
  const isMatch = days.has('match') && isMatchReport(clauses);
  const isMinutes = isMeetingReport(clauses);
  const isVotes = days.has('election');
  const dated = Map.groupBy(
    clauses.filter(({ date }) => date?.edtf != null),
    ({ tree }) => tree,
  );
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
    if (!day || date !== undefined || !takesDay(clause, day, { occasion, dated: dated.get(clause.tree) ?? [] }))
      return clause;
    const isElsewhere = here?.paragraph === place.paragraph && here.edtf !== day.edtf;
    return isElsewhere && occasion !== 'match' ? clause : { ...clause, date: ofLead(day) };
  });
}

function occasionIn(kind: EventKind, days: ReadonlyMap<Occasion, DateExpression>): Occasion | undefined {
  return SAID_AT_HEARING.test(kind) && days.has('hearing') ? 'hearing' : occasionOf(kind);
}

/** The first day of each kind of occasion that the lead tells. */
function leadDays(clauses: readonly Clause[]): ReadonlyMap<Occasion, DateExpression> {
  const days = new Map<Occasion, DateExpression>();
  for (const { kind, date, place, modality, tree, token } of clauses) {
    if (
      date?.edtf == null ||
      modality !== 'actual' ||
      tree.quoted[token.at] === true ||
      !/^\d{4}-\d{2}(?:-\d{2})?$/u.test(date.edtf)
    )
      continue;
    if (place.block !== 'paragraph' || place.paragraph >= LEAD_PARAGRAPHS) continue;
    const occasion = HEARING.test(token.lemma)
      ? 'hearing'
      : MEETS.test(token.lemma) && place.index === 0
        ? 'meeting'
        : token.upos === 'VERB'
          ? occasionOf(kind)
          : undefined;
    // Votes of one month are told as such; of other things the day is known.
    const isExact = date.edtf.length === DAY_CHARS || occasion === 'election';
    if (occasion !== undefined && isExact && !days.has(occasion)) days.set(occasion, date);
  }
  return days;
}

/** Returns true if much of an article tells of a game, in which a "second quarter" is no part of a year. */
export function isMatchReport(clauses: readonly Clause[]): boolean {
  return clauses.filter(({ kind }) => occasionOf(kind) === 'match').length >= MATCH_CLAUSES_MIN;
}

/** Returns true if an article tells what was done at a meeting that it begins with. */
function isMeetingReport(clauses: readonly Clause[]): boolean {
  const met = clauses.some(({ token, place }) => place.index === 0 && MEETS.test(token.lemma));
  return met && clauses.filter(({ token }) => PROCEEDINGS.test(token.lemma)).length >= PROCEEDINGS_MIN;
}

const MATCH_CLAUSES_MIN = 5;
const PROCEEDINGS_MIN = 4;
const JOURNEY_PARAGRAPHS = 6;

function takesDay(
  clause: Clause,
  day: DateExpression,
  { occasion, dated }: { occasion: Occasion | undefined; dated: readonly Clause[] },
): boolean {
  const { tree, modality, place, kind } = clause;
  const token = verbOf(clause);
  if (modality !== 'actual' || !token || gapBefore(tree, token)) return false;
  // "Scored twice as they beat Derby on Saturday".
  const from = occasion === 'match' ? day.span[1] > tree.span[1] || day.span[0] < tree.span[0] : true;
  if (from && token.span[0] < day.span[0]) return false;
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

/** "Denied earlier in the day", "spoke later that night". */
function isLaterThatDay({ tree, token }: Clause): boolean {
  return childrenOf(tree, token).some(({ text, at }) => {
    if (!/^(?:earlier|later)$/u.test(text)) return false;
    const after = tree.tokens.slice(at + 1, at + 4).map(({ text: word }) => word);
    return /^(?:(?:in|on) )?(?:the|that) (?:day|morning|afternoon|evening|night)\b/u.test(after.join(' '));
  });
}

/** Whether the sentence says when this was, or may do so: what a relative clause in it says is about another thing. */
function isDatedThere({ tree, token, dated }: Clause, others: readonly Clause[]): boolean {
  // "The minutes of the March 3 meeting": the day is part of that noun's name.
  const isName = ({ token: noun, date }: Clause): boolean =>
    noun !== token && noun.upos === 'NOUN' && date !== undefined && date.span[1] <= noun.span[0];
  return (
    dated &&
    (others.length === 0 ||
      others.some(
        (other) => other.modality !== 'planned' && !isName(other) && !isWithinRelative(tree, other.token, token),
      ))
  );
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

function ofLead(date: DateExpression): DateExpression {
  return { ...date, certainty: 'inferred', ruleId: 'day-of-the-lead', ruleData: undefined };
}
