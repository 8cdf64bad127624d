import { LINE_END_HYPHEN } from './foldText.ts';

/**
 * A folded text without its dashes, and without the spaces next to them and to ideographs: where line breaks are beside
 * these, nobody can tell whether a space or a hyphen is there. `positions[i]` is where unit `i` is in the folded text.
 */
export interface Skeleton {
  readonly text: string;
  readonly positions: Uint32Array;
}

const JOINT = /[-\u00AD ]/u;
const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3003\u3005-\u303F]`;
const LOOSE = new RegExp(String.raw`\u00AD|-| (?=${IDEOGRAPH})|(?<=${IDEOGRAPH}) `, 'u');
const DROPPED = new RegExp(String.raw` ?[-\u00AD][-\u00AD ]*| (?=${IDEOGRAPH})|(?<=${IDEOGRAPH}) `, 'gu');
const BY_IDEOGRAPH = new RegExp(IDEOGRAPH, 'u');
const LETTERS = /^\p{L}\p{L}$/u;

/** Whether a folded text has places that `agreesLoosely` reads in more than one way. */
export function isLoose(folded: string): boolean {
  return LOOSE.test(folded);
}

/** Takes the places that can be read in more than one way out of a folded text. */
export function skeletonOf(folded: string): Skeleton {
  const positions = new Uint32Array(folded.length);
  const parts: string[] = [];
  let [length, from] = [0, 0];
  const keep = (to: number): void => {
    parts.push(folded.slice(from, to));
    for (let at = from; at < to; at += 1) positions[length++] = at;
  };
  for (const { 0: dropped, index } of folded.matchAll(DROPPED)) {
    keep(index);
    from = index + dropped.length;
  }
  keep(folded.length);
  return { text: parts.join(''), positions: positions.slice(0, length) };
}

/**
 * Returns where, in `text`, a folded needle ends that begins at `from`, or undefined if it is not there. A hyphen
 * at a line's end agrees with a hyphen and with none; a dash with the same dash and other spaces; a space next to an
 * ideograph with none.
 */
export function endOfAgreement(needle: string, text: string, from: number): number | undefined {
  let [at, to] = [0, from];
  while (at < needle.length) {
    if (needle[at] === text[to]) {
      at += 1;
      to += 1;
      continue;
    }
    const joint = jointAt({ needle, text, from }, [at, to]);
    if (!joint) return undefined;
    [at, to] = joint;
  }
  return to;
}

/** Returns where two texts that differ agree again, if what is between is only read differently. */
export function jointAt(
  { needle, text, from }: { readonly needle: string; readonly text: string; readonly from: number },
  [at, to]: readonly [number, number],
): readonly [at: number, to: number] | undefined {
  const [start, other] = [runStart(needle, at, 0), runStart(text, to, from)];
  const [end, otherEnd] = [runEnd(needle, at), runEnd(text, to)];
  if (end === at && otherEnd === to) return undefined;
  const [own, their] = [needle.slice(start, end), text.slice(other, otherEnd)];
  const around = (needle[start - 1] ?? '') + (needle[end] ?? text[otherEnd] ?? '');
  return agree(own, their, around) ? [end, otherEnd] : undefined;
}

function agree(own: string, their: string, around: string): boolean {
  const [dash, other] = [own.replaceAll(' ', ''), their.replaceAll(' ', '')];
  if (dash === other) return dash !== '' || BY_IDEOGRAPH.test(around);
  const [longer, shorter] = dash.length >= other.length ? [dash, other] : [other, dash];
  if (longer === LINE_END_HYPHEN && shorter === '') return own !== ' ' && their !== ' ' && LETTERS.test(around);
  return [longer, shorter].sort().join('') === `-${LINE_END_HYPHEN}`;
}

function runStart(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && JOINT.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && JOINT.test(text.charAt(end))) end += 1;
  return end;
}

/** Whether two folded texts agree from end to end, read loosely. */
export function agreesLoosely(folded: string, other: string): boolean {
  return folded === other || endOfAgreement(folded, other, 0) === other.length;
}
