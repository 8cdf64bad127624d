import type { Article } from '../article/article.ts';
import { passagesByFragment } from './passagesByFragment.ts';

/** How the blocks of two editions differ, by their fragments. */
interface EditionDifferences {
  /** Blocks of the old one that are nowhere in the present one, word for word. */
  readonly changed: readonly string[];
  /** Blocks of the old one that are word for word in another place. */
  readonly moved: readonly (readonly [from: string, to: string])[];
  /** Blocks of the present one that are nowhere in the old one, word for word. */
  readonly added: readonly string[];
}

/** Compares two editions block by block. */
export function editionDifferences(old: Article, present: Article): EditionDifferences {
  const [before, after] = [textsOfBlocks(old), textsOfBlocks(present)];
  const then = new Set(before.values());
  const now = new Map(Array.from(after, ([fragment, text]) => [text, fragment] as const).reverse());
  const differing = [...before].filter(([fragment, text]) => after.get(fragment) !== text);
  return {
    changed: differing.flatMap(([fragment, text]) => (now.has(text) ? [] : [fragment])),
    moved: differing.flatMap(([fragment, text]) => {
      const place = now.get(text);
      return place === undefined ? [] : [[fragment, place] as const];
    }),
    added: [...after].flatMap(([fragment, text]) => (then.has(text) ? [] : [fragment])),
  };
}

function textsOfBlocks(article: Article): ReadonlyMap<string, string> {
  return new Map([...passagesByFragment(article)].filter(([fragment]) => !fragment.includes('.')));
}
