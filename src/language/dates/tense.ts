import type { Span } from '../span.ts';

/** What the verb nearest to a place says about its time; `none` where no verb is near. */
export type Tense = 'past' | 'future' | 'none';

const WINDOW_CHARS = 160;
const PARTICIPLE = '(?: (?:not|still|also|soon|now|\\p{Ll}+ly))*(?: (?:be|have been|have|been))?(?: \\p{Ll}+)?';
/** Pasts of irregular verbs that are not the present as well. */
const PASTS =
  'was|were|had|did|said|told|went|came|took|made|gave|found|fell|rose|grew|began|held|met|won|lost|left|led|sold|bought|paid|sent|hit|struck|broke|spoke|wrote|ran|became|kept|brought|thought|caught|fought|got|saw|knew|felt|built|shot|sank|heard|' +
  'arose|ate|awoke|bent|bit|bled|blew|bore|bred|burnt|chose|clung|crept|dealt|drank|drew|drove|dug|fed|fled|flew|forbade|foresaw|forgave|forgot|froze|hid|hung|knelt|laid|leapt|learnt|lent|lit|meant|misled|mistook|outgrew|overcame|oversaw|overthrew|quit|rang|rebuilt|repaid|retook|rewrote|rode|sang|sat|shone|shook|shrank|shut|slept|slid|slew|sought|sped|spent|sprang|spun|stole|stood|stuck|stung|swam|swept|swore|swung|taught|threw|tore|underwent|understood|undertook|upheld|wept|withdrew|withheld|withstood|woke|wore|wove|since';
/** What a timetable tells in the present ("begins on Friday"); after an article the same words are nouns. */
const SCHEDULED =
  "(?<!\\b(?:the|The|its|his|her|their|tax|did|not)\\s|n['’]t\\s)(?:begins?|starts|opens|reopens|closes|ends|concludes|resumes?|departs|arrives|returns|premieres|airs|debuts|meets|hosts|faces|plays|kicks? off|gets? under ?way|takes? (?:place|effect)|comes? into (?:force|effect)|goes (?:on|to|into|before)|go (?:on sale|to the polls))";
/** Verb groups that look ahead, then those that look back; the first swallow their participles ("will be named"). */
const CUE = new RegExp(
  [
    '(?<before>\\bhad (?:\\p{Ll}+ )?been (?:due|set|expected|scheduled|planned)\\b(?: to \\p{Ll}+)?)',
    `|(?<ahead>(?:\\b(?:will|won['’]t|shall|would|going to|to be\\b)|['’]ll)${PARTICIPLE}`,
    '|\\b(?:is|are|be|was|were) (?:to|due|set|slated|expected|scheduled|planned|planning|supposed|(?:un)?likely|possible)\\b(?:(?: to)? be \\p{Ll}+)?',
    '|\\b(?:decided|agreed|vowed|pledged|promised|offered|expects?|hopes?|wants?|intends?|aims?|ready|likely|plans?|planned|invited|urged|scheduled)(?: \\p{L}+){0,3} to\\b(?: \\p{Ll}+)?(?: \\p{Ll}+ed\\b)?',
    `|\\b${SCHEDULED}\\b|\\b(?:is|are)(?: on)? ?$`,
    '|\\b(?:have|has|given?|gives)(?: \\p{L}+){0,4} until\\b',
    '|\\b(?:plans?|planning|expects|scheduled|upcoming|forthcoming|as soon as|no later than|deadline|effective|expires?|payable|maturing)\\b)',
    `|(?<back>\\b(?:${PASTS}`,
    '|(?!hundred|need|speed|indeed|seed|feed|exceed|proceed|succeed|shed)\\p{Ll}{2,}ed)\\b)',
  ].join(''),
  'gu',
);
/** Where one clause may end and the next begin. */
const CLAUSE_BORDER = /[,;:–—]['"’”)]*\s|\s(?:and|but|while|whereas|although|though|because)\s/gu;
const SENTENCE_END = /[.!?]["'”’)]*\s+(?=["'“‘(]?\p{Lu})|\n/gu;
/** What comes before an expression says more about its time than what comes after. */
const AFTER_WEIGHT = 1.6;

/** Finds the tense of the nearest verb of a span's clause; where that has none, of its sentence. */
export function tenseAt(text: string, [start, end]: Span): Tense {
  const before = text.slice(Math.max(0, start - WINDOW_CHARS), start);
  const after = text.slice(end, end + WINDOW_CHARS);
  const head = before.slice(lastEnd(before, SENTENCE_END));
  const tail = after.slice(0, firstEnd(after, SENTENCE_END));
  const own = nearestTense(head.slice(lastEnd(head, CLAUSE_BORDER)), tail.slice(0, firstEnd(tail, CLAUSE_BORDER)));
  return own === 'none' ? nearestTense(head, tail) : own;
}

function nearestTense(head: string, tail: string): Tense {
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

function lastEnd(text: string, border: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(border)) end = match.index + match[0].length;
  return end;
}

function firstEnd(text: string, border: RegExp): number {
  const match = text.matchAll(border).next().value;
  return match === undefined ? text.length : match.index + 1;
}
