import { sliced, trimmedCut, uncut, without, type CutText } from '../cutText.ts';
import { sentences } from '../sentences.ts';
import type { Span } from '../span.ts';
import { wordsOf } from '../words/words.ts';
import { lastOf } from '../../runtime/entryAt.ts';

/** What is between two fragments of a quotation: a mark of omission, or words put in by whoever quotes. */
export interface Joint {
  readonly kind: 'ellipsis' | 'bracket';
  /** As it is written, such as `…` or `[the group]`. */
  readonly text: string;
  /** The quotation goes on in a new line there. */
  readonly breaks: boolean;
  /** It stands within a word, replacing its end: `threat[ens]`. */
  readonly attached: boolean;
}

/** A mark at the start or the end of a quotation. */
interface Edge {
  readonly kind: Joint['kind'];
  readonly text: string;
  readonly at: 'start' | 'end';
}

/** A quotation read as fragments; `joints[i]` is after `fragments[i]`. */
export interface Splice {
  /** Never empty; trimmed. */
  readonly fragments: readonly string[];
  readonly joints: readonly Joint[];
  /** Marks before the first and after the last fragment, such as a leading `…`. */
  readonly edges: readonly Edge[];
  /** Capitals and endings changed within a word: `[T]he`. */
  readonly letters: readonly string[];
  /** The fragments as parts of the quotation, and where the letters are in it. */
  readonly cuts: readonly CutText[];
  readonly letterSpans: readonly Span[];
}

const DOTS = String.raw`(?:…|\.(?:[ \u00A0]?\.){2,})`;
const LETTERS = String.raw`(?<letters>\[\p{L}\](?=\p{L}))`;
const ELLIPSIS = String.raw`(?<ellipsis>\[\s*(?:${DOTS}|—|--)\s*\]|\(\s*${DOTS}\s*\)|${DOTS})`;
const BRACKET = String.raw`(?<bracket>\[[^[\]]{1,200}\])`;
const MARKS = {
  ellipses: new RegExp(`${ELLIPSIS}(?<letters>$^)?`, 'gu'),
  all: new RegExp(`${LETTERS}|${ELLIPSIS}|${BRACKET}`, 'gu'),
} as const;

/**
 * Reads the marks of a quotation: of omission (`…`, `...`, `. . .`, `[...]`, `(...)`) and, unless brackets are to be
 * read as they are, bracketed insertions. Returns undefined if it has none, or nothing else.
 */
export function parseSplice(quote: string, marks: 'ellipses' | 'all' = 'all'): Splice | undefined {
  const joints: Joint[] = [];
  const edges: Edge[] = [];
  const cuts: CutText[] = [];
  const letterSpans: Span[] = [];
  const whole = uncut(quote);
  let brackets: Span[] = [];
  let start = 0;
  let end = 0;
  const close = (to: number): boolean => {
    const own = brackets.map((span): Span => [span[0] - start, span[1] - start]);
    const fragment = trimmedCut(without(sliced(whole, [start, to]), own));
    brackets = [];
    if (wordsOf(fragment.text).length === 0) return false;
    cuts.push(fragment);
    return true;
  };
  for (const match of quote.matchAll(MARKS[marks])) {
    const mark = match[0];
    end = match.index + mark.length;
    if (match.groups?.['letters']) {
      letterSpans.push([match.index, end]);
      brackets.push([match.index, match.index + 1], [end - 1, end]);
      continue;
    }
    const breaks =
      BREAK_BEFORE.test(quote.slice(Math.max(0, match.index - NEAR), match.index)) ||
      BREAK_AFTER.test(quote.slice(end, end + NEAR));
    const kind = match.groups?.['ellipsis'] ? 'ellipsis' : 'bracket';
    const attached = kind === 'bracket' && /[\p{L}\p{M}]/u.test(quote[match.index - 1] ?? '');
    const joint: Joint = { kind, text: mark, breaks, attached };
    const begun = close(match.index) || cuts.length > 0;
    start = end;
    if (!begun) edges.push({ kind, text: mark, at: 'start' });
    else if (joints.length < cuts.length) joints.push(joint);
    else joints[joints.length - 1] = joinedJoint(lastOf(joints), joint);
  }
  const isOpen = !close(quote.length) && joints.length === cuts.length;
  const last = isOpen ? joints.pop() : undefined;
  if (last) {
    edges.push({ kind: /\[\s*\p{L}/u.test(last.text) ? 'bracket' : 'ellipsis', text: last.text, at: 'end' });
  }
  if (cuts.length === 0 || (joints.length === 0 && edges.length === 0 && letterSpans.length === 0)) return undefined;
  return {
    fragments: cuts.map(({ text }) => text),
    joints,
    edges,
    letters: letterSpans.map((span) => quote.slice(...span)),
    cuts,
    letterSpans,
  };
}

/** How far from a mark its line may break. */
const NEAR = 20;
const BREAK_BEFORE = /\n\s*$/u;
const BREAK_AFTER = /^\s*\n/u;

/** Marks without words between them act as one; an ellipsis among them allows an omission. */
function joinedJoint(first: Joint, second: Joint): Joint {
  const kind = first.kind === 'ellipsis' || second.kind === 'ellipsis' ? 'ellipsis' : 'bracket';
  return {
    kind,
    text: `${first.text} ${second.text}`,
    breaks: first.breaks || second.breaks,
    attached: first.attached,
  };
}

/** Reads a quotation of several lines as fragments, whatever the source has between them; undefined for a single line. */
export function linesOf(quote: string): Splice | undefined {
  return spliceAt(
    quote,
    Array.from(quote.matchAll(/[^\n]+/gu), ({ 0: line, index }) => [index, index + line.length] as const),
  );
}

/** Reads a quotation as its sentences, whatever the source has between them; undefined for a single sentence. */
export function sentencesOf(quote: string): Splice | undefined {
  return spliceAt(quote, sentences(quote));
}

function spliceAt(quote: string, spans: readonly Span[]): Splice | undefined {
  const cuts = spans
    .map((span) => trimmedCut(sliced(uncut(quote), span)))
    .filter(({ text }) => wordsOf(text).length > 0);
  if (cuts.length < 2) return undefined;
  const joints = cuts.slice(1).map((): Joint => ({ kind: 'ellipsis', text: '\n', breaks: true, attached: false }));
  return { fragments: cuts.map(({ text }) => text), joints, edges: [], letters: [], cuts, letterSpans: [] };
}
