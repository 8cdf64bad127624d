import { expect, test } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { dateExpressions } from '../../src/language/dates/dateExpressions.ts';
import { excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { answerJson } from '../../src/reply/answerJson.ts';
import { lighthouse } from '../fixtures/article.ts';
import { eventOn } from '../fixtures/event.ts';

test('answerJson has the rule of a date as an identifier and in words', () => {
  const dates = [...dateExpressions('It ended last week.', { reference: '2024-06-11' })];
  const written = answerSchema.parse(JSON.parse(answerJson({ kind: 'dates', dates })));
  expect(written).toMatchObject({
    dates: [{ ruleId: 'week', rule: 'the week before the article’s date, Monday to Sunday' }],
  });
});

test('answerJson writes the rules of events, too', () => {
  const one = eventOn(excerptOfSentence(lighthouse, lighthouse.blocks.length - 1, 0), '2024');
  const date = { ...one.date!, rule: undefined, ruleId: 'year' as const };
  expect(JSON.parse(answerJson({ kind: 'events', events: [{ ...one, date }] }))).toMatchObject({
    events: [{ date: { ruleId: 'year', rule: 'year as written' } }],
  });
});
