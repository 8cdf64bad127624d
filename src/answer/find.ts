import type { Steps } from '../runtime/steps/steps.ts';
import type { Answer } from './answer.ts';
import { excerptOfHit, searchScope } from './hits.ts';
import type { Library } from './library.ts';
import { whyNothing } from './nothing/whyNothing.ts';

/** Passages that are shown. */
const MAX_PASSAGES = 10;

/**
 * Finds the passages nearest to a text, such as somebody's message, the nearest first. The text is prose: no sign of it
 * is an operator. Unlike `askSteps` it does not need to be sure that they answer anything: it answers `nothing` only if
 * no sentence has a word of it, common ones aside, or all of them as they are. A step is a look at the index.
 */
export function* findSteps(text: string, library: Library): Steps<Answer> {
  const options = { ...searchScope(library, {}, MAX_PASSAGES), isPlain: true };
  const result = yield* library.index.steps.search(text, options);
  yield;
  const hits = result.isCommon ? yield* library.index.steps.literal(text, options) : result.hits;
  const isHeld = hits.some(({ matchedShare, literal }) => matchedShare > 0 || literal === true);
  const excerpts = isHeld ? hits.flatMap((hit) => excerptOfHit(library, hit)) : [];
  if (excerpts.length > 0) return { kind: 'excerpts', excerpts, more: 0 };
  return yield* whyNothing({ text, options, library, scope: {}, hits });
}
