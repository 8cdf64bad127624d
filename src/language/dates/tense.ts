import type { Span } from '../span.ts';

/** What the verb nearest to a place says about its time; `none` where no verb is near. */
export type Tense = 'past' | 'future' | 'none';

const WINDOW_CHARS = 160;
const PARTICIPLE = '(?: (?:not|still|also|soon|now|\\p{Ll}+ly))*(?: (?:be|have been|have|been))?(?: \\p{Ll}+)?';
/** Verb groups that look ahead, then those that look back; the first swallow their participles ("will be named"). */
const CUE = new RegExp(
  [
    '(?<before>\\bhad (?:\\p{Ll}+ )?been (?:due|set|expected|scheduled|planned)\\b)',
    `|(?<ahead>(?:\\b(?:will|won['’]t|shall|would|going to|to be)|['’]ll)${PARTICIPLE}`,
    '|\\b(?:is|are|be|was|were) (?:to|due|set|slated|expected|scheduled|planned|planning|supposed|likely)\\b(?: to be \\p{Ll}+)?',
    '|\\b(?:decided|agreed|vowed|pledged|promised|offered|expects?|hopes?|wants?|intends?|aims?|ready|likely|plans?|planned|invited|urged|scheduled)(?: \\p{L}+){0,3} to\\b(?: \\p{Ll}+)?(?: \\p{Ll}+ed\\b)?',
    '|\\b(?:plans?|planning|expects|scheduled|upcoming|forthcoming|as soon as|no later than|deadline|effective|expires?|payable|maturing)\\b)',
    '|(?<back>\\b(?:was|were|had|did|said|told|went|came|took|made|gave|found|fell|rose|grew|began|held|met|won|lost|left|led|sold|bought|paid|sent|hit|struck|broke|spoke|wrote|ran|became|kept|brought|thought|caught|fought|got|saw|knew|felt|built|shot|sank|heard|since',
    '|(?!hundred|need|speed|indeed|seed|feed|exceed|proceed|succeed|shed)\\p{Ll}{2,}ed)\\b)',
  ].join(''),
  'gu',
);
const SENTENCE_END = /[.!?]["'”’)]*\s+(?=["'“‘(]?\p{Lu})|\n/gu;
/** What comes before an expression says more about its time than what comes after. */
const AFTER_WEIGHT = 1.6;

/** Finds the tense of the verb nearest to a span, within its sentence. */
export function tenseAt(text: string, [start, end]: Span): Tense {
  const before = text.slice(Math.max(0, start - WINDOW_CHARS), start);
  const after = text.slice(end, end + WINDOW_CHARS);
  const head = before.slice(lastEnd(before));
  const tail = after.slice(0, firstEnd(after));
  const seen = { past: Infinity, future: Infinity };
  for (const match of head.matchAll(CUE)) note(seen, match, head.length - match.index - match[0].length);
  for (const match of tail.matchAll(CUE)) note(seen, match, match.index * AFTER_WEIGHT);
  if (seen.past === Infinity && seen.future === Infinity) return 'none';
  return seen.future < seen.past ? 'future' : 'past';
}

function note(seen: { past: number; future: number }, { groups }: RegExpExecArray, distance: number): void {
  const tense = groups?.['ahead'] === undefined ? 'past' : 'future';
  seen[tense] = Math.min(seen[tense], distance);
}

function lastEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  return end;
}

function firstEnd(text: string): number {
  const match = text.matchAll(SENTENCE_END).next().value;
  return match === undefined ? text.length : match.index + 1;
}
