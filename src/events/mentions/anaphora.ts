import type { Mention } from './mention.ts';
import { hasNamedObject } from './namedObject.ts';
import { wordAt, type Sentence } from './sentence.ts';

const POINTS_BACK = /^(?:the|this|that|these|those)$/u;
const ANOTHER =
  /^(?:another|other|previous|earlier|first|second|third|fourth|fifth|new|similar|further|\d{1,3}|one|two|several|of|in|on|at|by|for|to|and|or|with|from|against|\p{L}+ed)$/u;
const MODIFIERS_MAX_WORDS = 3;

/**
 * Returns true if a noun refers back to an earlier event: "the attack", "this brutal crime", but not "another attack".
 */
export function isAnaphoric(mention: Mention, { words }: Sentence): boolean {
  const { trigger, at } = mention;
  if (trigger.generic) return true;
  if (trigger.word !== 'noun' || hasNamedObject(mention, words)) return false;
  for (let back = at - 1; back >= Math.max(0, at - 1 - MODIFIERS_MAX_WORDS); back -= 1) {
    const { text, clause, possessive } = wordAt(words, back);
    if (clause !== wordAt(words, at).clause || possessive || ANOTHER.test(text)) return false;
    if (POINTS_BACK.test(text)) return true;
  }
  return false;
}
