import { isAllCaps } from '../../shape.ts';
import type { Part } from '../part.ts';

const NAME_MAX_WEIGHT = 40;
const CLAUSE_MAX_WEIGHT = 70;

/** A short line in capitals or a name below a line that is no heading itself: they belong together. */
export function isAboveName(next: Part | undefined): boolean {
  return (
    next?.as === undefined &&
    next?.shape === 'prose' &&
    next.weight <= NAME_MAX_WEIGHT &&
    /^\P{Ll}{3,}$/u.test(next.text) &&
    isAllCaps(next.text)
  );
}

/** "Interviewer: Jane Roe" right below a line that says when it was. */
export function isField({ text, gap }: Part, before: Part | undefined): boolean {
  const isHead = before?.shape === 'byline' || before?.as === 'standfirst';
  return gap === 0 && isHead && /^\p{L}[\p{L} ]{1,30}:\s\S/u.test(text);
}

/** A name above an address of mail or a telephone number in the same block. */
export function isAboveContact(next: Part | undefined): boolean {
  return (
    next?.gap === 0 &&
    /^(?:(?:\p{L}[\p{L}-]{1,15}:?\s)?\S+@\S+\.\p{L}{2,}|https?:\S+|(?:\p{L}[\p{L}-]{1,15}:?\s)?\+?\d[\d\s()./-]{6,30})$/u.test(
      next.text,
    )
  );
}

/** "4. Use" with "(a) …" or a bullet below a gap, or behind such a list, is no list of two. */
export function isSubItem(other: Part, part: Part, isBefore: boolean): boolean {
  const isCounted =
    /^(?:\([A-Za-z]{1,4}\)|[a-z]{1,4}[.)]|[^\p{L}\p{N}(]|o\s)/u.test(other.text) && /^\d/u.test(part.text);
  return isCounted && ((part.gap > 0 && (isBefore || other.gap > 0)) || isAllCaps(part.text));
}

/** "2. Who this applies to" above "2.1. Everyone …" names it, however it ends. */
export function isAboveClause({ text, weight }: Part, next: Part | undefined): boolean {
  const number = /^(\d{1,3})\.\s+\p{Lu}/u.exec(text)?.[1];
  return (
    number !== undefined &&
    weight <= CLAUSE_MAX_WEIGHT &&
    !/[.:;,]$/u.test(text) &&
    next?.text.startsWith(`${number}.1`) === true
  );
}

/** What is longer is a text of its own. */
const EXAMPLE_MAX_WEIGHT = 60;

/** A line with a time in it, or what the line above leads in to and no text is below: "One popular syntax is:". */
export function isExample(
  { text, gap }: Part,
  {
    before,
    next,
    isMarked,
  }: { readonly before: Part | undefined; readonly next: Part | undefined; readonly isMarked: boolean },
): boolean {
  const isLedIn = before?.shape === 'prose' && before.as === undefined && /\p{L}:$/u.test(before.text);
  const isShort = (next?.weight ?? 0) <= EXAMPLE_MAX_WEIGHT;
  return /\d:\d{2}:\d{2}/u.test(text) || (isLedIn && isShort && !isMarked && gap > 0);
}
