import { dayOf, formatCalendarDate } from '../../language/dates/calendar.ts';
import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Clause } from '../clauses/clause.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { familyOf } from '../mentions/kinds.ts';
import { isAtOtherTime } from './otherTime.ts';

const LEAD_PARAGRAPHS = 3;
/** How long before its report something may have begun that is still told as news. */
const RUNNING_DAYS_MAX = 45;
const VERB_WORDS = 12;
/** What goes on for days once it has begun. */
const GOES_ON = /^(?:protest|clash|strike|operation|unrest|riot)$/u;
const BEGAN = /^(?:begin|start|erupt|break|launch)$/u;
const SET_OFF = /^(?:spark|trigger|prompt|provoke|cause|ignite|unleash)$/u;

/**
 * Gives what belongs to something under way, such as protests that began on a day which the lead gives, the time from
 * then to the report: of a single event in it no more is known. Only for kinds of that family without any date.
 */
export function withRunningStory(
  clauses: readonly Clause[],
  { written }: { written: number | undefined },
): readonly Clause[] {
  const began = written === undefined ? undefined : outbreak(clauses, written);
  if (!began || written === undefined) return clauses;
  return clauses.map((clause) => (isPartOf(clause) ? { ...clause, date: began } : clause));
}

/** The time from the outbreak to the last day that the lead tells of, or that of writing. */
function outbreak(clauses: readonly Clause[], written: number): DateExpression | undefined {
  const lead = clauses.filter(({ place }) => place.block !== 'caption' && place.paragraph < LEAD_PARAGRAPHS);
  for (const clause of lead) {
    const date = GOES_ON.test(clause.kind) ? beginningOf(clause, lead) : undefined;
    const days = date?.edtf == null ? undefined : edtfInterval(date.edtf);
    if (!date || !days || days[0] !== days[1] || days[0] >= written || written - days[0] > RUNNING_DAYS_MAX) continue;
    const told = lead
      .flatMap(({ date: other, token }) =>
        token.event === 'REPORTING' && other?.edtf != null ? [edtfInterval(other.edtf)] : [],
      )
      .find((each) => each !== undefined && each[0] === each[1] && each[0] > days[0] && each[0] <= written);
    const end = formatCalendarDate(dayOf(told?.[0] ?? written));
    return {
      ...date,
      edtf: `${date.edtf}/${end}`,
      certainty: 'inferred',
      ruleId: 'since-it-began',
      ruleData: undefined,
    };
  }
  return undefined;
}

/** "Protests that began on May 3", "protests across the country sparked by a rise in prices on May 3". */
function beginningOf({ tree, token }: Clause, lead: readonly Clause[]): DateExpression | undefined {
  const verb = tree.tokens.slice(token.at + 1, token.at + 1 + VERB_WORDS).find(({ upos }) => upos === 'VERB');
  if (!verb || !(BEGAN.test(verb.lemma) || (SET_OFF.test(verb.lemma) && tree.tokens[verb.at + 1]?.text === 'by')))
    return undefined;
  const end = tree.tokens.slice(verb.at).find(({ text }) => /^[,;:—–]$/u.test(text))?.span[0] ?? tree.span[1];
  return lead
    .filter((each) => each.tree === tree)
    .map(({ date }) => date)
    .find((date) => date !== undefined && date.span[0] > verb.span[0] && date.span[1] <= end);
}

function isPartOf(clause: Clause): boolean {
  const { tree, token, kind, date, modality } = clause;
  if (date !== undefined || modality !== 'actual' || isAtOtherTime(clause)) return false;
  if (!GOES_ON.test(kind) && familyOf(kind) !== 'violence') return false;
  return token.upos !== 'VERB' || /^(?:past|perfect|gerund|infinitive)$/u.test(verbGroup(tree, token).tense);
}
