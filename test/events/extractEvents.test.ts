import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains } from '../../src/language/span.ts';
import { extractEvents } from '../../src/events/extractEvents.ts';
import type { ExtractedEvent } from '../../src/events/extractedEvent.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

/** The events of one paragraph with these sentences. */
function read(...sentences: readonly string[]): readonly ExtractedEvent[] {
  return extractEvents(
    articleOf(
      'news',
      [
        ['title', 'News'],
        ['paragraph', ...sentences],
      ],
      { published: '2024-06-11' },
    ),
  );
}

/** `kind/modality EDTF places`, one for each event. */
function brief(...sentences: readonly string[]): readonly string[] {
  return read(...sentences).map(({ kind, modality, date, places }) =>
    [`${kind}/${modality}`, date?.edtf ?? '-', places.map(({ text }) => text).join('; ')].join(' ').trim(),
  );
}

describe('what is an event', () => {
  test.each([
    ['Police arrested four men in Lyon on Monday.', 'arrest/actual 2024-06-10 Lyon'],
    ['Four men were arrested in Lyon last week.', 'arrest/actual 2024-06-03/2024-06-09 Lyon'],
    ['Officers foiled a plot to bomb the parliament in Oslo in 2019.', 'plot/foiled 2019 Oslo'],
    ['The 2022 bombing of the Danish embassy in Kabul killed nine.', 'bombing/actual 2022 Kabul'],
    ['On 3 May 2021, the minister warned that floods were near.', 'warning/actual 2021-05-03'],
    ['The two countries signed a treaty in Geneva in March 2023.', 'agreement/actual 2023-03 Geneva'],
    ['It was the third attack on the port of Oslo since 2019.', 'attack/actual - Oslo'],
    ['Rebels have carried out attacks on the port of Oslo since 2019.', 'attack/actual 2019/ Oslo'],
    ['An earthquake struck Nepal on 25 April 2015.', 'disaster/actual 2015-04-25 Nepal'],
    ['Voters in Chile elected Ana Ruiz in December 2021.', 'election/actual 2021-12 Chile'],
    ['The court will sentence Orlov in Moscow on 20 June.', 'trial/planned 2024-06-20 Moscow'],
    ['Gunmen took 30 tourists hostage in Cairo on Friday.', 'kidnapping/actual 2024-06-07 Cairo'],
    ['Rioters set two buses on fire in Lagos on Sunday.', 'arson/actual 2024-06-09 Lagos'],
  ])('%s', (sentence, expected) => {
    expect(brief(sentence)).toEqual([expected]);
  });

  test.each([
    'An attack on Madrid is likely in the coming months.',
    'Such groups regularly attack towns in the region.',
    'If rebels attack Paris, police could arrest them.',
    'There is a risk of attacks in Europe.',
    'The plan shows how plots and attacks are made.',
    'She released her breath and struck a balance.',
    'Nobody knows when the bell rings.',
    'A truck with a bomb was seen in Madrid on Monday.',
    'Only the risk of an explosion was named in Madrid.',
  ])('nothing happened in: %s', (sentence) => {
    expect(brief(sentence)).toEqual([]);
  });

  test('keeps what did not happen apart from what did', () => {
    expect(brief('Police did not arrest Karl Voss in Bonn on Monday.')).toEqual(['arrest/denied 2024-06-10 Bonn']);
  });
});

describe('several events in a sentence', () => {
  test('gives each its own date and place', () => {
    expect(
      brief(
        'The group claimed responsibility for a shooting in Lyon in October 2022 and an attack on a parade in Oslo in September 2018.',
      ),
    ).toEqual(['shooting/actual 2022-10 Lyon', 'attack/actual 2018-09 Oslo']);
  });
  test('takes attacks in two cities for two', () => {
    expect(brief('In May 2023 the group conducted attacks in Kyoto, Japan, and Osaka, Japan.')).toEqual([
      'attack/actual 2023-05 Kyoto, Japan',
      'attack/actual 2023-05 Osaka, Japan',
    ]);
  });
  test('takes one arrest in three cities for one', () => {
    expect(brief('On June 3, police arrested eight men in Rome, Milan, and Turin.')).toEqual([
      'arrest/actual 2024-06-03 Rome; Milan; Turin',
    ]);
  });
  test('takes each item of a list for one', () => {
    const events = read(
      'Other foiled plots include one targeting a fair in Graz, Austria, one targeting the Irish parliament, and others in Utah, US, and Basel, Switzerland.',
    );
    expect(events.map(({ modality, places }) => [modality, places.map(({ text }) => text)])).toEqual([
      ['foiled', ['Graz, Austria']],
      ['foiled', []],
      ['foiled', ['Utah, US']],
      ['foiled', ['Basel, Switzerland']],
    ]);
  });
  test('takes two words for one thing for one event', () => {
    expect(brief('Rebels killed and wounded 40 people in Bogota on Monday.')).toHaveLength(1);
  });
});

test('a date that belongs to who reports it is not the event’s', () => {
  expect(brief('Police said on Monday that gunmen killed the mayor of Quito.')).toEqual(['killing/actual - Quito']);
});

test('the same event told twice is one, with the other sentence in also', () => {
  const article = articleOf(
    'news',
    [
      ['title', 'News'],
      ['paragraph', 'Gunmen attacked a hall in Osaka in May 2023.', 'The town mourned.'],
      ['paragraph', 'The attack in Osaka did not come from nowhere.'],
      ['caption', 'Flowers after the brutal attack on Osaka’s city hall.', 'Photo: A. B.'],
    ],
    { published: '2024-06' },
  );
  const [only, ...more] = extractEvents(article);
  expect(more).toEqual([]);
  expect(article.source.slice(...only!.span)).toBe('Gunmen attacked a hall in Osaka in May 2023.');
  expect(only!.also.map((span) => article.source.slice(...span))).toEqual([
    'The attack in Osaka did not come from nowhere.',
    'Flowers after the brutal attack on Osaka’s city hall.',
  ]);
});

test('"the attack" goes back to the attack before it', () => {
  const [only, ...more] = read(
    'Gunmen attacked a hall in Osaka in May 2023.',
    'The town mourned.',
    'The attack lasted two hours.',
  );
  expect(more).toEqual([]);
  expect(only!.also).toHaveLength(1);
});

describe('what goes back', () => {
  test('"the crime" gives its date to what was told before, and is no event', () => {
    const [only, ...more] = read('Ana Ruiz was murdered in Quito.', 'The crime took place on 3 May.');
    expect(more).toEqual([]);
    expect([only!.label, only!.date?.edtf, only!.also.length]).toEqual([
      'Ana Ruiz was murdered in Quito',
      '2024-05-03',
      1,
    ]);
    expect(brief('The crime took place on 3 May.')).toEqual([]);
  });
  test('one victim is one murder', () => {
    expect(
      brief('Police on Monday arrested three men for the murder of Ana Ruiz.', 'Ruiz was murdered in Quito on 3 May.'),
    ).toEqual(['arrest/actual 2024-06-10', 'killing/actual 2024-05-03 Quito']);
  });
  test('two kinds of violence in one city stay two', () => {
    expect(brief('A bomb exploded in Quito on Monday.', 'Rebels ambushed a bus in Quito.')).toEqual([
      'bombing/actual 2024-06-10 Quito',
      'attack/actual - Quito',
    ]);
  });
  test('"another attack" is another', () => {
    expect(
      brief('Rebels attacked a bus in Quito on Monday.', 'Another attack in Lima on Friday killed two.'),
    ).toHaveLength(2);
  });
});

test.each(['condemned the attack on Ana Ruiz', 'referred to the murder of Ana Ruiz'])(
  'a date before a verb that tells or judges is not the date of what it tells of: %s',
  (words) => {
    expect(brief(`The president on Monday ${words}.`)).not.toContainEqual(expect.stringContaining('2024-06-10 '));
    expect(
      read(`The president on Monday ${words}.`).find(({ kind }) => /attack|killing/u.test(kind))?.date ?? null,
    ).toBeNull();
  },
);

test('a date before a comma is that of what is before it', () => {
  expect(brief('Ana Ruiz, who was appointed director in 2019, resigned last week.')).toEqual([
    'appointment/actual 2019',
    'departure/actual 2024-06-03/2024-06-09',
  ]);
});

test('the date and place of a dateline are not those of the first sentence', () => {
  const [only] = read('LIMA, 10 June 2024 (AFP) -- Rebels attacked a bus in Quito on 3 May.');
  expect([only!.date?.edtf, only!.places.map(({ text }) => text)]).toEqual(['2024-05-03', ['Quito']]);
});

test('attacks on one city at different times stay two', () => {
  expect(brief('Gunmen attacked a hall in Osaka in May 2023.', 'In 2019 gunmen attacked a market in Osaka.')).toEqual([
    'attack/actual 2023-05 Osaka',
    'attack/actual 2019 Osaka',
  ]);
});

test.each([
  ['Police in Belgium arrested nine men in a joint operation last summer.', ['Police in Belgium']],
  ['The mayor was killed by two gunmen in Quito on Monday.', ['two gunmen']],
  ['IS-K’s brutal attack on the market in Quito in 2019 shook many.', ['IS-K']],
  ['Mark Kurz, who in March 2023 warned of a strike, has left.', ['Mark Kurz']],
])('names who did it: %s', (sentence, actors) => {
  expect(read(sentence)[0]!.actors.map(({ text }) => text)).toEqual(actors);
});

test('labels are made of the source’s words', () => {
  expect(read('On June 3, police arrested eight men in Rome, Milan, and Turin.')[0]!.label).toBe(
    'arrested eight men in Rome, Milan, and Turin',
  );
  expect(read('In Rome, police arrested eight men on June 3.')[0]!.label).toBe('arrested eight men · Rome');
  expect(read('Nine people fled after last night’s brutal attack in Rome.')[0]!.label).toBe(
    'last night’s brutal attack in Rome',
  );
});

describe('extractEvents on any text', () => {
  const words = [
    'Police',
    'arrested',
    'attack',
    'in',
    'Osaka',
    'on',
    'Monday',
    ',',
    'and',
    'the',
    'killed',
    'was',
    'US',
    '(',
    ')',
    'include',
    'one',
    '2022',
    'plots',
    'to',
  ];
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
    .map((chosen) => `${chosen.join(' ')}.`);

  test('gives whole sentences, and spans that lie in them', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        const article = articleOf(
          'news',
          [
            ['title', 'News'],
            ['paragraph', ...sentences],
          ],
          { published: '2024-06-11' },
        );
        const whole = article.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
        for (const event of extractEvents(article)) {
          expect(whole).toContainEqual(event.span);
          expect(contains(event.span, event.trigger)).toBe(true);
          for (const span of event.also) expect(whole).toContainEqual(span);
          for (const { text, span } of [...event.places, ...event.actors])
            expect(article.source.slice(...span)).toBe(text);
          for (const piece of event.label.split(/ · |, /u))
            expect(article.source.replace(/\s+/gu, ' ')).toContain(piece);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('leaves out titles, headings and credits', () => {
  expect(extractEvents(lighthouse).map(({ span }) => lighthouse.source.slice(...span))).not.toContain(
    'The Last Keeper of Skarn Rock',
  );
});
