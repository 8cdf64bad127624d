import { entryAt } from '../../runtime/entryAt.ts';
import type { TaggedSentence } from 'rapporteur-reader';

/**
 * Makes one tree of the reader's heads, which it chooses for each word alone: every fifth sentence has a circle or
 * several roots. A circle is opened at its verb, or else its first word, which then hangs from the root; further roots
 * hang from the first verb among them. All other words keep their heads.
 */
export function treeHeads(words: TaggedSentence['words']): readonly number[] {
  const heads = words.map(({ head }, at) => (head >= 0 && head < words.length && head !== at ? head : -1));
  const done = new Uint8Array(words.length);
  for (const start of words.keys()) {
    const path: number[] = [];
    let at = start;
    while (at !== -1 && done[at] === 0) {
      done[at] = 1;
      path.push(at);
      at = entryAt(heads, at);
    }
    // Still on this path: a circle.
    if (at !== -1 && done[at] === 1) {
      const circle = path.slice(path.indexOf(at)).sort((a, b) => a - b);
      heads[circle.find((each) => entryAt(words, each).upos === 'VERB') ?? entryAt(circle, 0)] = -1;
    }
    for (const each of path) done[each] = 2;
  }
  if (words.length === 0) return heads;
  const roots = [...heads.keys()].filter((at) => heads[at] === -1);
  const root = roots.find((at) => entryAt(words, at).upos === 'VERB') ?? entryAt(roots, 0);
  for (const at of roots) if (at !== root) heads[at] = root;
  return heads;
}
