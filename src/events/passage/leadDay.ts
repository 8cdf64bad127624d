import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Clause } from '../clauses/clause.ts';
import { verbGroup } from '../clauses/verbGroup.ts';

const LEAD_PARAGRAPHS = 4;

type Occasion = 'match' | 'incident' | 'journey' | 'hearing';

/** Events of one occasion, told in many sentences of which the first has the day. */
function occasionOf(kind: EventKind): Occasion | undefined {
  if (/^(?:match|performance|victory)$/u.test(kind)) return 'match';
  if (familyOf(kind) === 'violence' || /^(?:arrest|accident|robbery|kidnapping|hijacking)$/u.test(kind))
    return 'incident';
  return /^(?:release|departure|visit)$/u.test(kind) ? 'journey' : undefined;
}

/** What people said at a hearing, they said on its day. */
const HEARING = /^(?:testify|testimony|hearing|cross-examine|cross-examination)$/u;

/**
 * Gives what is told below the lead the lead's day, where both are of one match, incident, journey or hearing and the
 * sentence has no date of its own. Only for the simple past: "has won" and "had won" are of other times.
 */
export function withLeadDay(clauses: readonly Clause[]): readonly Clause[] {
  const days = leadDays(clauses);
  if (days.size === 0) return clauses;
  const isMatch = isMatchReport(clauses);
  return clauses.map((clause) => {
    const { kind } = clause;
    const game = isMatch && /^(?:injury|other|sanction|decline|statement|attack|visit|departure)$/u.test(kind);
    const occasion = isMatch && (game || occasionOf(kind) === 'match') ? 'match' : occasionIn(kind, days);
    const day = occasion === undefined ? undefined : days.get(occasion);
    return day && clause.date === undefined && takesDay(clause, day, occasion)
      ? { ...clause, date: ofLead(day) }
      : clause;
  });
}

function occasionIn(kind: EventKind, days: ReadonlyMap<Occasion, DateExpression>): Occasion | undefined {
  return kind === 'statement' && days.has('hearing') ? 'hearing' : occasionOf(kind);
}

/** The first day of each kind of occasion that the lead tells. */
function leadDays(clauses: readonly Clause[]): ReadonlyMap<Occasion, DateExpression> {
  const days = new Map<Occasion, DateExpression>();
  for (const { kind, date, place, modality, token } of clauses) {
    if (date?.edtf == null || modality !== 'actual' || !/^\d{4}-\d{2}-\d{2}$/u.test(date.edtf)) continue;
    if (place.block !== 'paragraph' || place.paragraph >= LEAD_PARAGRAPHS) continue;
    const occasion = HEARING.test(token.lemma) ? 'hearing' : token.upos === 'VERB' ? occasionOf(kind) : undefined;
    if (occasion !== undefined && !days.has(occasion)) days.set(occasion, date);
  }
  return days;
}

/** Returns true if much of an article tells of a game, in which a "second quarter" is no part of a year. */
export function isMatchReport(clauses: readonly Clause[]): boolean {
  return clauses.filter(({ kind }) => occasionOf(kind) === 'match').length >= MATCH_CLAUSES_MIN;
}

const MATCH_CLAUSES_MIN = 5;
const JOURNEY_PARAGRAPHS = 6;

function takesDay(
  { tree, token, modality, dated, place, kind }: Clause,
  day: DateExpression,
  occasion: Occasion | undefined,
): boolean {
  if (modality !== 'actual' || token.upos !== 'VERB' || token.span[0] < day.span[0]) return false;
  if (dated && occasion !== 'match') return false;
  if (occasion === 'journey' && place.paragraph >= JOURNEY_PARAGRAPHS) return false;
  if (occasion === 'match' && kind === 'statement' && PLAIN_SAYING.test(token.lemma)) return false;
  return verbGroup(tree, token).tense === 'past' && !tree.tokens.some(({ text }) => OTHER_TIME.test(text));
}

const PLAIN_SAYING = /^(?:say|tell|add|ask)$/u;

/** Words that take a sentence to another time. */
const OTHER_TIME =
  /^(?:previous|previously|earlier|ago|career|season|seasons|year|years|last|since|once|later|former|decade|decades|history)$/u;

function ofLead(date: DateExpression): DateExpression {
  return { ...date, certainty: 'inferred', ruleId: 'day-of-the-lead', ruleData: undefined };
}
