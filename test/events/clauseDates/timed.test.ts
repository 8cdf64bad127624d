import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edtfInterval } from '../../../src/events/dates/edtfInterval.ts';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { dayNumber, dayOf, formatCalendarDate } from '../../../src/language/dates/calendar.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

/** The event of a trigger in a sentence of an article that was published on a day. */
function eventOf(sentence: string, trigger: string, published: string) {
  const { article, tags } = taggedArticle([[sentence]], { published });
  const found = extractEvents(article, tags).find((each) => article.source.slice(...each.trigger) === trigger);
  return found && { modality: found.modality, edtf: found.date?.edtf };
}

test.each<[sentence: string, trigger: string, expected: { modality: string; edtf: string | undefined }]>([
  ['The museum will start tours in October.', 'start', { modality: 'planned', edtf: '2021-10' }],
  [
    'The mill, which was built by the river and employed 300 people, will close in February.',
    'close',
    { modality: 'planned', edtf: '2022-02' },
  ],
  ['The mill may close in February.', 'close', { modality: 'possible', edtf: '2022-02' }],
  ['The council hopes to open a library in the spring.', 'open', { modality: 'planned', edtf: '2022-21' }],
  [
    'The fair, which was founded by a priest who died in the war, opens in March.',
    'opens',
    { modality: 'planned', edtf: '2022-03' },
  ],
  ['The tour begins in September.', 'tour', { modality: 'planned', edtf: '2021-09' }],
  [
    'In March, the firm, which sold three mills and closed two, will open a shop.',
    'open',
    { modality: 'planned', edtf: '2022-03' },
  ],
  ['The plant closed in February.', 'closed', { modality: 'actual', edtf: '2021-02' }],
  ['The school closed in October after a fire.', 'closed', { modality: 'actual', edtf: '2020-10' }],
  ['A rise in rates was unlikely in the winter.', 'rise', { modality: 'possible', edtf: '2021-24' }],
  ['The Reds came from behind to beat the Rovers on Saturday.', 'beat', { modality: 'actual', edtf: '2021-06-05' }],
  ['The United team rallied to defeat the City on Sunday.', 'defeat', { modality: 'actual', edtf: '2021-06-06' }],
  ['United fought back to beat Dalby on Saturday.', 'beat', { modality: 'actual', edtf: '2021-06-05' }],
])('tells what is ahead from what has been: %s', (sentence, trigger, expected) => {
  expect(eventOf(sentence, trigger, '2021-06-09')).toEqual(expected);
});

test.each(['A cut was possible in the autumn.', 'A strike is possible in November.'])(
  'what is possible has not happened: %s',
  (sentence) => {
    const { article, tags } = taggedArticle([[sentence]], { published: '2021-06-09' });
    expect(extractEvents(article, tags).filter(({ modality }) => modality === 'actual')).toEqual([]);
  },
);

/** What a sentence says of when a word was, whether or not that is likely enough to be listed. */
function timeOf(sentence: string, word: string, published: string) {
  const { article, tags } = taggedArticle([[sentence]], { published });
  return finish(clausesOf(article, tags)).find(({ token }) => token.written === word);
}

test('on whatever day it is written, what is planned for a month or season is not over, and what has been has begun', () => {
  const planned: readonly (readonly [string, string])[] = [
    ['The museum will start tours in October.', 'start'],
    ['The plant will close in September.', 'close'],
    ['The mill, which was built by the river and employed 300 people, will close in February.', 'close'],
    ['The council hopes to open a library in the spring.', 'open'],
    ['The fair, which was founded by a priest who died in the war, opens in March.', 'opens'],
  ];
  const past: readonly (readonly [string, string])[] = [
    ['The plant closed in February.', 'closed'],
    ['The school closed in October after a fire.', 'closed'],
    ['The Reds came from behind to beat the Rovers on Saturday.', 'beat'],
  ];
  const first = dayNumber({ year: 2019, month: 1, day: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (shift) => {
      const day = first + shift;
      const published = formatCalendarDate(dayOf(day));
      for (const [sentence, trigger] of planned) {
        const edtf = timeOf(sentence, trigger, published)?.date?.edtf ?? undefined;
        const days = edtf === undefined ? undefined : edtfInterval(edtf);
        expect(days?.[1], `${sentence} ${published}`).toBeGreaterThanOrEqual(day);
      }
      for (const [sentence, trigger] of past) {
        const found = timeOf(sentence, trigger, published);
        const edtf = found?.date?.edtf;
        const days = edtf == null ? undefined : edtfInterval(edtf);
        expect(days?.[0] ?? -Infinity, `${sentence} ${published}`).toBeLessThanOrEqual(day);
        expect(found?.modality).not.toBe('planned');
      }
    }),
    { seed: 14, numRuns: 60 },
  );
});
