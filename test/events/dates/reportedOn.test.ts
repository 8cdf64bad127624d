import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILE_DATE_NOTE } from '../../../src/article/publicationDate.ts';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import recorded from '../../fixtures/taggedSentences.json' with { type: 'json' };
import { articleOf } from '../../fixtures/article.ts';
import { recordedTags } from '../../fixtures/taggedArticle.ts';

/** The events of an article by the reader's tags, and by rules alone. */
function eventsOf(sentences: readonly string[], details: { published: string; publishedNote?: string }) {
  const [first = '', ...rest] = sentences;
  const article = articleOf(
    'news',
    [
      ['title', 'News'],
      ['paragraph', first, ...rest],
    ],
    details,
  );
  const spans = article.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
  const tags = new Map(spans.map((span) => [span[0], recordedTags(article.source.slice(...span))]));
  return [extractEvents(article, { sentences: tags }), extractEvents(article)];
}

const RELATIVE =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last|this|next|ago|January|March|May)\b/u;
const SENTENCES = Object.keys(recorded).filter((sentence) => RELATIVE.test(sentence));
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('when a file was saved changes no event', () => {
  fc.assert(
    fc.property(fc.subarray(SENTENCES, { minLength: 1, maxLength: 4 }), day, day, (sentences, one, other) => {
      const [saved, again] = [one, other].map((published) =>
        eventsOf(sentences, { published, publishedNote: FILE_DATE_NOTE }),
      );
      expect(saved).toEqual(again);
    }),
    { seed: 14, numRuns: 60 },
  );
});

const FOUND_OUT = 'Police arrested four men in Lyon on Monday.';

test.each([
  [{ published: '2024-06-11' }, '2024-06-10'],
  [{ published: '2024-06-11', publishedNote: 'It tells of that day as today.' }, '2024-06-10'],
  [{ published: '2024-06-11', publishedNote: FILE_DATE_NOTE }, null],
])('a weekday of an article with %o', (details, edtf) => {
  const article = articleOf(
    'news',
    [
      ['title', 'News'],
      ['paragraph', FOUND_OUT],
    ],
    details,
  );
  expect(extractEvents(article).map(({ date }) => date?.edtf ?? null)).toEqual([edtf]);
});
