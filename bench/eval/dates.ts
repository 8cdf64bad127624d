import { dateExpressions, type DateExpression } from '../../src/language/dates/dateExpressions.ts';

interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/**
 * The product's date expressions as an adapter of `harness/dates.mjs`. TIMEX3 writes a part of a year as the year, and
 * the ends of a range as two expressions; what it has no calendar value for (seasons, weeks, open intervals) is left out.
 */
export default {
  name: 'rapporteur',
  extract: (text: string, reference: string): readonly Prediction[] =>
    dateExpressions(text, { reference }).flatMap((expression) => timexes(expression)),
};

function timexes({ text, edtf, span: [start, end], certainty, ruleId }: DateExpression): readonly Prediction[] {
  if (edtf === null) return [];
  if (edtf.startsWith('/') || edtf.endsWith('/')) {
    const value = edtf.replaceAll(/[/~]/gu, '');
    return certainty === 'vague' ? [] : [{ start, end, value }];
  }
  if (!edtf.includes('/')) {
    const value = edtf.replace(/[~?]$/u, '');
    if (!/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?$/u.test(value)) return [];
    return certainty === 'vague' && edtf.endsWith('~') ? [] : [{ start, end, value }];
  }
  const [from, to] = edtf.split('/') as [string, string];
  // Of "the first nine months of the year" it has the year alone.
  if (ruleId === 'part-of-period')
    return [
      { start: start + text.lastIndexOf(' of ') + ' of '.length, end, value: from.slice(0, from.lastIndexOf('-')) },
    ];
  if (from.endsWith('~')) {
    const whole = from.slice(0, from.length === 11 ? 7 : 4);
    return to.startsWith(whole) ? [{ start, end, value: whole }] : [];
  }
  if (certainty !== 'stated' && ruleId !== 'years' && ruleId !== 'dates') return [];
  return [
    { start, end: start + Math.ceil((end - start) / 2), value: from },
    { start: end - Math.floor((end - start) / 2), end, value: to },
  ];
}
