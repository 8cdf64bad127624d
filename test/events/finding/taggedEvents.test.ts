import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { extractEvents, extractionSteps } from '../../../src/events/extractEvents.ts';
import type { ExtractedEvent } from '../../../src/events/extractedEvent.ts';
import { contains } from '../../../src/language/span.ts';
import { articleOf } from '../../fixtures/article.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

function eventsOf(...sentences: readonly string[]): readonly ExtractedEvent[] {
  const { article, tags } = taggedArticle([sentences]);
  return extractEvents(article, tags);
}

/** `trigger` is what the event of that trigger must have; it is found among all of the sentence's. */
interface Expected {
  readonly trigger: string;
  readonly kind: ExtractedEvent['kind'];
  readonly modality?: ExtractedEvent['modality'];
  readonly date: string | null;
  readonly actors: readonly string[];
  readonly places?: readonly string[];
}

test.each<[sentence: string, expected: Expected]>([
  [
    'The port has no pilot, said Omar Reyes, who founded Delmar in 2014.',
    { trigger: 'founded', kind: 'founding', date: '2014', actors: ['Omar Reyes'] },
  ],
  [
    'Clara Boyd published two books, one of which was translated into Danish in 1998.',
    { trigger: 'translated', kind: 'publication', date: '1998', actors: [] },
  ],
  [
    'The mill was founded in 1902 and went public in 1961.',
    { trigger: 'went', kind: 'listing', date: '1961', actors: ['mill'] },
  ],
  [
    'Shares of Delmar slipped 0.8 percent on Tuesday.',
    { trigger: 'slipped', kind: 'decline', date: '2021-05-11', actors: ['Shares of Delmar'] },
  ],
  [
    'Volunteers canvassed the harbor of Oslo on Tuesday.',
    { trigger: 'canvassed', kind: 'operation', date: '2021-05-11', actors: ['Volunteers'] },
  ],
  [
    'The tower was built in 1871 and demolished in 1903.',
    { trigger: 'demolished', kind: 'closure', date: '1903', actors: [] },
  ],
  [
    'Delmar has lodged an appeal with the tribunal in March.',
    { trigger: 'lodged', kind: 'lawsuit', date: '2021-03', actors: ['Delmar'] },
  ],
  [
    'Omar Reyes earned a degree in law in 1998.',
    { trigger: 'earned', kind: 'award', date: '1998', actors: ['Omar Reyes'] },
  ],
  [
    'Delmar sold the Orchid Theatre in March 2019 for $4 million.',
    { trigger: 'sold', kind: 'purchase', date: '2019-03', actors: ['Delmar'] },
  ],
  [
    'Omar Reyes was sworn in as governor on Tuesday.',
    { trigger: 'sworn', kind: 'appointment', date: '2021-05-11', actors: [] },
  ],
  [
    'Nurses protested outside an Oslo clinic on Tuesday.',
    { trigger: 'protested', kind: 'protest', date: '2021-05-11', actors: ['Nurses'], places: ['Oslo'] },
  ],
  [
    'Smugglers entered Norway in March.',
    { trigger: 'entered', kind: 'visit', date: '2021-03', actors: ['Smugglers'], places: ['Norway'] },
  ],
  [
    'The band played at Lund Arena on Friday.',
    { trigger: 'played', kind: 'performance', date: '2021-05-07', actors: ['band'], places: ['Lund Arena'] },
  ],
  [
    'The group, Harbor Watch, sued the port on Tuesday.',
    { trigger: 'sued', kind: 'lawsuit', date: '2021-05-11', actors: ['Harbor Watch'] },
  ],
  [
    'The first crossing under the new timetable is planned for 1 June 2021.',
    { trigger: 'planned', kind: 'other', modality: 'planned', date: '2021-06-01', actors: [] },
  ],
  [
    'Repairs to the roof are scheduled for 3 July 2021.',
    { trigger: 'scheduled', kind: 'other', modality: 'planned', date: '2021-07-03', actors: [] },
  ],
  [
    'The ceremony is due to be held in Geneva next Friday.',
    {
      trigger: 'ceremony',
      kind: 'meeting',
      modality: 'planned',
      date: '2021-05-14',
      actors: [],
      places: ['Geneva'],
    },
  ],
  [
    'The talks that were planned in Oslo this week had been postponed.',
    {
      trigger: 'talks',
      kind: 'meeting',
      modality: 'denied',
      date: '2021-05-10/2021-05-16',
      actors: [],
      places: ['Oslo'],
    },
  ],
  [
    'The hearing begins on Friday in Lund.',
    { trigger: 'hearing', kind: 'meeting', modality: 'planned', date: '2021-05-14', actors: [], places: ['Lund'] },
  ],
  [
    'May 20-22: Alder Book Fair, Town Hall, 400',
    { trigger: 'Fair', kind: 'other', modality: 'planned', date: '2021-05-20/2021-05-22', actors: [] },
  ],
  [
    "Following Berg's arrest in Lund on Monday, a judge asked for a new inquiry.",
    { trigger: 'arrest', kind: 'arrest', date: '2021-05-10', actors: [], places: ['Lund'] },
  ],
  [
    'The finding brought Berg and Reyes a medal in 2004.',
    { trigger: 'brought', kind: 'award', date: '2004', actors: ['Berg', 'Reyes'] },
  ],
  [
    'Their next match will be away to Derby on Saturday.',
    { trigger: 'match', kind: 'match', modality: 'planned', date: '2021-05-15', actors: ['Their'] },
  ],
  [
    'Troops stormed the harbor on Tuesday before rebels raided the depot.',
    { trigger: 'raided', kind: 'operation', date: '2021-05-11', actors: ['rebels'] },
  ],
  ['Fulham beat Derby 3-0 on Sunday.', { trigger: 'beat', kind: 'victory', date: '2021-05-09', actors: ['Fulham'] }],
  [
    'The council cut its water rate on Tuesday.',
    { trigger: 'cut', kind: 'decision', date: '2021-05-11', actors: ['council'] },
  ],
  [
    'Clara Boyd was born in Oslo in 1904.',
    { trigger: 'born', kind: 'birth', date: '1904', actors: [], places: ['Oslo'] },
  ],
  ['He left the company in 1988.', { trigger: 'left', kind: 'departure', date: '1988', actors: ['He'] }],
  [
    'A sailor was diagnosed with malaria on Tuesday.',
    { trigger: 'diagnosed', kind: 'illness', date: '2021-05-11', actors: [] },
  ],
  [
    'The tunnel reopened on Tuesday after repairs.',
    { trigger: 'reopened', kind: 'opening', date: '2021-05-11', actors: ['tunnel'] },
  ],
  [
    'The probe lifted off from Kourou on Friday.',
    { trigger: 'lifted', kind: 'launch', date: '2021-05-07', actors: ['probe'], places: ['Kourou'] },
  ],
  [
    'Delmar laid off 120 drivers last week.',
    { trigger: 'laid', kind: 'layoff', date: '2021-05-03/2021-05-09', actors: ['Delmar'] },
  ],
  [
    'Senators are expected to reject the treaty on Friday.',
    { trigger: 'reject', kind: 'decision', modality: 'planned', date: '2021-05-14', actors: ['Senators'] },
  ],
  [
    'The agency plans to launch a second satellite in 2024.',
    { trigger: 'launch', kind: 'launch', modality: 'planned', date: '2024', actors: ['agency'] },
  ],
  [
    'Deputies executed a search warrant on Tuesday.',
    { trigger: 'executed', kind: 'operation', date: '2021-05-11', actors: ['Deputies'] },
  ],
  [
    'The club fired its coach on Tuesday.',
    { trigger: 'fired', kind: 'departure', date: '2021-05-11', actors: ['club'] },
  ],
  [
    'The Treasury Department has charged Boyd with fraud.',
    { trigger: 'charged', kind: 'trial', date: null, actors: ['Treasury Department'] },
  ],
  [
    'The Leeds Herald published the diary in 1931.',
    { trigger: 'published', kind: 'publication', date: '1931', actors: ['Leeds Herald'] },
  ],
  [
    'A ferry captain has died of malaria in Oslo, the health ministry said on Tuesday.',
    { trigger: 'died', kind: 'death', date: null, actors: ['ferry captain'], places: ['Oslo'] },
  ],
  [
    'Gunmen attacked a market in Lahore on Tuesday, killing nine people.',
    { trigger: 'killing', kind: 'killing', date: '2021-05-11', actors: ['Gunmen'], places: ['Lahore'] },
  ],
  [
    'The regatta opens on Saturday in Cowes.',
    {
      trigger: 'opens',
      kind: 'opening',
      modality: 'planned',
      date: '2021-05-15',
      actors: ['regatta'],
      places: ['Cowes'],
    },
  ],
  [
    'A cyclist was killed when a wall collapsed in Hull on Monday.',
    { trigger: 'killed', kind: 'death', date: '2021-05-10', actors: [], places: ['Hull'] },
  ],
])(
  'extractEvents reads the clause off the tags: %s',
  (sentence, { trigger, kind, modality = 'actual', date, actors, places = [] }) => {
    const event = eventsOf(sentence).find(
      ({ span, trigger: [start, end] }) => sentence.slice(start - span[0], end - span[0]) === trigger,
    );
    expect(event).toBeDefined();
    expect({
      kind: event?.kind,
      modality: event?.modality,
      date: event?.date?.edtf ?? null,
      actors: event?.actors.map(({ text }) => text),
      places: event?.places.map(({ text }) => text),
    }).toEqual({ kind, modality, date, actors, places });
  },
);

test.each([
  'It was a quiet year for the port, officials said.',
  'Mia Lund reported from Bergen.',
  '“I told them to wait,” said Clara Boyd.',
  '“It was a quiet year,” wrote the minister.',
])('who said it alone is no event: %s', (sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

test('a label says who and what, with a mark where words are left out', () => {
  expect(eventsOf('Clara Boyd, the founder of three schools, died on Tuesday.').map(({ label }) => label)).toEqual([
    'Clara Boyd … died on Tuesday',
  ]);
});

test('two arrests of people with different names are two events', () => {
  const { article, tags } = taggedArticle([
    ['Police arrested Omar Reyes, 41, on Tuesday.'],
    ['Police arrested Clara Boyd, 39, in Oslo.'],
  ]);
  expect(extractEvents(article, tags).map(({ also }) => also)).toEqual([[], []]);
});

test('what is due to be held is told once', () => {
  expect(eventsOf('The ceremony is due to be held in Geneva next Friday.')).toHaveLength(1);
});

test.each([
  'Delmar sells crispbread in 31 countries.',
  'Delmar declined to comment.',
  'The guards earned 90 crowns a month.',
  'The union has opposed the ferry for years.',
])('what is done again and again, or was not said, is no event: %s', (sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

test('what was under way when it happened is no event beside it', () => {
  expect(eventsOf('Thieves robbed the guards as they were walking home on Tuesday.')).toHaveLength(1);
});

describe('the day of the lead', () => {
  test('is that of what is told below it of the same journey, and of no other time', () => {
    const { article, tags } = taggedArticle([
      ['Three hostages were released on Tuesday.'],
      ['They were flown out of the valley by helicopter.'],
      ['One of them had left Norway three years earlier.'],
    ]);
    const dates = extractEvents(article, tags).map(({ trigger, date }) => [
      article.source.slice(...trigger),
      date?.edtf,
      date?.certainty,
    ]);
    expect(dates).toContainEqual(['released', '2021-05-11', 'inferred']);
    expect(dates).toContainEqual(['flown', '2021-05-11', 'inferred']);
    expect(dates).toContainEqual(['left', '2018', expect.anything()]);
  });

  test('is that of a match, of which no quarter is a part of the year', () => {
    const { article, tags } = taggedArticle([
      ['Derby beat Fulham 98-91 on Sunday night.'],
      ['Nils Berg scored 31 points for Derby.'],
      ['Berg scored twelve points in the third quarter.'],
      ['Omar Reyes scored 20 points for Fulham.'],
      ['Fulham lost their captain in the second quarter.'],
      ['Derby won the match at home.'],
    ]);
    const dates = extractEvents(article, tags).map(({ date }) => date?.edtf);
    expect(dates.length).toBeGreaterThan(3);
    expect(new Set(dates)).toEqual(new Set(['2021-05-09']));
  });
});

const WORDS = [
  'Police',
  'arrested',
  'Ann',
  'Hale',
  'in',
  'Oslo',
  'on',
  'Monday',
  ',',
  'and',
  'attack',
  'was',
  'the',
  '“',
  '”',
  '(',
  '2019',
  'killed',
  'to',
  "'s",
  'not',
  'will',
  '-',
  'deal',
];
const UPOS = ['NOUN', 'PROPN', 'VERB', 'AUX', 'ADP', 'PUNCT', 'NUM', 'DET', 'PRON', 'PART', 'CCONJ'] as const;
const RELATIONS = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'nmod',
  'nmod:poss',
  'conj',
  'xcomp',
  'ccomp',
  'advcl',
  'acl',
  'acl:relcl',
  'case',
  'aux',
  'aux:pass',
  'punct',
  'compound',
  'appos',
  'det',
  'mark',
  'root',
];
const EVENTS = [undefined, 'OCCURRENCE', 'REPORTING', 'I_ACTION', 'ASPECTUAL'] as const;

interface Drawn {
  readonly text: string;
  readonly tagged: TaggedSentence;
}

/** A sentence with tags that make no sense, circles and several roots among them. */
const drawnSentence: fc.Arbitrary<Drawn> = fc
  .array(
    fc.record({
      word: fc.constantFrom(...WORDS),
      upos: fc.constantFrom(...UPOS),
      relation: fc.constantFrom(...RELATIONS),
      event: fc.constantFrom(...EVENTS),
      head: fc.integer({ min: -1, max: 24 }),
      named: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((drawn) => {
    let text = '';
    const words = drawn.map(({ word, upos, relation, event, head, named }) => {
      const start = text === '' ? 0 : text.length + 1;
      text = `${text}${text === '' ? '' : ' '}${word}`;
      return {
        span: [start, text.length] as const,
        upos,
        relation,
        event,
        telling: 0,
        head: head < drawn.length ? head : -1,
        name: named ? ({ kind: 'place', begins: true } as const) : undefined,
      };
    });
    return { text, tagged: { words, isTree: false, isComplete: true } };
  });

function articleWith(drawn: readonly Drawn[]) {
  const article = articleOf(
    'news',
    [
      ['title', 'News'],
      ['paragraph', ...drawn.map(({ text }) => text)],
    ],
    { published: '2024-06-11' },
  );
  const sentences = article.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
  return {
    article,
    sentences,
    tags: { sentences: new Map(sentences.map(([start], at) => [start, drawn[at]!.tagged])) },
  };
}

describe('extractEvents with any tags whatever', () => {
  test('gives whole sentences with triggers in them, and slices of the source', () => {
    fc.assert(
      fc.property(fc.array(drawnSentence, { minLength: 1, maxLength: 4 }), (drawn) => {
        const { article, sentences, tags } = articleWith(drawn);
        for (const event of extractEvents(article, tags)) {
          expect(sentences).toContainEqual(event.span);
          expect(contains(event.span, event.trigger)).toBe(true);
          for (const span of event.also) expect(sentences).toContainEqual(span);
          for (const { text, span } of [...event.places, ...event.actors])
            expect(article.source.slice(...span)).toBe(text);
          if (event.date) expect(article.source.slice(...event.date.span)).toBe(event.date.phrase);
          for (const piece of event.label.split(' … ')) expect(article.source.replace(/\s+/gu, ' ')).toContain(piece);
        }
      }),
      { numRuns: 300, seed: 14 },
    );
  });

  test('is the same each time', () => {
    fc.assert(
      fc.property(fc.array(drawnSentence, { minLength: 1, maxLength: 3 }), (drawn) => {
        const { article, tags } = articleWith(drawn);
        expect(extractEvents(article, tags)).toEqual(extractEvents(article, tags));
      }),
      { numRuns: 100, seed: 14 },
    );
  });

  test('reads sentences without tags by the rules, as it reads all of an article without any', () => {
    const { article } = taggedArticle([['Police arrested Omar Reyes, 41, on Tuesday.'], ['Two guards were wounded.']]);
    expect(extractEvents(article, { sentences: new Map() })).toEqual(extractEvents(article));
  });

  test('yields after each sentence at most', () => {
    const { article, tags } = taggedArticle(Array.from({ length: 40 }, () => ['Two guards were wounded.']));
    const steps = extractionSteps(article, tags);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBeGreaterThan(80);
  });
});
