import { describe, expect, test } from 'vitest';
import { extractedEvent } from '../../../src/events/extractEvents.ts';
import { filterBySalience, type WeighedEvent } from '../../../src/events/salience/filterBySalience.ts';
import { articleOf } from '../../fixtures/article.ts';

const LEAD = 'LIMA, 9 June 2024 (AFP) -- Gunmen attacked a bank today, killing two.';
const PAST = 'In 1997 rebels attacked the town of Cusco.';

function read(...paragraphs: readonly (readonly string[])[]): readonly WeighedEvent[] {
  return filterBySalience(news(paragraphs));
}

function news(paragraphs: readonly (readonly string[])[]): ReturnType<typeof articleOf> {
  return articleOf('news', [['title', 'News'], ...paragraphs.map((told) => ['paragraph', ...told] as const)], {
    published: '2024-06-11',
  });
}

test('what a text begins with, of its own day, weighs more than what was long ago', () => {
  const [lead, past] = read([LEAD], ['The bank is on the main square.'], ['It is the oldest one.'], [PAST]);
  expect(past!.main.date?.edtf).toBe('1997');
  expect(lead!.salience).toBeGreaterThan(past!.salience + 0.2);
});

test('salience is a likelihood, and does not depend on words of the text', () => {
  const [one] = read([LEAD]);
  const [other] = read([LEAD.replace('bank', 'shop').replace('LIMA', 'LYON')]);
  expect(one!.salience).toBeGreaterThan(0);
  expect(one!.salience).toBeLessThan(1);
  expect(other!.salience).toBe(one!.salience);
});

test('what is only mentioned is there, and not reported', () => {
  const events = read(['Such attacks are feared.'], ['Gunmen attacked a bank in Quito on Monday.']);
  expect(events.map(({ reported }) => reported)).toEqual([false, true]);
});

test('a mention in passing changes nothing of what is reported', () => {
  const told = 'Gunmen attacked a bank in Quito on Monday.';
  const plain = news([[told]]);
  const more = news([[told], ['An attack could come again.']]);
  const reported = (article: typeof plain): readonly unknown[] =>
    filterBySalience(article)
      .filter((event) => event.reported)
      .map((event) => extractedEvent(article.source, event));
  expect(reported(more)).toEqual(reported(plain));
});

describe('a dateline', () => {
  test('is the day from which "today" counts, where the article came out later', () => {
    expect(read([LEAD])[0]!.main.date?.edtf).toBe('2024-06-09');
  });
  test('does not count where it is far from the article’s date', () => {
    expect(read([LEAD.replace('2024', '2019')])[0]!.main.date?.edtf).toBe('2024-06-11');
  });
  test('gives the lead its place, marked as inferred', () => {
    const article = news([[LEAD]]);
    expect(extractedEvent(article.source, filterBySalience(article)[0]!).places).toEqual([
      { text: 'LIMA', span: expect.any(Array), inferred: 'dateline' },
    ]);
  });
  test('gives no place where the text names one, and none to what comes later', () => {
    const [lead, later] = read([LEAD.replace('a bank', 'a bank in Quito')], ['Rebels burned a bus on Monday.']);
    expect(lead!.main.places.map(({ inferred }) => inferred)).toEqual([undefined]);
    expect(later!.main.places).toEqual([]);
  });
  test('gives the lead its day where nothing of the kind is dated', () => {
    const undated = LEAD.replace(' today', '');
    expect(read([undated])[0]!.main.date).toMatchObject({ edtf: '2024-06-09~', certainty: 'inferred' });
    expect(read([undated], [PAST])[0]!.main.date).toBeUndefined();
  });
});
