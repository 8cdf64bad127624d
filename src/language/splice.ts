import { wordsOf } from './words.ts';

/** What stands between two fragments of a quotation: a mark of omission, or words put in by whoever quotes. */
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
export interface Edge {
  readonly kind: Joint['kind'];
  readonly text: string;
  readonly at: 'start' | 'end';
}

/** A quotation read as fragments; `joints[i]` stands after `fragments[i]`. */
export interface Splice {
  /** Never empty; trimmed. */
  readonly fragments: readonly string[];
  readonly joints: readonly Joint[];
  /** Marks before the first and after the last fragment, such as a leading `…`. */
  readonly edges: readonly Edge[];
  /** Capitals and endings changed within a word: `[T]he`. */
  readonly letters: readonly string[];
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
 * Reads the marks of a quotation: of omission (`…`, `...`, `. . .`, `[...]`, `(...)`) and, unless brackets are to be read
 * as they stand, bracketed insertions. Returns undefined where it has none, or nothing else.
 */
export function parseSplice(quote: string, marks: 'ellipses' | 'all' = 'all'): Splice | undefined {
  const fragments: string[] = [];
  const joints: Joint[] = [];
  const edges: Edge[] = [];
  const letters: string[] = [];
  let text = '';
  let end = 0;
  const close = (): boolean => {
    const fragment = text.trim();
    text = '';
    if (wordsOf(fragment).length === 0) return false;
    fragments.push(fragment);
    return true;
  };
  for (const match of quote.matchAll(MARKS[marks])) {
    const mark = match[0];
    text += quote.slice(end, match.index);
    end = match.index + mark.length;
    if (match.groups!['letters']) {
      letters.push(mark);
      text += mark.slice(1, -1);
      continue;
    }
    const breaks = /\n\s*$/u.test(quote.slice(0, match.index)) || /^\s*\n/u.test(quote.slice(end));
    const kind = match.groups!['ellipsis'] ? 'ellipsis' : 'bracket';
    const attached = kind === 'bracket' && /[\p{L}\p{M}]$/u.test(quote.slice(0, match.index));
    const joint: Joint = { kind, text: mark, breaks, attached };
    const begun = close() || fragments.length > 0;
    if (!begun) edges.push({ kind, text: mark, at: 'start' });
    else if (joints.length < fragments.length) joints.push(joint);
    else joints[joints.length - 1] = joined(joints.at(-1)!, joint);
  }
  text += quote.slice(end);
  if (!close() && joints.length > 0 && joints.length === fragments.length) {
    const last = joints.pop()!;
    edges.push({ kind: /\[\s*\p{L}/u.test(last.text) ? 'bracket' : 'ellipsis', text: last.text, at: 'end' });
  }
  if (fragments.length === 0 || (joints.length === 0 && edges.length === 0 && letters.length === 0)) return undefined;
  return { fragments, joints, edges, letters };
}

/** Marks without words between them act as one; an ellipsis among them allows an omission. */
function joined(first: Joint, second: Joint): Joint {
  const kind = first.kind === 'ellipsis' || second.kind === 'ellipsis' ? 'ellipsis' : 'bracket';
  return {
    kind,
    text: `${first.text} ${second.text}`,
    breaks: first.breaks || second.breaks,
    attached: first.attached,
  };
}
