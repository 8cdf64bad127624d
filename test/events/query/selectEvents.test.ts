import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import type { EventKind } from '../../../src/events/mentions/triggers.ts';
import type { EventQuery } from '../../../src/events/query/eventQuery.ts';
import { selectEvents } from '../../../src/events/query/selectEvents.ts';
import { articleOf } from '../../fixtures/article.ts';

const article = articleOf(
  'news',
  [
    ['title', 'News'],
    [
      'paragraph',
      'Police arrested four men in Lyon in June 2024.',
      'Gunmen attacked a market in Shiraz in October 2022.',
    ],
    [
      'paragraph',
      'The 2023 bombing of the Danish embassy in Kabul killed nine.',
      'Police in Graz foiled a plot to attack the Summer Games.',
    ],
    [
      'paragraph',
      'The president warned of floods in May 2024.',
      'Soldiers attacked a parade in Ahvaz in September 2018.',
    ],
  ],
  { published: '2024-06-11' },
);
const items = extractEvents(article).map((event) => ({
  event,
  source: article.source,
  published: article.published,
}));

function pick(query: EventQuery): readonly string[] {
  const selection = selectEvents(items, query, '2024-07-10');
  if (selection.kind !== 'events') throw new Error(selection.kind === 'invalid' ? selection.option : selection.kind);
  return selection.events.map(({ event }) => event.places[0]?.text ?? event.label.split(' ')[0]!);
}

describe('selectEvents', () => {
  test('gives nothing for days that end before they begin', () => {
    expect(selectEvents(items, { from: '2025', to: '2024-12-31' }, '2024-07-10')).toEqual({ kind: 'reversed' });
    expect(selectEvents(items, { from: '2024-12-31', to: '2024' }, '2024-07-10')).toMatchObject({ kind: 'events' });
  });

  test('orders by date, the undated last', () => {
    expect(pick({})).toEqual(['Ahvaz', 'Shiraz', 'Kabul', 'warned', 'Lyon', 'Graz']);
  });
  test.each<[EventQuery, readonly string[]]>([
    [{ about: 'attacks in Iran' }, ['Ahvaz', 'Shiraz']],
    [{ about: 'what happened in Shiraz?' }, ['Shiraz']],
    [{ about: 'what happened in shiraz' }, ['Shiraz']],
    [{ about: 'arrests this summer' }, ['Lyon']],
    [{ about: 'games plot' }, ['Graz']],
    [{ about: '2022' }, ['Shiraz']],
    [{ about: 'since March 2023' }, ['Kabul', 'warned', 'Lyon']],
    [{ about: 'before 2022' }, ['Ahvaz']],
    [{ about: 'attacks before the embassy bombing' }, ['Ahvaz', 'Shiraz']],
    [{ from: '2022', to: '2023' }, ['Shiraz', 'Kabul']],
    [{ from: 'May 2024' }, ['warned', 'Lyon']],
    [{ to: '2018-09' }, ['Ahvaz']],
    [{ to: '2018-08' }, []],
    [{ place: 'Iran' }, ['Ahvaz', 'Shiraz']],
    [{ place: 'kabul' }, ['Kabul']],
    [{ who: 'gunmen' }, ['Shiraz']],
    [{ about: 'attacks', from: '2020' }, ['Shiraz', 'Kabul']],
  ])('finds for %j', (query, found) => {
    expect(pick(query)).toEqual(found);
  });

  test.each<[about: string, found: readonly string[]]>([
    ['arrests', ['arrested']],
    ['arrests in Lund', []],
    ['strikes', ['went']],
    ['attacks', ['attacked']],
    ['fires', ['destroyed']],
    // What names no kind may be anywhere in the sentence.
    ['wave', ['attacked']],
    ['union', ['went']],
  ])('a kind that is asked for is the event, not another word of its sentence: %s', (about, found) => {
    const reports = articleOf('reports', [
      ['title', 'Reports'],
      ['paragraph', 'Gunmen attacked a market in Lund on Sunday after a wave of arrests, police said.'],
      ['paragraph', 'Police arrested a man in Graz on Monday.'],
      ['paragraph', 'Workers of the union went on strike on Tuesday after two fires.'],
      ['paragraph', 'A fire destroyed the mill on Friday.'],
    ]);
    const told: readonly (readonly [kind: EventKind, trigger: string, label: string])[] = [
      ['attack', 'attacked', 'Gunmen attacked a market in Lund on Sunday'],
      ['arrest', 'arrested', 'Police arrested a man in Graz on Monday'],
      ['other', 'went', 'Workers of the union went on strike on Tuesday'],
      ['disaster', 'destroyed', 'A fire destroyed the mill on Friday'],
    ];
    const sentences = reports.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []));
    const events = told.map(([kind, trigger, label], index) => {
      const span = sentences[index]!;
      const at = reports.source.indexOf(trigger, span[0]);
      return {
        event: {
          kind,
          label,
          span,
          trigger: [at, at + trigger.length] as const,
          modality: 'actual' as const,
          date: null,
          places: [],
          actors: [],
          also: [],
        },
        source: reports.source,
      };
    });
    const selection = selectEvents(events, { about }, '2024-07-10');
    expect(
      selection.kind === 'events' && selection.events.map(({ event }) => reports.source.slice(...event.trigger)),
    ).toEqual(found);
  });

  test('reads "this summer" as of the article if the present one has no event, and says so', () => {
    expect(selectEvents(items, { about: 'arrests this summer' }, '2026-11-20')).toMatchObject({
      events: [{ event: { kind: 'arrest' } }],
      asOf: [{ published: '2024-06-11', phrase: 'this summer', edtf: '2024-22' }],
    });
    expect(selectEvents(items, { from: 'last month' }, '2026-11-20')).toMatchObject({
      events: [{ event: { kind: 'warning' } }, { event: { kind: 'arrest' } }],
      asOf: [{ phrase: 'last month', edtf: '2024-05' }],
    });
  });
  test.each<EventQuery>([
    { about: 'arrests this summer' },
    { about: 'arrests in May 2026' },
    { about: 'zebras this summer' },
  ])('reads nothing as of the article for %j where today fits, the day does not matter or nothing helps', (query) => {
    expect(selectEvents(items, query, '2024-07-10')).not.toHaveProperty('asOf');
  });

  test('takes of two events in a sentence the one whose own words fit', () => {
    const two = articleOf(
      'two',
      [
        ['title', 'Two'],
        [
          'paragraph',
          'The group claimed a shooting in Shiraz in October 2022 and an attack in Oslo in September 2018.',
        ],
      ],
      { published: '2024-06-11' },
    );
    const both = extractEvents(two).map((event) => ({ event, source: two.source }));
    const found = (about: string): readonly string[] => {
      const selection = selectEvents(both, { about }, '2024-07-10');
      return selection.kind === 'events' ? selection.events.map(({ event }) => event.kind) : [];
    };
    expect(found('what happened in Oslo')).toEqual(['attack']);
    expect(found('what happened in Iran')).toEqual(['shooting']);
    expect(found('claimed')).toEqual(['attack', 'shooting']);
  });

  test('names the words that no event says', () => {
    expect(selectEvents(items, { about: 'zebra attacks' }, '2024-07-10')).toEqual({
      kind: 'events',
      events: [],
      unmatched: ['zebra'],
    });
  });
  test.each(['from', 'to'] as const)('says that "%s" is no date', (option) => {
    expect(selectEvents(items, { [option]: 'someday' }, '2024-07-10')).toEqual({ kind: 'invalid', option });
  });
});
