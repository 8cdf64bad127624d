import { describe, expect, test } from 'vitest';
import { dropRepeats } from '../../../src/events/merge/dropRepeats.ts';
import type { EventMention } from '../../../src/events/mentions/eventMention.ts';
import { told, type Told } from './told.ts';

const killing: Told = { kind: 'killing', at: 3 };
const injury: Told = { kind: 'injury', at: 5 };
const [lyon, bonn] = ['lyon', 'bonn'].map((name) => told({ places: [name] }).places) as [
  EventMention['places'],
  EventMention['places'],
];
const [monday, tuesday] = ['2024-06-10', '2024-06-11'].map((edtf) => told({ edtf }).date);
const actors: EventMention['actors'] = [[1, 2]];

describe('dropRepeats', () => {
  test.each<[what: string, first: Told, second: Told, kept: readonly string[]]>([
    ['two words of one family', killing, injury, ['killing 1']],
    [
      'the heavier one, with the kind that says most',
      { ...killing, weight: 1 },
      { ...injury, weight: 2 },
      ['killing 2'],
    ],
    ['the heavier one, whichever is first', { ...injury, weight: 2 }, { ...killing, weight: 1 }, ['killing 2']],
    ['two families', killing, { kind: 'arrest', at: 5 }, ['killing 1', 'arrest 1']],
    ['two kinds that say how', { kind: 'bombing' }, { kind: 'clash', at: 2 }, ['bombing 1', 'clash 1']],
    ['one foiled', killing, { ...injury, modality: 'foiled' }, ['killing 1', 'injury 1']],
    [
      'one planned and one foiled',
      { ...killing, modality: 'planned' },
      { ...injury, modality: 'foiled' },
      ['killing 1'],
    ],
    ['words 14 apart', { ...killing, at: 0 }, { ...injury, at: 14 }, ['killing 1']],
    ['words 15 apart', { ...killing, at: 0 }, { ...injury, at: 15 }, ['killing 1', 'injury 1']],
    ['words 14 apart late in a sentence', { ...killing, at: 40 }, { ...injury, at: 26 }, ['killing 1']],
  ])('of %s', (_, first, second, kept) => {
    expect(dropRepeats([told(first), told(second)]).map(({ kind, weight }) => `${kind} ${weight}`)).toEqual(kept);
  });

  test.each<[what: string, own: Partial<EventMention>, other: Partial<EventMention>, expected: Partial<EventMention>]>([
    ['date', {}, { date: monday }, { date: monday, weight: 4 }],
    ['place', {}, { places: lyon }, { places: lyon, weight: 4 }],
    ['date and place', {}, { date: monday, places: lyon }, { date: monday, places: lyon, weight: 6 }],
    ['actors, for no weight', {}, { actors }, { actors, weight: 2 }],
    ['nothing', {}, {}, { date: undefined, places: [], actors: [], weight: 2 }],
    [
      'nothing that it has',
      { date: monday, places: lyon, actors },
      { date: monday, places: lyon },
      { weight: 2, actors },
    ],
  ])('gives the mention that is kept the %s of the other', (_, own, other, expected) => {
    const events = [
      { ...told({ ...killing, weight: 2 }), ...own },
      { ...told({ ...injury, weight: 1 }), ...other },
    ];
    expect(dropRepeats(events)).toEqual([{ ...events[0], ...expected }]);
  });

  test('takes what it lacks from the first of several that has it', () => {
    const events = [
      told({ ...killing, weight: 9 }),
      told(injury),
      { ...told({ ...injury, at: 7 }), date: monday, places: lyon, actors },
    ];
    expect(dropRepeats(events)).toMatchObject([{ date: monday, places: lyon, actors, weight: 13 }]);
  });

  test.each<[what: string, own: Partial<EventMention>, other: Partial<EventMention>, count: number]>([
    ['two dates', { date: monday }, { date: tuesday }, 2],
    ['one date', { date: monday }, { date: monday }, 1],
    ['two places', { places: lyon }, { places: bonn }, 2],
    ['one place', { places: lyon }, { places: lyon }, 1],
  ])('of %s leaves the right number', (_, own, other, count) => {
    expect(
      dropRepeats([
        { ...told(killing), ...own },
        { ...told(injury), ...other },
      ]),
    ).toHaveLength(count);
  });

  test('keeps two kinds of one word', () => {
    const event = told(killing);
    expect(dropRepeats([event, { ...event, kind: 'injury' }])).toHaveLength(2);
  });
});
