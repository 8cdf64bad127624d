import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Dateline } from './dateline.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { MergedMention } from '../merge/mergeMentions.ts';

/** What a report's dateline says about the events of its first paragraph. */
export interface ReportHead {
  readonly dateline: Dateline;
  /** The dateline's date, resolved against the article's. */
  readonly date: DateExpression | undefined;
  /** Where the first paragraph ends. */
  readonly leadEnd: number;
  /** All events of the report. */
  readonly all: readonly MergedMention[];
}

/**
 * Gives an event of the first paragraph the dateline's place if the text names none, and its day if no similar event is
 * dated in the report. Both are marked as inferred: a dateline says where and when a report was written.
 */
export function fromDateline(event: MergedMention, { dateline, date, leadEnd, all }: ReportHead): MergedMention {
  const { main, members } = event;
  const leads = members.some(
    ({ span, modality, mention }) => span[0] < leadEnd && modality === 'actual' && mention.finite,
  );
  if (!leads || main.modality !== 'actual') return event;
  const named = all.some((other) =>
    other.members.some(({ span, places: own }) => span[0] === main.span[0] && own.length > 0),
  );
  const places = named || !dateline.place ? main.places : [{ ...dateline.place, inferred: 'dateline' as const }];
  const dated = all.some((other) => other.main.date !== undefined && familyOf(other.main.kind) === familyOf(main.kind));
  return { ...event, main: { ...main, places, date: main.date ?? (dated || !date ? undefined : inferred(date)) } };
}

function inferred(date: DateExpression): DateExpression {
  const edtf = date.edtf === null || /[~?/]/u.test(date.edtf) ? date.edtf : `${date.edtf}~`;
  return { ...date, edtf, certainty: 'inferred', ruleId: 'dateline-day', ruleData: undefined };
}
