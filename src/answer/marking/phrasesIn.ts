import type { TaggedSentence, Word } from 'rapporteur-reader';
import type { Span } from '../../language/span.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Relations of what is before a noun, and of one phrase with it. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(['amod', 'nummod', 'compound', 'flat', 'fixed', 'det', 'det:predet']);
/** Relations of what is before an adjective or a number of such a phrase. */
const BEFORE_MODIFIER: ReadonlySet<string> = new Set(['advmod', 'nummod', 'compound', 'amod', 'fixed', 'flat']);
/** Relations of what is after a noun or a verb, and of one phrase with it. */
const AFTER_ANY: ReadonlySet<string> = new Set(['flat', 'fixed', 'compound', 'compound:prt', 'goeswith', 'list']);
const NOUNS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'SYM']);
const MODIFIERS: ReadonlySet<string> = new Set(['ADJ', 'NUM', 'ADV']);

/**
 * Finds the noun phrases of a tagged sentence, from the article or number to the noun, and its verbs with their particles. What follows
 * a noun, such as "of …", is no part of them. None if the tags make no tree.
 */
export function phrasesIn(
  text: string,
  { words, isTree }: Pick<TaggedSentence, 'words' | 'isTree'> = { words: [], isTree: false },
): readonly Span[] {
  if (!isTree) return [];
  return words.flatMap((word, at): readonly Span[] => {
    const isNoun = NOUNS.has(word.upos);
    if (!isNoun && word.upos !== 'VERB') return [];
    let [first, last] = [at, at];
    const before = isNoun ? BEFORE_NOUN : new Set<string>();
    while (first > 0 && isOf(words, first - 1, { from: first, to: at, before })) first -= 1;
    while (
      last + 1 < words.length &&
      entryAt(words, last + 1).head === at &&
      AFTER_ANY.has(relationAt(words, last + 1))
    )
      last += 1;
    if (first === last) return [];
    const span: Span = [entryAt(words, first).span[0], entryAt(words, last).span[1]];
    return /[,;:()"“”]/u.test(text.slice(...span)) ? [] : [span];
  });
}

/** Whether a word before those from `from` on belongs to the phrase of the noun at `to`: by itself, or to a modifier of it. */
function isOf(
  words: readonly Word[],
  at: number,
  { from, to, before }: { readonly from: number; readonly to: number; readonly before: ReadonlySet<string> },
): boolean {
  const { head, upos } = entryAt(words, at);
  // A name is whole without the thing: "Boeing" of "Boeing jets".
  if (upos === 'PROPN' && entryAt(words, to).upos !== 'PROPN') return false;
  if (head === to) return before.has(relationAt(words, at));
  return (
    head >= from && head < to && MODIFIERS.has(entryAt(words, head).upos) && BEFORE_MODIFIER.has(relationAt(words, at))
  );
}

function relationAt(words: readonly Word[], at: number): string {
  return entryAt(words, at).relation;
}
