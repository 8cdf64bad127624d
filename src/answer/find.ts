import { inSlices } from '../runtime/steps/inSlices.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Answer } from './answer.ts';
import { findByWords, type Found } from './ask.ts';
import { excerptOfHit } from './hits.ts';
import type { Library } from './library.ts';
import { whyNothing } from './nothing/whyNothing.ts';
import { hitOf, HITS_READ, orderByReading, type ReadingOptions } from './reading/orderByReading.ts';

/** Passages that are shown. */
const MAX_PASSAGES = 10;
/** A passage is shown if it is at least so likely as the likeliest. */
const NEAR_SHARE = 0.1;

/**
 * Finds the passages nearest to a text, such as somebody's message, the nearest first. The text is prose: no sign of it
 * is an operator. Unlike `askSteps` it does not need to be sure that they answer anything: it answers `nothing` only if
 * no sentence has a word of it, common ones aside, or all of them as they are. A step is a look at the index.
 */
export function* findSteps(text: string, library: Library): Steps<Answer> {
  return yield* nearestByWords(yield* findByWords(text, library, { isPlain: true, limit: MAX_PASSAGES }));
}

/** The same, with the passages for a question in the order of `ask`, where reading can be done. */
export async function readFind(
  text: string,
  library: Library,
  { signal, ...options }: ReadingOptions,
): Promise<Answer> {
  const found = await inSlices(findByWords(text, library, { isPlain: true, limit: HITS_READ }), signal);
  const reading = await orderByReading(found, { ...options, signal });
  if (reading.kind !== 'read' || !isHeld(found)) return inSlices(nearestByWords(found), signal);
  const [best] = reading.ranked;
  const near = reading.ranked.filter(({ likely }) => likely >= NEAR_SHARE * (best?.likely ?? 0));
  return passagesAt(found, near.map(hitOf));
}

function* nearestByWords(found: Found): Steps<Answer> {
  const { question: text, options, library, scope, hits } = found;
  const least = (hits[0]?.order ?? 0) + Math.log(NEAR_SHARE);
  if (isHeld(found))
    return passagesAt(
      found,
      hits.filter(({ order, literal }) => literal === true || order >= least),
    );
  return yield* whyNothing({ text, options, library, scope, hits });
}

/** Whether a sentence has a word of the text, or all common ones as they are. */
function isHeld({ hits }: Found): boolean {
  return hits.some(({ matchedShare, literal }) => matchedShare > 0 || literal === true);
}

function passagesAt({ library }: Found, hits: Found['hits']): Answer {
  const excerpts = hits.slice(0, MAX_PASSAGES).flatMap((hit) => excerptOfHit(library, hit));
  return { kind: 'excerpts', excerpts, more: 0 };
}
