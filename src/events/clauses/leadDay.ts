import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Clause } from './clause.ts';
import { verbGroup } from './verbGroup.ts';

const LEAD_PARAGRAPHS = 3;
const DAY_CHARS = 'YYYY-MM-DD'.length;

/** Events of one occasion, told in many sentences of which the first has the day. */
function occasionOf(kind: EventKind): 'match' | 'incident' | undefined {
  if (/^(?:match|performance|victory)$/u.test(kind)) return 'match';
  if (familyOf(kind) === 'violence' || /^(?:arrest|accident|robbery|kidnapping|hijacking)$/u.test(kind))
    return 'incident';
  return undefined;
}

/**
 * Gives what is told below the lead the lead's day, where both are of one match or one incident and the sentence has no
 * date of its own. Only for the simple past: "has won" and "had won" are of other times.
 */
export function withLeadDay(clauses: readonly Clause[]): readonly Clause[] {
  const days = new Map<string, DateExpression>();
  for (const { kind, date, place, modality, token } of clauses) {
    const occasion = occasionOf(kind);
    const isDay = date?.edtf != null && /^\d{4}-\d{2}-\d{2}$/u.test(date.edtf) && date.edtf.length === DAY_CHARS;
    if (occasion === undefined || !isDay || days.has(occasion) || modality !== 'actual' || token.upos !== 'VERB')
      continue;
    if (place.block === 'paragraph' && place.paragraph < LEAD_PARAGRAPHS) days.set(occasion, date);
  }
  if (days.size === 0) return clauses;
  const isMatchReport = clauses.filter(({ kind }) => occasionOf(kind) === 'match').length >= MATCH_CLAUSES_MIN;
  return clauses.map((clause) => {
    const occasion =
      occasionOf(clause.kind) ??
      (isMatchReport && /^(?:injury|other|sanction|decline)$/u.test(clause.kind) ? 'match' : undefined);
    const day = occasion === undefined ? undefined : days.get(occasion);
    return day && clause.date === undefined && takesDay(clause, day) ? { ...clause, date: ofLead(day) } : clause;
  });
}

const MATCH_CLAUSES_MIN = 5;

function takesDay({ tree, token, modality, dated }: Clause, day: DateExpression): boolean {
  if (modality !== 'actual' || dated || token.upos !== 'VERB' || token.span[0] < day.span[0]) return false;
  return verbGroup(tree, token).tense === 'past' && !tree.tokens.some(({ text }) => OTHER_TIME.test(text));
}

/** Words that take a sentence to another time. */
const OTHER_TIME =
  /^(?:previous|previously|earlier|ago|career|season|seasons|year|years|last|since|once|later|former|decade|decades|history)$/u;

function ofLead(date: DateExpression): DateExpression {
  return { ...date, certainty: 'inferred', ruleId: 'day-of-the-lead', ruleData: undefined };
}
