import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClauseTree } from '../../../src/events/clauses/clauseTree.ts';
import { tokenAt } from '../../../src/events/clauses/treeWalk.ts';
import { chooseWithin } from '../../../src/events/finding/chooseWithin.ts';
import type { Scored } from '../../../src/events/finding/foldClauses.ts';
import type { ClauseGroup } from '../../../src/events/finding/mergeClauses.ts';
import { treeOf, type Laid } from '../../fixtures/laidTree.ts';

interface Drawn {
  readonly sentence: number;
  readonly score: number;
  readonly kind: Scored['kind'];
  readonly day: string | null;
  readonly modality?: Scored['modality'];
}

const MODALITIES = ['actual', 'planned', 'possible', 'denied', 'foiled'] as const;

const drawn: fc.Arbitrary<Drawn> = fc.record({
  sentence: fc.nat(3),
  score: fc.integer({ min: 55, max: 99 }).map((score) => score / 100),
  kind: fc.constantFrom('arrest', 'trial', 'killing', 'victory', 'other'),
  day: fc.constantFrom(null, '2021-05-10', '2021-05-11'),
  modality: fc.constantFrom(...MODALITIES),
});
const trees = [0, 1, 2, 3].map((at): ClauseTree => ({ span: [at, at + 1], tokens: [], quoted: [] }));

function groupOf({ sentence, score, kind, day, modality = 'actual' }: Drawn): ClauseGroup {
  const date = day === null ? undefined : { edtf: day };
  const token = { upos: 'NOUN', relation: 'root' };
  const main = { tree: trees[sentence], token, score, kind, date, modality, isEntry: false } as Scored;
  return { main, members: [main] };
}

const groups = fc.array(drawn, { maxLength: 12 }).map((all) => all.map(groupOf));

function bestOf(all: readonly ClauseGroup[], tree: ClauseTree): number {
  return Math.max(...all.filter(({ main }) => main.tree === tree).map(({ main }) => main.score));
}

describe('the events of a sentence', () => {
  test('keep the likeliest, whatever stands beside it', () => {
    fc.assert(
      fc.property(groups, (all) => {
        expect(trees.map((tree) => bestOf(chooseWithin(all), tree))).toEqual(trees.map((tree) => bestOf(all, tree)));
      }),
      { seed: 14 },
    );
  });

  test('are chosen alike whatever other sentences tell', () => {
    fc.assert(
      fc.property(groups, groups, (all, more) => {
        const [tree] = trees;
        const others = more.filter(({ main }) => main.tree !== tree);
        const alone = all.filter(({ main }) => main.tree === tree);
        const chosen = chooseWithin([...alone, ...others]).filter(({ main }) => main.tree === tree);
        expect(chosen).toEqual(chooseWithin(alone));
      }),
      { seed: 14 },
    );
  });

  test('are listed beside each other if one has happened and another has not', () => {
    fc.assert(
      fc.property(
        drawn,
        drawn,
        fc.shuffledSubarray([...MODALITIES], { minLength: 2, maxLength: 2 }),
        (a, b, [one, other]) => {
          const both = [
            { ...a, sentence: 0, modality: one! },
            { ...b, sentence: 0, modality: other! },
          ].map(groupOf);
          expect(chooseWithin(both)).toEqual(both);
        },
      ),
      { seed: 14 },
    );
  });

  const likely: Drawn = { sentence: 0, score: 0.9, kind: 'killing', day: '2021-05-10' };
  test.each([
    ['stays if it is as good as sure', { ...likely, score: 0.8 }, 2],
    ['goes if it is less sure', { ...likely, score: 0.79 }, 1],
    ['goes if it is of a kind of the same family', { ...likely, score: 0.6, kind: 'attack' }, 1],
    ['stays if it is of another family', { ...likely, score: 0.7, kind: 'victory' }, 2],
    ['goes if it is of another family, but hardly likely', { ...likely, score: 0.69, kind: 'victory' }, 1],
    ['goes if nothing is known of its kind', { ...likely, score: 0.6, kind: 'other' }, 1],
    ['stays on a day of its own', { ...likely, score: 0.7, day: '2021-05-11' }, 2],
    ['stays if it was denied', { ...likely, score: 0.6, modality: 'denied' }, 2],
    ['goes without a day', { ...likely, score: 0.6, day: null }, 1],
  ] satisfies [string, Drawn, number][])('a second one %s', (_, second, count) => {
    expect(chooseWithin([likely, second].map(groupOf))).toHaveLength(count);
  });

  test('go if they are what was done with it, but for what came of it', () => {
    const words = (verb: string, gerund: string): readonly Laid[] => [
      ['Raiders', 'NOUN', 'nsubj', 1],
      [verb, 'VERB', 'root', -1],
      ['a', 'DET', 'det', 3],
      ['bank', 'NOUN', 'obj', 1],
      [',', 'PUNCT', 'punct', 5],
      [gerund, 'VERB', 'advcl', 1],
      ['clerks', 'NOUN', 'obj', 5],
      ['.', 'PUNCT', 'punct', 1],
    ];
    const kind = fc.constantFrom<Scored['kind']>('arrest', 'trial', 'killing', 'robbery', 'other');
    const gerund = fc.constantFrom('seizing', 'binding', 'robbing');
    fc.assert(
      fc.property(
        fc.constantFrom('stormed', 'entered'),
        gerund,
        kind,
        fc.double({ min: 0.8, max: 0.89 }),
        (verb, with_, own, score) => {
          const tree = treeOf(words(verb, with_));
          const groups = [1, 5].map((at): ClauseGroup => {
            const main = {
              tree,
              token: tokenAt(tree, at),
              score: at === 1 ? 0.95 : score,
              kind: at === 1 ? 'attack' : own,
              modality: 'actual',
              isEntry: false,
            } as Scored;
            return { main, members: [main] };
          });
          expect(chooseWithin(groups)).toHaveLength(own === 'killing' ? 2 : 1);
        },
      ),
      { seed: 14 },
    );
  });
});
