import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scored } from '../../../src/events/finding/foldClauses.ts';
import { areApart } from '../../../src/events/finding/areApart.ts';
import type { Told } from '../../../src/events/finding/told.ts';

interface Drawn {
  readonly word: string;
  readonly kind: Scored['kind'];
  readonly modality: Scored['modality'];
  readonly day: string | null;
  readonly doer: readonly string[];
  readonly thing: readonly string[];
}

const name = fc
  .tuple(fc.constantFrom('ann', 'omar'), fc.option(fc.constantFrom('d.', 'l.')), fc.constantFrom('hale', 'tay'))
  .map(([first, middle, last]) => [first, ...(middle === null ? [] : [middle]), last]);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  word: fc.constantFrom('arrest', 'attack', 'visit'),
  kind: fc.constantFrom('arrest', 'attack', 'killing', 'statement', 'other'),
  modality: fc.constantFrom('actual', 'planned', 'possible', 'denied'),
  day: fc.constantFrom(null, '2021-05-10', '2021-05-11', '2021-05', '2020'),
  doer: fc.oneof(fc.constant([]), name),
  thing: fc.oneof(fc.constant([]), name),
});

/** The clause of a sentence of the text, the first one if not said otherwise. */
function clauseThat({ word, kind, modality, day, doer, thing }: Drawn, index = 0): Told {
  const place = { index, block: 'paragraph' };
  const clause = { kind, modality, place, date: day === null ? undefined : { edtf: day } } as Scored;
  return {
    clause,
    word,
    roles: {},
    complement: undefined,
    doers: new Set(),
    things: new Set(),
    doerNames: new Set(doer),
    thingNames: new Set(thing),
    names: new Set(),
    numbers: new Set(),
    definite: false,
    indefinite: false,
    another: false,
    refers: false,
  };
}

describe('two clauses that cannot tell one event', () => {
  test('are so in either order', () => {
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        expect(areApart(clauseThat(a), clauseThat(b))).toBe(areApart(clauseThat(b), clauseThat(a)));
      }),
      { seed: 14 },
    );
  });

  test('are those of different days, whatever else they share', () => {
    fc.assert(
      fc.property(drawn, (a) => {
        expect(areApart(clauseThat({ ...a, day: '2021-05-10' }), clauseThat({ ...a, day: '2021-05-11' }))).toBe(true);
      }),
      { seed: 14 },
    );
  });

  test('are those of persons whose middle initials differ, and not of one person with and without', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom('doer', 'thing'), (a, role) => {
        const of = (...who: string[]): Told => clauseThat({ ...a, [role]: who });
        expect(areApart(of('ann', 'd.', 'hale'), of('ann', 'l.', 'hale'))).toBe(true);
        expect(areApart(of('ann', 'd.', 'hale'), of('ann', 'hale'))).toBe(false);
      }),
      { seed: 14 },
    );
  });

  test('are not a clause and itself', () => {
    fc.assert(
      fc.property(drawn, (a) => {
        expect(areApart(clauseThat(a), clauseThat(a))).toBe(false);
      }),
      { seed: 14 },
    );
  });
});
