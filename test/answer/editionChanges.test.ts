import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionChanges } from '../../src/answer/editionChanges.ts';
import type { Article } from '../../src/article/article.ts';
import { articleOf } from '../fixtures/article.ts';

const edition = (...texts: readonly string[]): Article =>
  articleOf('ship', [['title', 'The ship'], ...texts.map((text) => ['paragraph', text] as const)]);

describe('editionChanges', () => {
  test('tells what changed, came, went and moved', () => {
    const old = edition('One sails north.', 'Two stays.', 'Three goes.', 'Four sleeps at home.');
    const next = edition('Four sleeps at home.', 'One sails south.', 'Two stays.', 'Nobody knew of five.');
    const { same, moved, changed, added, removed } = editionChanges(old, next);
    expect([same, moved]).toEqual([2, 1]);
    expect(changed.map(({ before, after }) => [before.reference, after.reference])).toEqual([['¶1', '¶2']]);
    expect(changed[0]?.words?.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual([
      'north',
      'south',
    ]);
    expect(added).toEqual([{ reference: '¶4', text: 'Nobody knew of five.' }]);
    expect(removed).toEqual([{ reference: '¶3', text: 'Three goes.' }]);
  });

  test.each([
    [
      'was cut',
      'Members may stay for up to two days. They must not come on both Monday and Friday of one week.',
      'Members may stay for up to three days.',
    ],
    [
      'was added to',
      'Papers must not be taken out of here.',
      'Papers must not be taken out of here, copied, lent or shown to anybody who is not a member of the board.',
    ],
  ])('takes a paragraph that %s for a changed one', (_, before, after) => {
    const { changed, added, removed } = editionChanges(edition(before), edition(after));
    expect([changed.length, added.length, removed.length]).toEqual([1, 0, 0]);
  });

  test('takes no short sentence for one that holds its words by chance', () => {
    const { changed } = editionChanges(
      edition('The board of the harbour met in the old library.'),
      edition('The library met.'),
    );
    expect(changed).toEqual([]);
  });

  test('finds no change in an edition and itself', () => {
    const one = edition('One.', 'One.', 'Two.');
    expect(editionChanges(one, one)).toEqual({ same: 4, moved: 0, changed: [], added: [], removed: [] });
  });

  test('accounts for every block of both editions once, and calls the same only what is', () => {
    const words = fc.constantFrom(
      'The boat sails.',
      'The boat sank.',
      'A gull.',
      'Rain fell on the pier.',
      'Rain fell.',
    );
    const texts = fc.array(words, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { same, moved, changed, added, removed } = editionChanges(edition(...before), edition(...after));
        expect(same + moved + changed.length + removed.length).toBe(before.length + 1);
        expect(same + moved + changed.length + added.length).toBe(after.length + 1);
        const bag = (all: readonly string[]) => Map.groupBy(all, (text) => text);
        const [left, right] = [bag(before), bag(after)];
        const shared = [...left].reduce(
          (sum, [text, all]) => sum + Math.min(all.length, right.get(text)?.length ?? 0),
          0,
        );
        expect(same + moved).toBe(shared + 1);
        for (const { before: old, after: next } of changed) expect(old.text).not.toBe(next.text);
        for (const cited of [...added, ...changed.map(({ after: next }) => next)])
          expect(`${after[Number(cited.reference.slice(1)) - 1]}`).toBe(cited.text);
        for (const cited of [...removed, ...changed.map(({ before: old }) => old)])
          expect(`${before[Number(cited.reference.slice(1)) - 1]}`).toBe(cited.text);
      }),
      { seed: 15, numRuns: 300 },
    );
  });
});
