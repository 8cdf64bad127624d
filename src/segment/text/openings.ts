import { datelineOf } from '../shape.ts';
import type { Part } from './part.ts';

/** Parts at the start among which a salutation or a dateline may be. */
const OPENING_WITHIN = 25;
const SALUTATION =
  /^(?:dear|sehr geehrte[rs]?|liebe[rs]?|chère?s?|madame|estimad[oa]s?|kære|beste)\s[^!?]{1,60}[,:!]$/iu;
const SUBJECT_LINE = /^(?:re|ref|subject|betreff|betrifft|objet|asunto|onderwerp)\s?[:.]\s*\S/iu;
const ADDRESS_MAX_WEIGHT = 70;

/**
 * The lines above "Dear Ms. Okonkwo," say who writes to whom, and none of them is a title but the one that says what it is
 * about; undefined if the text is no letter.
 */
export function salutation(parts: readonly Part[]): { readonly title: number | undefined } | undefined {
  const at = parts.slice(0, OPENING_WITHIN).findIndex(({ text }) => SALUTATION.test(text));
  const above = parts.slice(0, Math.max(0, at));
  const isAddressed =
    above.length > 1 &&
    above.every(
      ({ as, weight, text }) => as === undefined && weight <= ADDRESS_MAX_WEIGHT && !/\p{Ll}{3}\.$/u.test(text),
    ) &&
    above.some(({ text, shape }) => shape === 'byline' || /\d/u.test(text));
  if (!isAddressed) return undefined;
  const title = parts.slice(0, at + 2).findIndex(({ text }) => SUBJECT_LINE.test(text));
  return { title: title === -1 ? undefined : title };
}

/** The headline of a press release is right above its dateline, below whom to ask. */
export function pressTitle(parts: readonly Part[]): number | undefined {
  const at = parts.slice(0, OPENING_WITHIN).findIndex(({ text }) => datelineOf(text) !== undefined);
  let from = at;
  while (from > 0 && isHeadline(parts[from - 1])) from -= 1;
  const above = parts.slice(0, Math.max(0, from));
  const isPress = above.some(({ text }) =>
    /\S@\S+\.\p{L}{2}|\d{3}[ .)-]+\d{3,4}|^for immediate release|^media contact/iu.test(text),
  );
  return at > from && isPress ? from : undefined;
}

function isHeadline(part: Part | undefined): boolean {
  return part?.as === undefined && part?.shape === 'short' && part.gap > 0 && part.weight > HEADLINE_MIN_WEIGHT;
}

/** Shorter lines above a report name a place or a firm. */
const HEADLINE_MIN_WEIGHT = 25;
