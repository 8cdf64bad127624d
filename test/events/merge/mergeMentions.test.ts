import { describe, expect, test } from 'vitest';
import { mergeMentions } from '../../../src/events/merge/mergeMentions.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { told, type Told } from './told.ts';

/** For each event: the sentence of its main mention, those of all members, and after a bar the other sentences that report it. */
function merged(reported: readonly Told[], passing?: readonly Told[]): readonly string[] {
  const sentence = ([start]: readonly [number, number]): number => start / 100;
  return finish(mergeMentions(reported.map(told), passing?.map(told))).map(
    ({ main, members, also }) =>
      `${sentence(main.span)}: ${members.map(({ span }) => sentence(span)).join(' ')} | ${also.map(sentence).join(' ')}`,
  );
}

const lyon = (sentence: number, more: Told = {}): Told => ({ places: ['lyon'], sentence, ...more });
const bonn = (sentence: number, more: Told = {}): Told => ({ places: ['bonn'], sentence, ...more });
const back = (sentence: number, more: Told = {}): Told => ({ anaphoric: true, sentence, ...more });
const crime = (sentence: number): Told => back(sentence, { generic: true });

describe('mergeMentions', () => {
  test.each<[what: string, reported: readonly Told[], passing: readonly Told[] | undefined, events: readonly string[]]>(
    [
      ['nothing', [], undefined, []],
      ['one event told twice', [lyon(1), lyon(2)], undefined, ['1: 1 2 | 2']],
      ['one event told twice in a sentence', [lyon(1), lyon(2), lyon(2, { at: 3 })], undefined, ['1: 1 2 2 | 2']],
      ['two events in order of the text', [bonn(2), lyon(1)], undefined, ['1: 1 | ', '2: 2 | ']],
      ['what goes back to the event before', [lyon(1), back(2)], undefined, ['1: 1 2 | 2']],
      ['what goes back to the last of two', [lyon(1), bonn(2), back(3)], undefined, ['1: 1 | ', '2: 2 3 | 3']],
      [
        'what goes back to the one told of last',
        [lyon(1), bonn(2), lyon(3), back(4)],
        undefined,
        ['1: 1 3 4 | 3 4', '2: 2 | '],
      ],
      ['nothing before it to go back to', [lyon(2), back(1)], undefined, ['1: 1 | ', '2: 2 | ']],
      ['what goes back within its sentence', [lyon(1), back(1, { at: 5 })], undefined, ['1: 1 1 | ']],
      [
        'what goes back to the one that is not excluded',
        [lyon(1), bonn(2), back(3, { places: ['lyon'] })],
        undefined,
        ['1: 1 3 | 3', '2: 2 | '],
      ],
      ['the crime', [lyon(1), crime(2), back(3)], undefined, ['1: 1 2 3 | 2 3']],
      ['the crime, and none before', [crime(1), lyon(2)], undefined, ['2: 2 | ']],
      [
        'two that a third excludes',
        [lyon(1), lyon(2, { edtf: '2024-06-10' }), lyon(3, { edtf: '2024-06-11' })],
        undefined,
        ['2: 1 2 | 1', '3: 3 | '],
      ],
      [
        'the one with a finite verb and a date',
        [lyon(1, { weight: 9 }), lyon(2, { edtf: '2024' }), lyon(3, { edtf: '2024', finite: true })],
        undefined,
        ['3: 1 2 3 | 1 2'],
      ],
      [
        'the one with a date',
        [lyon(1, { weight: 9, finite: true }), lyon(2, { edtf: null, finite: true }), lyon(3, { edtf: '2024' })],
        undefined,
        ['3: 1 2 3 | 1 2'],
      ],
      ['the heaviest one', [lyon(1), lyon(2, { weight: 3 }), lyon(3, { weight: 2 })], undefined, ['2: 1 2 3 | 1 3']],
      ['the first of the heaviest', [lyon(1), lyon(2)], [], ['1: 1 2 | 2']],
      ['what is told in passing of what is reported', [lyon(2)], [lyon(1), lyon(3)], ['2: 2 1 3 | ']],
      ['what is told in passing alone', [bonn(2)], [lyon(1), lyon(3)], ['1: 1 3 | 3', '2: 2 | ']],
      [
        'in passing, what only another mention in passing excludes',
        [lyon(1)],
        [lyon(2, { edtf: '2024-06-10' }), lyon(3, { edtf: '2024-06-11' })],
        ['1: 1 2 3 | '],
      ],
      [
        'in passing alone, what another one excludes',
        [],
        [lyon(1, { edtf: '2024-06-10' }), lyon(2, { edtf: '2024-06-11' })],
        ['1: 1 | ', '2: 2 | '],
      ],
    ],
  )('takes %s', (_, reported, passing, events) => {
    expect(merged(reported, passing)).toEqual(events);
  });

  test('puts two events of one sentence in the order of their words', () => {
    const events = [told({ kind: 'arrest', at: 7 }), told({ kind: 'attack', at: 2 })];
    expect(finish(mergeMentions(events)).map(({ main }) => main.kind)).toEqual(['attack', 'arrest']);
  });

  test('gives the main mention the date of another and the kind that says most', () => {
    const events = [
      told(lyon(1, { kind: 'attack' })),
      told(back(2, { kind: 'bombing', edtf: null })),
      told(crime(3)),
      told({ ...crime(4), edtf: '2024-06' }),
    ];
    expect(finish(mergeMentions(events))).toMatchObject([{ main: { kind: 'bombing', date: { edtf: '2024-06' } } }]);
  });
});
