import { type CutText, sliced, trimmedCut, uncut } from '../cutText.ts';
import { CLOSING, DOUBLE, OPENING } from './quotationMarks.ts';

/** Pairs of marks around a text that are taken off at most. */
const PAIRS_MAX = 3;
const BRACKETED = /^\(["“„«»‘'][^()]*["”“»«’'][.,;:]?\)$/u;
const MARK_AFTER = /["”“»«’'」』][.,;:]$/u;

/** Takes off one pair of quotation marks around a text, or a lone one that was copied along. */
export function unquoted(text: string): string {
  return unquotedCut(uncut(text)).text;
}

/** Takes off marks as long as there are any: also brackets around them, and a comma or full stop after the last one. */
export function unquotedCut(cut: CutText): CutText {
  let bare = cut;
  for (let count = 0; count < PAIRS_MAX; count += 1) {
    const { text } = bare;
    const inner = BRACKETED.test(text) ? sliced(bare, [1, text.length - 1]) : bare;
    const isMarked = OPENING.test(inner.text) && MARK_AFTER.test(inner.text);
    const ended = isMarked ? sliced(inner, [0, inner.text.length - 1]) : inner;
    const next = withoutPair(ended);
    if (next === ended) break;
    bare = next;
  }
  return bare;
}

function withoutPair(cut: CutText): CutText {
  const { text } = cut;
  const opens = OPENING.test(text);
  const closes = text.length > 1 && CLOSING.test(text);
  if (opens && closes && isOnePair(text)) return trimmedCut(sliced(cut, [1, text.length - 1]));
  const inner = text.replace(/['’]/gu, '').match(DOUBLE)?.length ?? 0;
  if (inner !== 1 || (!opens && !closes)) return cut;
  return trimmedCut(sliced(cut, opens ? [1, text.length] : [0, text.length - 1]));
}

/** Whether the first mark is closed by the last one: `"a" and "b"` are two pairs. */
function isOnePair(text: string): boolean {
  const inner = text.slice(1, -1);
  const mark = text.charAt(0);
  if (/["＂]/u.test(mark)) {
    const closing = inner.search(/["＂](?=[\s,.;:!?)]|$)/u);
    const opening = Math.max(inner.lastIndexOf(' "'), inner.lastIndexOf('\n"'), inner.lastIndexOf('("'));
    return closing === -1 || closing > opening;
  }
  if (!/[“„«「『〝]/u.test(mark)) return true;
  let depth = 0;
  for (const { 0: other } of inner.matchAll(/[“”„«»「」『』〝〞]/gu)) {
    depth += /[„«「『〝]/u.test(other) || (other === '“' && mark === '“') ? 1 : -1;
    if (depth < 0) return false;
  }
  return true;
}
