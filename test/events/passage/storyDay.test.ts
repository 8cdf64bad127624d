import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import type { Clause } from '../../../src/events/clauses/clause.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { articleOf, type BlockText } from '../../fixtures/article.ts';
import { recordedTags } from '../../fixtures/taggedArticle.ts';

/** The clauses of an article of headings ("# …") and paragraphs. */
function clausesOfText(...rows: readonly (string | readonly string[])[]): {
  clauses: readonly Clause[];
  source: string;
} {
  const texts = rows.map((row): BlockText =>
    typeof row === 'string' ? ['heading', row.slice(2)] : (['paragraph', ...row] as ['paragraph', ...string[]]),
  );
  const article = articleOf('news', [['title', 'News'], ...texts], { published: '2021-05-12' });
  const sentences = article.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
  const tags = new Map(sentences.map((span) => [span[0], recordedTags(article.source.slice(...span))]));
  return { clauses: finish(clausesOf(article, { sentences: tags })), source: article.source };
}

function dateOf(word: string, ...rows: readonly (string | readonly string[])[]) {
  const { clauses } = clausesOfText(...rows);
  return clauses.find(({ token }) => token.written === word)?.date;
}

function placesOf(word: string, ...rows: readonly (string | readonly string[])[]) {
  const { clauses, source } = clausesOfText(...rows);
  const found = clauses.find(({ token }) => token.written === word);
  return found?.places.map(({ span, inferred }) => [source.slice(...span), inferred ?? 'stated']);
}

const LAUNCH = 'OSLO — Delmar on Monday unveiled a lamp that folds in half.';
const HEARING = 'OSLO — A former ferry captain testified on Monday that he had slept at the wheel.';
const JOURNEY = 'The train left Bergen late, on a hot morning in April.';

describe('what goes on from something told on a day is of that day', () => {
  test.each([
    ['demonstrated', [[LAUNCH], ['Founder Ann Hale demonstrated the hinge on stage.']]],
    ['pressed', [[HEARING], ['A lawyer pressed the captain on his memory.']]],
    ['showed', [[HEARING], ['A lawyer pressed the captain on his memory.', 'She showed him three letters.']]],
    [
      'dismissed',
      [
        [HEARING],
        ['The captain had resigned in 2019.'],
        ['Judge Corinne Hale dismissed the jury shortly before 5 p.m.'],
      ],
    ],
  ] as const)('"%s"', (word, rows) => {
    expect(dateOf(word, ...rows)).toMatchObject({
      edtf: '2021-05-10',
      certainty: 'inferred',
      ruleId: 'day-of-the-story',
    });
  });

  test('a morning of some month is a day of it, for all that its teller lived through then', () => {
    const rows = [
      [JOURNEY, 'A woman handed us cherries.'],
      ['By noon we reached Marlow, where the engine broke down.', 'We waited in the shade.'],
    ];
    for (const word of ['handed', 'reached', 'waited']) expect(dateOf(word, ...rows)?.edtf).toBe('2021-04');
    expect(placesOf('waited', ...rows)).toEqual([['Marlow', 'context']]);
    expect(placesOf('broke', ...rows)).toEqual([['Marlow', 'stated']]);
  });

  test('it is where that was, unless its sentence names another place', () => {
    expect(placesOf('pressed', [HEARING], ['A lawyer pressed the captain on his memory.'])).toEqual([
      ['OSLO', 'context'],
    ]);
  });
});

describe('the day of a story is not given', () => {
  test.each([
    ['resigned', [[HEARING], ['The captain had resigned in 2019.']]],
    ['grew', [[HEARING], ['The captain grew up in Bergen.']]],
    ['loved', [[HEARING], ['The captain loved the sea.']]],
    ['sold', [[HEARING], ['A bakery sold its ovens.']]],
    ['signed', [[HEARING], ['The captain once signed a petition.']]],
    ['built', [[LAUNCH], ['Delmar built a factory.']]],
    ['pressed', [['Fire destroyed the mill on May 4.'], [HEARING], ['A lawyer pressed the captain on his memory.']]],
  ] as const)('to what is told of other times or things: "%s"', (word, rows) => {
    expect(dateOf(word, ...rows)?.edtf).not.toBe('2021-05-10');
  });

  test('beyond a sentence of another date, in its paragraph', () => {
    const other = 'The captain retired on April 6.';
    const next = 'A lawyer pressed the captain on his memory.';
    expect(dateOf('pressed', [HEARING, next])?.edtf).toBe('2021-05-10');
    expect(dateOf('pressed', [HEARING, other, next])?.edtf).not.toBe('2021-05-10');
  });

  test('below a heading, if another day was told above it', () => {
    const other = 'Fire destroyed the mill on May 4.';
    const next = 'Judge Corinne Hale dismissed the jury shortly before 5 p.m.';
    expect(dateOf('dismissed', [HEARING], '# The hearing', [next])?.edtf).toBe('2021-05-10');
    expect(dateOf('dismissed', [other], [HEARING], '# The hearing', [next])?.edtf).toBeUndefined();
  });
});

/** Sentences that open a story, go on with one, give another date, or tell the background. */
const POOL = [
  HEARING,
  LAUNCH,
  JOURNEY,
  'Fire destroyed the mill on May 4.',
  'The museum bought a painting in April 2020.',
  'The captain had resigned in 2020.',
  'The captain grew up in Bergen.',
  'A lawyer pressed the captain on his memory.',
  'She showed him three letters.',
  'Judge Corinne Hale dismissed the jury shortly before 5 p.m.',
  'Founder Ann Hale demonstrated the hinge on stage.',
  'We waited in the shade.',
];

test('a story’s day is one told above it, is ended by another date in its paragraph, and changes no date that is stated', () => {
  expect.hasAssertions();
  const stated = new Map(
    POOL.map((sentence) => [sentence, clausesOfText([sentence]).clauses.map(({ date }) => date?.edtf)]),
  );
  const row = fc.oneof(
    { arbitrary: fc.uniqueArray(fc.constantFrom(...POOL), { minLength: 1, maxLength: 3 }), weight: 4 },
    { arbitrary: fc.constant('# Next'), weight: 1 },
  );
  let given = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const { clauses, source } = clausesOfText(...rows);
      const sentences = [...Map.groupBy(clauses, ({ tree }) => tree)];
      for (const [at, [tree, told]] of sentences.entries()) {
        const alone = stated.get(source.slice(...tree.span)) ?? [];
        for (const [index, { date }] of told.entries())
          if (alone[index] !== undefined) expect(date?.edtf).toBe(alone[index]);
        const inferred = told.find(({ date }) => date?.ruleId === 'day-of-the-story');
        if (!inferred?.date) continue;
        given += 1;
        const { date, place } = inferred;
        const above = sentences.slice(0, at);
        const opener = above.findLastIndex(([, each]) =>
          each.some((clause) => clause.date?.ruleId !== 'day-of-the-story' && clause.date?.edtf === date.edtf),
        );
        expect(opener).toBeGreaterThanOrEqual(0);
        const since = above.slice(opener + 1).flatMap(([, each]) => each);
        const others = since.filter(
          (each) => each.date !== undefined && each.date.edtf !== date.edtf && each.token.relation === 'root',
        );
        expect(others.filter((each) => each.place.paragraph === place.paragraph)).toEqual([]);
      }
    }),
    { seed: 14, numRuns: 200 },
  );
  expect(given).toBeGreaterThan(20);
});
