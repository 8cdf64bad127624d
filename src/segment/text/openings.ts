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
  return at > from && isPress ? from : releaseTitle(parts);
}

/** Where nothing dates the report: the first headline below the line that releases it, with a text right below. */
function releaseTitle(parts: readonly Part[]): number | undefined {
  const release = parts.slice(0, OPENING_WITHIN).findIndex(({ text }) => RELEASE.test(text));
  const rest = release === -1 ? [] : parts.slice(release + 1, release + 1 + OPENING_WITHIN);
  const found = rest.findIndex(
    (part, at) =>
      isHeadline(part) &&
      !/\S@\S|\d{3}[ .)-]+\d{4}/u.test(part.text) &&
      rest
        .slice(at + 1, at + 1 + BELOW_HEADLINE)
        .some(({ shape, weight }) => shape === 'prose' && weight >= REPORT_MIN_WEIGHT),
  );
  return found === -1 ? undefined : release + 1 + found;
}

function isHeadline(part: Part | undefined): boolean {
  return part?.as === undefined && part?.shape === 'short' && part.gap > 0 && part.weight > HEADLINE_MIN_WEIGHT;
}

const RELEASE = /^(?:for immediate release|(?:press|news|media) release)\b.{0,60}$/imu;
/** Parts between a headline and its report, and how long that is at least. */
const BELOW_HEADLINE = 3;
const REPORT_MIN_WEIGHT = 100;
/** Shorter lines above a report name a place or a firm. */
const HEADLINE_MIN_WEIGHT = 25;
