import type { Span } from '../span.ts';
import { dayNumber, dayOf, formatCalendarDate, weekdayOf, type CalendarDate } from './calendar.ts';
import type { Meaning } from './dateRule.ts';
import { NUMBER, numberOf, UNIT, WEEKDAY, weekdayNumber } from './dateWords.ts';
import { interval, moved, unitOf, weekOf } from './edtf.ts';
import type { RuleData } from './ruleReading.ts';
import type { Tense } from './tense.ts';

/** An expression with the words before it that belong to it. */
export interface Led {
  readonly span: Span;
  readonly meaning: Meaning;
}
/** Where an expression stands: its text, what may not be reached into, and the tense of its verb. */
export interface Place {
  readonly text: string;
  readonly floor: number;
  readonly tense: () => Tense;
}

const LEAD_MAX_CHARS = 48;
const START = '(?<![0-9A-Za-z_\u00c0-\u024f])';
const ABOUT = new RegExp(
  `${START}(?:(?:(?:in or |at or )?around|circa|approximately|roughly|(?<=\\b(?:in|from|to|since|until|by|founded|born|established) )about)\\s|ca?\\.\\s?)$`,
  'iu',
);
const STEP = new RegExp(
  `${START}(?:the (?<one>day|night|morning|evening|week|month|year)|(?<count>${NUMBER}) (?<unit>${UNIT})|the (?:first )?(?<weekday>${WEEKDAY})) (?<way>before|after|following)\\s$`,
  'iu',
);
const AS_OF = new RegExp(`${START}as (?:of|at)\\s$`, 'iu');
const PLAIN = /^-?\d{4}(?:-\d{2}){0,2}$/u;

/**
 * Takes in what stands right before an expression and changes what it means: "the day after", "around", "as of".
 * "Around" makes a date approximate and changes nothing else of it.
 */
export function withLead(expression: Led, place: Place): Led {
  return [stepped, approximate, asOf].reduce((led, take) => take(led, place) ?? led, expression);
}

function leadOf(pattern: RegExp, { span: [start] }: Led, { text, floor }: Place): RegExpExecArray | null {
  return pattern.exec(text.slice(Math.max(floor, start - LEAD_MAX_CHARS), start));
}

function taken({ span: [start, end] }: Led, [written]: RegExpExecArray, meaning: Meaning): Led {
  return { span: [start - written.length, end], meaning };
}

/** "They got around Wednesday’s ruling" is no date near Wednesday. */
function approximate(led: Led, place: Place): Led | undefined {
  const { edtf, ruleData } = led.meaning;
  const isOwner = /^['’]s\b/u.test(place.text.slice(led.span[1], led.span[1] + 3));
  const match = edtf !== null && PLAIN.test(edtf) && !isOwner ? leadOf(ABOUT, led, place) : null;
  return match
    ? taken(led, match, { ...led.meaning, edtf: `${edtf}~`, ruleData: { ...ruleData, about: true } })
    : undefined;
}

/** What is so "as of" a date is so up to it, or from it on where the verb looks ahead. */
function asOf(led: Led, place: Place): Led | undefined {
  const { edtf, ruleData } = led.meaning;
  const match = edtf !== null && PLAIN.test(edtf.replace(/~$/u, '')) ? leadOf(AS_OF, led, place) : null;
  if (!match) return undefined;
  const ahead = place.tense() === 'future';
  return taken(led, match, {
    ...led.meaning,
    edtf: ahead ? `${edtf}/` : `/${edtf}`,
    ruleData: { ...ruleData, ...(ahead ? { since: true } : { upTo: true }) },
  });
}

function stepped(led: Led, place: Place): Led | undefined {
  const { anchor, edtf, statesYear } = led.meaning;
  const match = anchor && edtf !== null && PLAIN.test(edtf) ? leadOf(STEP, led, place) : null;
  if (!match || !anchor) return undefined;
  const { one, count, unit, weekday, way = '' } = match.groups ?? {};
  const sign = /before/iu.test(way) ? -1 : 1;
  if (weekday !== undefined)
    return anchor.day === undefined
      ? undefined
      : taken(led, match, meaningOf(weekdayFrom(anchor, weekdayNumber(weekday), sign), stepData(1, weekday, sign)));
  const written = one === undefined ? (unit ?? '') : /morning|evening/iu.test(one) ? 'day' : one;
  const number = one === undefined ? numberOf(count ?? '') : 1;
  const [base, times] = unitOf(written);
  const date = moved(anchor, base, number * times * sign);
  if (Number.isNaN(number) || !date) return undefined;
  const data = stepData(number, written.toLowerCase(), sign);
  if (one !== undefined && base === 'week')
    return taken(led, match, { ...meaningOf(date, data), edtf: interval(...weekOf(anchor, sign)) });
  const meaning = { ...meaningOf(date, data), ...(statesYear === undefined ? {} : { statesYear }) };
  return taken(led, match, base === 'week' ? { ...meaning, edtf: `${meaning.edtf}~`, certainty: 'inferred' } : meaning);
}

function weekdayFrom(anchor: CalendarDate, wanted: number, sign: number): CalendarDate {
  const days = ((wanted - weekdayOf(anchor)) * sign + 7) % 7 || 7;
  return dayOf(dayNumber(anchor) + sign * days);
}

function stepData(count: number, unit: string, sign: number): RuleData {
  return { count, unit, way: sign < 0 ? 'before' : 'after' };
}

function meaningOf(anchor: CalendarDate, ruleData: RuleData): Meaning {
  return { edtf: formatCalendarDate(anchor), certainty: 'resolved', ruleId: 'counted-from-named', ruleData, anchor };
}
