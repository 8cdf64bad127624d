import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areApart, areUnlike } from '../../../src/events/finding/areApart.ts';
import type { Scored } from '../../../src/events/finding/foldClauses.ts';
import { toldBy, type Told } from '../../../src/events/finding/told.ts';
import { treeOf, type Laid } from '../../fixtures/laidTree.ts';

interface Drawn {
  readonly doer: string;
  readonly verb: string;
  readonly article: string;
  readonly thing: string;
  readonly kind: Scored['kind'];
}

/** "The board sold a mill", as the sentence at `index` of a text. */
function told({ doer, verb, article, thing, kind }: Drawn, index: number): Told {
  const words: readonly Laid[] = [
    ['The', 'DET', 'det', 1],
    [doer, 'NOUN', 'nsubj', 2],
    [verb, 'VERB', 'root', -1],
    [article, /^\d+$/u.test(article) ? 'NUM' : 'DET', /^\d+$/u.test(article) ? 'nummod' : 'det', 4],
    [thing, 'NOUN', 'obj', 2],
    ['.', 'PUNCT', 'punct', 2],
  ];
  const tree = treeOf(words);
  const place = { index, block: 'paragraph' };
  const token = tree.tokens[2]!;
  return toldBy({ tree, token, place, kind, modality: 'actual', date: undefined, places: [] } as unknown as Scored);
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  doer: fc.constantFrom('board', 'company', 'owner'),
  verb: fc.constantFrom('sold', 'closed', 'awarded'),
  article: fc.constantFrom('a', 'the', '3', '19'),
  thing: fc.constantFrom('mill', 'bridge', 'painting'),
  kind: fc.constantFrom<Scored['kind']>('purchase', 'closure', 'award', 'decision'),
});

describe('two clauses below the lead', () => {
  test('are never one event if another thing is spoken of as new', () => {
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        const later = { ...b, kind: a.kind, article: 'a', thing: a.thing === 'mill' ? 'bridge' : 'mill' };
        expect(areApart(told(a, 3), told(later, 5))).toBe(true);
      }),
      { seed: 14 },
    );
  });

  test('are never one event if as many of a thing as of another are told of', () => {
    fc.assert(
      fc.property(drawn, (a) => {
        expect(areApart(told({ ...a, article: '3' }, 3), told({ ...a, article: '19' }, 5))).toBe(true);
      }),
      { seed: 14 },
    );
  });

  test('may be one event if the same did the same to what is known', () => {
    fc.assert(
      fc.property(drawn, (a) => {
        expect(areApart(told(a, 3), told({ ...a, article: 'the' }, 5))).toBe(false);
      }),
      { seed: 14 },
    );
  });

  test('are apart whichever of them is asked about first', () => {
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        const [one, other] = [told(a, 3), told(b, 5)];
        expect(areApart(one, other)).toBe(areApart(other, one));
      }),
      { seed: 14 },
    );
  });

  test('of other words and other kinds are linked by nothing', () => {
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        const [one, other] = [
          told({ ...a, verb: 'sold', kind: 'purchase' }, 3),
          told({ ...b, verb: 'closed', kind: 'closure' }, 5),
        ];
        expect(areUnlike(one, other)).toBe(true);
      }),
      { seed: 14 },
    );
  });
});

test('what people said of one thing is what each of them said', () => {
  const said = (doer: string, index: number): Told =>
    told({ doer, verb: 'condemned', article: 'the', thing: 'attack', kind: 'statement' }, index);
  expect(
    areApart(said('minister', 3), said('minister', 5)) || areUnlike(said('minister', 3), said('minister', 5)),
  ).toBe(false);
  const [one, other] = [said('minister', 3), said('bank', 5)];
  expect(areApart(one, other) || areUnlike(one, other)).toBe(true);
});
