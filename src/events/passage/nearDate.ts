import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Clause } from '../clauses/clause.ts';
import { subjectOf } from '../clauses/participants.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { familyOf } from '../mentions/kinds.ts';
import { isAtOtherTime } from './otherTime.ts';

const SENTENCES_BACK = 2;
/** Kinds that say too little for two of them to be of one time. */
const ANY = /^(?:other|statement|claim)$/u;

/**
 * Gives an event without a date that of the last one of its family, told at most two sentences before in the same
 * paragraph: "Four states went to the polls this month. In Virginia they voted for …". Only for the past, where the
 * sentence itself names no date and speaks of no other time.
 */
export function withNearDate(clauses: readonly Clause[]): readonly Clause[] {
  const last = new Map<string, Clause>();
  let told: Clause | undefined;
  return clauses.map((clause) => {
    const { kind, date, modality } = clause;
    const family = familyOf(kind);
    if (date?.edtf != null && modality === 'actual') {
      if (!ANY.test(kind)) last.set(family, clause);
      if (isResult(clause)) last.set('result', clause);
      told = clause;
      return clause;
    }
    const from = (isResult(clause) ? last.get('result') : undefined) ?? last.get(family);
    if (!from?.date || ANY.test(kind) || date !== undefined || !isGoingOn(clause, from)) return clause;
    // What was told in between is on another date.
    if (told && told.date?.edtf !== from.date.edtf && told.tree !== from.tree) return clause;
    return { ...clause, date: asBefore(from.date) };
  });
}

function isGoingOn(clause: Clause, from: Clause): boolean {
  const { tree, token, place, modality, dated } = clause;
  if (dated || modality !== 'actual' || token.upos !== 'VERB' || isAtOtherTime(clause)) return false;
  const back = place.index - from.place.index;
  if (isResult(clause) && isResult(from) && OF_PERIOD.test(from.date?.ruleId ?? ''))
    return back > 0 && back <= RESULTS_SENTENCES_BACK && place.block === from.place.block;
  if (back === 0 || back > SENTENCES_BACK || place.block !== from.place.block) return false;
  return place.paragraph === from.place.paragraph && verbGroup(tree, token).tense === 'past';
}

/** "Revenue rose 12 percent". */
function isResult({ tree, token, kind }: Clause): boolean {
  return /^(?:growth|decline)$/u.test(kind) && RESULT.test(subjectOf(tree, token)?.lemma ?? '');
}

const RESULT = /^(?:revenue|sale|profit|income|earning|turnover|margin|order|cost|expense|loss|shipment|delivery)s?$/u;
const OF_PERIOD = /^(?:quarter|half-and-year|period-ended)/u;
/** A company's figures are of one period until another is told, however many paragraphs they fill. */
const RESULTS_SENTENCES_BACK = 6;

function asBefore(date: DateExpression): DateExpression {
  return { ...date, certainty: 'inferred', ruleId: 'date-told-before', ruleData: undefined };
}
