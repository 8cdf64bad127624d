import { describe, expect, test } from 'vitest';
import { RULE_IDS } from '../../../../src/language/dates/ruleReading.ts';
import { dateExpressions } from '../../../../src/language/dates/dateExpressions.ts';
import { dateRuleInWords } from '../../../../src/reply/words/events/dateRuleWords.ts';

describe('dateRuleInWords', () => {
  test.each([
    ['It ended on 11 June 2020.', 'day, month and year as written'],
    ['It ended on June 11.', 'month and day + article year'],
    ['It ended in December.', 'month + the last one before the article’s date'],
    ['It ended last week.', 'the week before the article’s date, Monday to Sunday'],
    ['It ended three weeks ago.', '3 weeks before the article’s date'],
    ['It ran in the past two months.', '2 months up to the article’s date'],
    ['It ended in the middle of last year.', 'part of the year before the article’s date'],
    ['It ran from 3 to 5 May.', 'from one date to the other + article year'],
    ['It ran from 3 to 5 May 2021.', 'from one date to the other, as written'],
  ])('of %j: %s', (text, words) => {
    const [found] = dateExpressions(text, { reference: '2024-06-11' });
    expect(dateRuleInWords(found!).replace('three', '3').replace('two ', '2 ')).toBe(words);
  });

  test.each([
    ['It ended last week.', 'the week before the article’s date; the article’s date is not known'],
    ['It ended on June 11.', 'month and day; the year is not known, as the article’s date is not'],
    ['It ended three weeks ago.', 'time counted from the article’s date; the article’s date is not known'],
    ['That year it ended.', 'the year of the expression before it; no expression before it is exact enough'],
  ])('of %j without the article’s date: %s', (text, words) => {
    expect(dateRuleInWords(dateExpressions(text)[0]!)).toBe(words);
  });

  test('keeps the words of an editor', () => {
    expect(dateRuleInWords({ rule: 'I asked the author', ruleId: 'year' })).toBe('I asked the author');
    expect(dateRuleInWords({})).toBe('');
  });

  test('has a clause without a hole for each rule', () => {
    const ruleData = { count: 2, unit: 'days', way: 'before', order: 'day first' } as const;
    for (const ruleId of RULE_IDS) expect(dateRuleInWords({ ruleId, ruleData })).toMatch(/^(?!.*undefined).{4,}$/u);
  });
});
