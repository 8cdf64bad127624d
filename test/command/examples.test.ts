import { describe, expect, test } from 'vitest';
import checkQuotes from '../../commands/checkQuotes.ts';
import digest from '../../commands/digest/digest.ts';
import event from '../../commands/event.ts';
import { WHEN_EXAMPLES } from '../../src/reply/words/digests/whenWords.ts';
import { parseMoment } from '../../src/schedule/when/parseMoment.ts';
import { parseWhen } from '../../src/schedule/when/parseWhen.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const DAY_MS = 86_400_000;
/** Noon of every day of a leap year. */
const days = Array.from({ length: 366 }, (_, index) => Date.UTC(2028, 0, 1, 12) + index * DAY_MS);

describe('examples of times', () => {
  const inHelp = digest.help
    .replace(/^[\s\S]*When: /u, '')
    .replace(/ · a cron expression\.$/u, '')
    .split(' · ');

  test.each([...new Set([...inHelp, ...WHEN_EXAMPLES, 'once on 1 December 09:00'])])('%s works on any day', (typed) => {
    const failed = days.filter((now) => parseWhen(typed, { zone: 'UTC', now }).kind !== 'schedule');
    // Without a year, the day itself is in the past after the time.
    expect(failed).toHaveLength(typed.includes('1 December') ? 1 : 0);
  });

  test.each(['tomorrow 09:00', 'Monday', '2 weeks'])('%s ends a pause on any day', (typed) => {
    expect(days.every((now) => parseMoment(typed, { zone: 'UTC', now }) !== undefined)).toBe(true);
  });
});

describe('a day of the year', () => {
  test.each(['02-31', '2026-13-01', '00-10', '4-31'])('%s is refused', async (day) => {
    expect(await event.run({ day }, contextOf([lighthouse]))).toMatchObject({ kind: 'invalid', option: 'day' });
  });

  test.each(['02-29', '12-31', '2026-05-03', 'Today'])('%s is taken', async (day) => {
    expect(await event.run({ day }, contextOf([lighthouse]))).not.toMatchObject({ kind: 'invalid' });
  });
});

test('Check quotes does not say that a message has no quotation when no article is available', async () => {
  const message = 'He said “the lamp went dark”.';
  expect(await checkQuotes.run({ message }, contextOf([]))).toMatchObject({ kind: 'nothing', reason: 'no-articles' });
});

test('Check quotes says so when all that follow are within others that are in the source', async () => {
  const words = 'The mayor said ‘we will repair the bridge’ on Monday';
  const mayor = articleOf('mayor', [
    ['title', 'The Mayor'],
    ['paragraph', `${words}.`],
  ]);
  expect(await checkQuotes.run({ message: `“${words}”`, from: 2 }, contextOf([mayor]))).toMatchObject({
    text: 'Number 2 of the 2 quotations in this message is within another that is in the source.',
  });
});
