import { entryAt } from '../../runtime/entryAt.ts';

/** The kinds of block that a reference can name. */
export type ReferenceTarget = 'paragraph' | 'caption' | 'standfirst' | 'title' | 'heading';

/**
 * Names a passage within an article: blocks `from` to `to` of one kind, or sentences within a single block. Numbers
 * start at 1; `from` and `to` are 1 for title and standfirst, of which there is one.
 */
export interface Reference {
  readonly target: ReferenceTarget;
  readonly from: number;
  readonly to: number;
  /** First and last sentence, counted from 1; only if `from` equals `to`. */
  readonly sentences?: readonly [from: number, to: number];
}

const NUMBER = String.raw`(\d{1,5})`;
const DASH = String.raw`\s*[-‐-―−]\s*`;
const SENTENCES = String.raw`(?:\s*\.\s*${NUMBER}(?:${DASH}${NUMBER})?)?`;
const PREFIXES: Readonly<Record<'paragraph' | 'caption' | 'heading', string>> = {
  paragraph: String.raw`(?:¶¶?|paras?\.?|paragraphs?|pars?\.?|pp?\.?|#p)?\s*`,
  caption: String.raw`(?:fig(?:ure|s)?\.?|caption|#fig)\s*`,
  heading: String.raw`(?:§|section)\s*`,
};
const NAMED = new RegExp(String.raw`^#?(standfirst|title)${SENTENCES}$`, 'iu');
const NUMBERED = Object.entries(PREFIXES).map(
  ([target, prefix]) =>
    [
      target as 'paragraph' | 'caption' | 'heading',
      new RegExp(String.raw`^${prefix}${NUMBER}(?:${SENTENCES}|${DASH}(?:¶\s*)?${NUMBER})$`, 'iu'),
    ] as const,
);

/**
 * Parses what people type for a passage: `¶12`, `12`, `p12`, `12.2`, `12.2-3`, `3-5`, `Fig. 2`, `fig2`, `standfirst`,
 * and the fragments of the reader's links (`#p12.2`). Returns undefined for anything else. Does not know how many
 * paragraphs there are.
 */
export function parseReference(typed: string): Reference | undefined {
  const text = typed.trim();
  const named = NAMED.exec(text);
  if (named) return withSentences(entryAt(named, 1).toLowerCase() as 'standfirst' | 'title', 1, named[2], named[3]);
  for (const [target, pattern] of NUMBERED) {
    const match = pattern.exec(text);
    if (!match) continue;
    const from = Number(match[1]);
    if (match[4] === undefined) return withSentences(target, from, match[2], match[3]);
    const to = Number(match[4]);
    return from <= to ? { target, from, to } : { target, from: to, to: from };
  }
  return undefined;
}

const SIGNS: Readonly<Record<ReferenceTarget, string>> = {
  paragraph: '¶',
  caption: 'Fig. ',
  heading: '§',
  standfirst: 'standfirst',
  title: 'title',
};

/** Writes a reference in its one canonical form, such as `¶12.2-3`, `¶3-5` or `Fig. 2`. */
export function formatReference({ target, from, to, sentences }: Reference): string {
  const number = target === 'standfirst' || target === 'title' ? '' : from === to ? `${from}` : `${from}-${to}`;
  if (!sentences) return `${SIGNS[target]}${number}`;
  const [first, last] = sentences;
  return `${SIGNS[target]}${number}.${first === last ? first : `${first}-${last}`}`;
}

/** Names the element of the reader's page that shows a reference: `p12`, `p12.2-3`, `p3-5`, `fig2`, `standfirst`. */
export function fragmentOf(reference: Reference): string {
  return formatReference(reference).replace('¶', 'p').replace('Fig. ', 'fig').replace('§', 'section');
}

function withSentences(
  target: ReferenceTarget,
  number: number,
  first: string | undefined,
  last: string | undefined,
): Reference {
  if (first === undefined) return { target, from: number, to: number };
  const [a, b] = [Number(first), Number(last ?? first)];
  return { target, from: number, to: number, sentences: a <= b ? [a, b] : [b, a] };
}
