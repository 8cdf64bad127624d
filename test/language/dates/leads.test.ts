import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

/** `text => EDTF`, one for each expression of the text. */
function read(text: string, reference = '2020-03-10'): readonly string[] {
  return dateExpressions(text, { reference }).map(({ text: written, edtf }) => `${written} => ${edtf}`);
}

describe('words before an expression that belong to it', () => {
  test.each([
    ['The deck, which dates from around 1490, is rare.', 'around 1490 => 1490~'],
    ['The mill was built circa 1712.', 'circa 1712 => 1712~'],
    ['The house was begun in or around March 2019.', 'in or around March 2019 => 2019-03~'],
    ['They had used it since about 1655.', 'about 1655 => 1655~'],
    ['As of 2016, the country had taken in a million people.', 'As of 2016 => /2016'],
    ['As of June 30, 2019, it had three ships.', 'As of June 30, 2019 => /2019-06-30'],
    ['As of 1 July, fares will rise.', 'As of 1 July => 2020-07-01/'],
    ['The day after Easter 2019, the crew loaded the boat.', 'The day after Easter 2019 => 2019-04-22'],
    ['He died two days before Christmas 2018.', 'two days before Christmas 2018 => 2018-12-23'],
    ['She left the Monday after June 3, 2019.', 'the Monday after June 3, 2019 => 2019-06-10'],
    ['He was born the year after 1945.', 'the year after 1945 => 1946'],
    ['It dates from approximately 1620.', 'approximately 1620 => 1620~'],
    ['It was founded about 1750.', 'about 1750 => 1750~'],
    ['A deck (c.1490) is rare.', 'c.1490 => 1490~'],
    ['John Day (c.1490–1550)', '1490–1550 => 1490/1550'],
    ['They found a way around Friday’s ruling.', 'Friday => 2020-03-06'],
    ['It shut the week before 12 June 2019.', 'the week before 12 June 2019 => 2019-06-03/2019-06-09'],
  ])('%s', (text, only) => {
    expect(read(text)).toEqual([only]);
  });

  test('count from a holiday of the article’s year', () => {
    const expected = ['The day after Easter => 2019-04-22'];
    expect(read('The day after Easter, the crew loaded the boat.', '2019-04-28')).toEqual(expected);
  });

  test('say in the rule what they change', () => {
    expect(dateExpressions('It had 3 ships as of around 2016.')).toMatchObject([
      { text: 'as of around 2016', edtf: '/2016~', ruleId: 'year', ruleData: { about: true, upTo: true } },
    ]);
    expect(dateExpressions('He died two days before Christmas 2018.')).toMatchObject([
      { ruleId: 'counted-from-named', ruleData: { count: 2, unit: 'days', way: 'before' } },
    ]);
  });

  test.each(['They talked about 2016 again.', 'He left on the Tuesday after the match.', 'Around 2000 were held.'])(
    'take in nothing else: %s',
    (text) => {
      expect(read(text).filter((found) => !/^2016 => 2016$/u.test(found))).toEqual([]);
    },
  );
});

test('"around" only makes a date approximate', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  const forms = fc.constantFrom('en-US', 'en-GB');
  const parts = fc.constantFrom<Intl.DateTimeFormatOptions>(
    { year: 'numeric' },
    { year: 'numeric', month: 'long' },
    { year: 'numeric', month: 'long', day: 'numeric' },
  );
  fc.assert(
    fc.property(days, forms, parts, fc.constantFrom('around', 'circa', 'in or around'), (date, form, part, word) => {
      const written = new Intl.DateTimeFormat(form, { ...part, timeZone: 'UTC' }).format(date);
      const [plain] = dateExpressions(`It was built in ${written}, they say.`);
      const [about] = dateExpressions(`It was built ${word} ${written}, they say.`);
      expect(about).toMatchObject({
        edtf: `${plain!.edtf}~`,
        certainty: plain!.certainty,
        text: `${word} ${plain!.text}`,
      });
    }),
    { seed: 14, numRuns: 100 },
  );
});
