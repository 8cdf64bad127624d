import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionDifferences } from '../../src/reader/editionDifferences.ts';
import { passagesByFragment } from '../../src/reader/passagesByFragment.ts';
import type { Article } from '../../src/article/article.ts';
import { arbitraryArticle } from '../fixtures/arbitraryArticle.ts';

test('editionDifferences tells of each block that differs, and what it says of it is true', () => {
  const blocksOf = (article: Article): Map<string, string> =>
    new Map([...passagesByFragment(article)].filter(([fragment]) => !fragment.includes('.')));
  fc.assert(
    fc.property(arbitraryArticle('a'), arbitraryArticle('a'), (old, present) => {
      const { changed, moved, added } = editionDifferences(old, present);
      const [before, after] = [blocksOf(old), blocksOf(present)];
      for (const [from, to] of moved) expect(after.get(to)).toBe(before.get(from));
      const texts = { before: [...before.values()], after: [...after.values()] };
      expect(changed).toEqual([...before].filter(([, text]) => !texts.after.includes(text)).map(([name]) => name));
      expect(added).toEqual([...after].filter(([, text]) => !texts.before.includes(text)).map(([name]) => name));
      const told = new Set([...changed, ...moved.map(([from]) => from)]);
      for (const [fragment, text] of before) expect(told.has(fragment)).toBe(after.get(fragment) !== text);
    }),
  );
  expect(editionDifferences(fixed(), fixed())).toEqual({ changed: [], moved: [], added: [] });
});

function fixed(): Article {
  return fc.sample(arbitraryArticle('a'), { seed: 1, numRuns: 1 })[0]!;
}
