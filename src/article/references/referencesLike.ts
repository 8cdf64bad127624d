import type { Article } from '../article.ts';
import { TYPED_MAX_CHARS } from './parseReferences.ts';
import { resolveReference } from '../passage.ts';
import { formatReference, type Reference } from './reference.ts';

/** References that exist and have the numbers of a text that is none: for `12a.3` those are ¶12.3 and ¶12. */
export function referencesLike(typed: string, article: Article): readonly string[] {
  const [first, second] = (typed.slice(0, TYPED_MAX_CHARS).match(/\d{1,5}/gu) ?? []).map(Number);
  if (first === undefined) return [];
  const target = /fig|capt/iu.test(typed) ? 'caption' : 'paragraph';
  const block: Reference = { target, from: first, to: first };
  const wanted: readonly Reference[] =
    second === undefined ? [block] : [{ ...block, sentences: [second, second] }, block];
  const found = wanted.flatMap((reference) => {
    const resolution = resolveReference(article, reference);
    return resolution.kind === 'passages' ? [formatReference(reference)] : resolution.nearest;
  });
  return [...new Set(found)];
}
