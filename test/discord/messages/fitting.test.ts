import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import type { Article } from '../../../src/article/article.ts';
import { fitting } from '../../../src/discord/messages/fitting.ts';
import { excerptOfSentence, type Excerpt } from '../../../src/excerpt/excerpt.ts';
import type { Earlier } from '../../../src/utterance/intent.ts';
import { articleOf } from '../../fixtures/article.ts';

const ferry = articleOf(
  'ferry',
  [
    ['title', 'The Ferry'],
    ['paragraph', 'In Germany the fare is higher.', 'A ticket costs 9 crowns.', 'She sails at dawn.'],
    ['paragraph', 'The ferry was built in 1911.', 'It cost 40 crowns in Norland.'],
  ],
  { published: '2023-03-01' },
);
const ARTICLES: ReadonlyMap<string, Article> = new Map([['ferry', ferry]]);
const SHOWN = 'She sails at dawn.';

const EARLIER: Earlier = {
  article: 'ferry',
  handle: 'ferry/¶1.3',
  onward: 'ferry/¶1-2',
  passage: SHOWN,
};

function sentence(block: number, at: number, score = 0.5): Excerpt {
  return { ...excerptOfSentence(ferry, block, at), score };
}

function excerpts(...found: Excerpt[]): AnswerOf<'excerpts'> {
  return { kind: 'excerpts', excerpts: found, more: 0, read: true };
}

/** The sentences that are left, if any. */
function left(answer: AnswerOf<'excerpts'>, fit: Parameters<typeof fitting>[1]['fit']): readonly string[] {
  const fitted = fitting(answer, { fit, earlier: EARLIER, articles: ARTICLES });
  return fitted?.kind === 'excerpts' ? fitted.excerpts.map(({ text }) => text) : [];
}

describe('fitting', () => {
  const all = excerpts(sentence(1, 0), sentence(1, 1), sentence(1, 2), sentence(2, 0), sentence(2, 1));

  test('leaves out what was shown, unless it may be shown again', () => {
    expect(left(all, {})).toHaveLength(4);
    expect(left(all, { again: true })).toHaveLength(5);
    expect(left(all, { again: 'only' })).toEqual([SHOWN]);
  });

  test('leaves what holds the new words, or has them before it in its paragraph and is likely', () => {
    expect(left(all, { holds: ['Germany'], least: 0.4 })).toEqual([
      'In Germany the fare is higher.',
      'A ticket costs 9 crowns.',
    ]);
    expect(left(all, { holds: ['Germany'], least: 0.6 })).toEqual(['In Germany the fare is higher.']);
    expect(left(all, { holds: ['German'] })).toHaveLength(2);
    expect(left(all, { holds: ['Iceland'] })).toEqual([]);
  });

  test('leaves what says a date or a place, and what was read for', () => {
    expect(left(all, { says: 'date' })).toEqual(['The ferry was built in 1911.']);
    expect(left(all, { says: 'place' })).toContain('In Germany the fare is higher.');
    expect(left({ ...all, read: false }, { isRead: true })).toEqual([]);
    expect(left(all, { least: 0.6 })).toEqual([]);
  });

  test('never leaves anything that is not in the answer, in its order, and each of it fits', () => {
    const fits = fc.record(
      {
        says: fc.constantFrom('date', 'place'),
        least: fc.double({ min: 0, max: 1, noNaN: true }),
        holds: fc.array(fc.constantFrom('Germany', 'crowns', 'fare', 'Iceland'), { minLength: 1, maxLength: 2 }),
        again: fc.constantFrom(true, 'only'),
      },
      { requiredKeys: [] },
    );
    const scored = fc.array(fc.tuple(fc.nat(1), fc.nat(1), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fits, scored, (fit, places) => {
        const given = places.map(([block, at, score]) => sentence(block + 1, at, score));
        const answer = excerpts(...given);
        const rest = fitting(answer, { fit: fit as never, earlier: EARLIER, articles: ARTICLES });
        const found = rest?.kind === 'excerpts' ? rest.excerpts : [];
        expect(found).toEqual(given.filter((one) => found.includes(one)));
        expect(rest === undefined || found.length > 0).toBe(true);
        // Taken alone, each of them fits, too.
        for (const one of found)
          expect(fitting(excerpts(one), { fit: fit as never, earlier: EARLIER, articles: ARTICLES })).toBeDefined();
      }),
      { numRuns: 300, seed: 16 },
    );
  });
});
