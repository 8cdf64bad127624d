import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf, eventsAmong } from '../../../src/events/finding/findEvents.ts';
import trained from '../../../src/events/finding/weights.json' with { type: 'json' };
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

function dateOf(word: string, ...paragraphs: readonly (readonly string[])[]) {
  const { article, tags } = taggedArticle(paragraphs);
  return finish(clausesOf(article, tags)).find(({ token }) => token.written === word)?.date;
}

const MINUTES = [
  ['The Marlow Town Council met on Monday at the Grange Hall.', 'Mayor Ruth Oakes called the meeting to order.'],
  ['The minutes were approved without changes.'],
  ['Council member Ann Toller moved to approve the rezoning.', 'The motion passed 4-2.'],
  ['The council awarded the contract to Hale Paving.'],
];

describe('the date of an event whose sentence gives none', () => {
  test.each(['called', 'approved', 'moved', 'passed', 'awarded'])(
    'is the meeting’s for "%s" in its minutes',
    (word) => {
      expect(dateOf(word, ...MINUTES)).toMatchObject({
        edtf: '2021-05-10',
        certainty: 'inferred',
        ruleId: 'day-of-the-lead',
      });
    },
  );

  test('is not the meeting’s for what was done before it', () => {
    const dated = dateOf('approval', ...MINUTES, ['The board had recommended approval in January.']);
    expect(dated?.edtf).toBe('2021-01');
    expect(dateOf('opened', ...MINUTES, ['A bakery opened on Mill Street.'])).toBeUndefined();
  });

  test('is that of what is told right before, and gone back to', () => {
    const rows = ['In 2019, a ferry hit the same bank.', 'Two people died in that accident.'] as const;
    expect(dateOf('died', rows)).toMatchObject({ edtf: '2019', certainty: 'inferred', ruleId: 'date-told-before' });
    expect(dateOf('died', [rows[0]], [rows[1]])).toBeUndefined();
  });

  test('is that of something of its kind told just before', () => {
    const lead = 'Voters in four states went to the polls this month.';
    expect(dateOf('voted', [lead, 'In Virginia, they voted for a new governor.'])?.edtf).toBe('2021-05');
    expect(dateOf('opened', [lead, 'A bakery opened on Mill Street.'])).toBeUndefined();
  });

  test('is the quarter that a company’s figures are of', () => {
    const rows = [['Profit rose 9 percent in the first quarter.'], ['Sales declined 12 percent to $2 million.']];
    expect(dateOf('declined', ...rows)).toMatchObject({ edtf: '2021-01/2021-03', ruleId: 'date-told-before' });
  });

  test('is the time of what it is part of, from the beginning to the report', () => {
    const lead = 'Protests that began on May 3 spread to the capital, officials said on Tuesday.';
    const below = [['Police shot two demonstrators in the harbor.'], ['Soldiers have killed at least nine people.']];
    for (const word of ['shot', 'killed'])
      expect(dateOf(word, [lead], ...below)).toMatchObject({
        edtf: '2021-05-03/2021-05-11',
        certainty: 'inferred',
        ruleId: 'since-it-began',
      });
    expect(dateOf('opened', [lead], ['A bakery opened on Mill Street.'])).toBeUndefined();
  });
});

describe('the date of an event that another is counted from', () => {
  const vote = 'The board of Marlow voted on Monday to close the pier.';

  test.each([
    ['struck', [vote, 'The vote came three days after a ferry struck it.'], '2021-05-07'],
    ['resigned', ['A day before the hearing, which was on May 3, the owner resigned.'], '2021-05-02'],
    ['built', ['The mill was built 40 years after the old one burned down in 1944.'], '1984'],
    ['closed', ['The bridge reopened on Tuesday, a week after a crash closed it.'], '2021-05-04~'],
    ['invaded', ['Roughly 900 soldiers remain there, 18 years after rebels invaded the island.'], '2003'],
  ])('is counted for "%s" in %j', (word, paragraph, edtf) => {
    expect(dateOf(word, paragraph)).toMatchObject({ edtf, certainty: 'inferred', ruleId: 'counted-from-event' });
  });

  test.each([
    ['moved', 'More than a year after the flood, families moved back.'],
    ['searched', 'For two days after the storm, crews searched the shore.'],
  ])('is not counted for "%s" in "%s"', (word, sentence) => {
    expect(dateOf(word, [vote], [sentence])).toBeUndefined();
  });
});

test('what was done at the time or in return is dated about when the thing before it was', () => {
  const before = 'Rebels bombed the embassy in August 1998.';
  const told: readonly (readonly [string, string])[] = [
    ['bombed', 'In retaliation, the army bombed a factory.'],
    ['claimed', 'The two men claimed at the time that they were treated well.'],
  ];
  for (const [word, sentence] of told) {
    expect(dateOf(word, [before], [sentence])?.edtf).toBe(word === 'bombed' ? '1998-08' : '1998-08~');
    expect(dateOf(word, [sentence])).toBeUndefined();
  }
});

test('a match has the only day that its report gives for one, wherever that is', () => {
  const report = [
    ['Lena Okafor scored in stoppage time as Fulham beat Derby 2-1.'],
    ['Derby scored first when Julie Brandt struck from 25 yards.'],
    ['Fulham won the cup in 2019.'],
  ];
  const day = ["Sunday's match was watched by 6,412 people."];
  for (const word of ['scored', 'beat', 'struck'])
    expect(dateOf(word, ...report, day)).toMatchObject({
      edtf: '2021-05-09',
      certainty: 'inferred',
      ruleId: 'only-day-of-match',
    });
  expect(dateOf('won', ...report, day)?.edtf).toBe('2019');
  expect(dateOf('beat', ...report)).toBeUndefined();
  expect(dateOf('beat', ...report, day, ['Fulham lost to Derwent on Saturday.'])).toBeUndefined();
});

test('what is counted to a match is not on its day', () => {
  const lead = 'Fulham beat Derby on Saturday in a win that moved them to fourth place.';
  expect(dateOf('broke', [lead], ['Maya Brandt broke a finger four days before the final.'])).toBeUndefined();
});

test('two decisions of one meeting are two events', () => {
  const { article, tags } = taggedArticle([...MINUTES, ['The council approved a lower speed limit.']]);
  const clauses = finish(clausesOf(article, tags));
  // Whatever is likely enough to be listed.
  const events = finish(eventsAmong(clauses, { weights: trained.weights, pairs: trained.pairs, threshold: 0.3 }));
  const approved = events.filter(({ main }) => main.token.lemma === 'approve');
  expect(approved.map(({ main, members }) => [main.date?.edtf, members.length])).toEqual([
    ['2021-05-10', 1],
    ['2021-05-10', 1],
  ]);
});

test('a contraction with "not" denies what its clause says', () => {
  const { article, tags } = taggedArticle([["The mayor didn't approve the budget on Monday."]]);
  const clauses = finish(clausesOf(article, tags));
  expect(clauses.find(({ token }) => token.written === 'approve')?.modality).toBe('denied');
});

test('what stands around a sentence with a date of its own does not change it', () => {
  expect.hasAssertions();
  const own: readonly (readonly [word: string, sentence: string, edtf: string])[] = [
    ['destroyed', 'Fire destroyed the mill on May 4.', '2021-05-04'],
    ['bought', 'The museum bought a painting in April 2019.', '2019-04'],
    ['resigned', 'Omar Reyes resigned on March 2, 2018.', '2018-03-02'],
    ['founded', 'The brewery was founded in 1904.', '1904'],
    ['won', 'Ann Hale won the election on Tuesday.', '2021-05-11'],
    ['met', 'The Marlow Town Council met on Monday at the Grange Hall.', '2021-05-10'],
  ];
  const undated = [
    'Police shot two demonstrators in the harbor.',
    'A bakery opened on Mill Street.',
    'The motion passed 4-2.',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...own.map(([, sentence]) => sentence), ...undated], { minLength: 1 }),
      (sentences) => {
        const paragraphs = sentences.map((sentence) => [sentence]);
        const kept = own.filter(([, sentence]) => sentences.includes(sentence));
        expect(kept.map(([word]) => dateOf(word, ...paragraphs)?.edtf)).toEqual(kept.map(([, , edtf]) => edtf));
      },
    ),
    { seed: 14, numRuns: 100 },
  );
});

test('a month without a year takes the year of its own passage, never that of another paragraph', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1800, max: 2010 }), fc.constantFrom('June', 'March', 'October'), (year, month) => {
      const old = `The king fled on January 1, ${year}.`;
      const [, here] = dateExpressions(`${old} He came back in ${month}.`, { reference: '2021-05-12' });
      const [, apart] = dateExpressions(`${old}\n\nThe boat sank in ${month} off Bergen.`, { reference: '2021-05-12' });
      expect(here?.edtf?.slice(0, 4)).toBe(String(year));
      expect(Number(apart?.edtf?.slice(0, 4))).toBeGreaterThan(2019);
    }),
    { seed: 14, numRuns: 200 },
  );
});

test('a weekday that an expression names is the weekday of its day', () => {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      fc.constantFrom(...names),
      fc.constantFrom('The mill closed on', 'The mill will close on', 'It closed last', 'It will close next'),
      (published, name, words) => {
        const reference = published.toISOString().slice(0, 10);
        const [found] = dateExpressions(`${words} ${name}.`, { reference });
        const day = new Date(`${found?.edtf}T00:00:00Z`).getUTCDay();
        expect(names[day]).toBe(name);
      },
    ),
    { seed: 14, numRuns: 300 },
  );
});

test('what is wanted over something of a year has not its date', () => {
  const sentence = 'Norland wants Britain to extradite Hale over the release of documents in 2010.';
  const { article, tags } = taggedArticle([[sentence]]);
  const wanted = finish(clausesOf(article, tags)).find(({ token }) => token.written === 'extradite');
  expect(wanted).toMatchObject({ kind: 'arrest', modality: 'planned', date: undefined });
  expect(wanted?.actors.map(({ span }) => article.source.slice(...span))).toEqual(['Norland']);
});
