import { parseReference } from './reference.ts';
import type { NumberedTarget, Ordinal, Place, ReferenceRange } from './references.ts';

const WORDS: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/[‐-―−]/gu, '-'],
  [/\bsentences?\s+(\d+|last|first)\s+(?:of|in)\s+(.+)$/gu, '$2 . $1'],
  [/#?\b(?:figures?|figs?|captions?)\b\.?|#?fig(?=\d)/gu, ' F '],
  [/#?\b(?:paragraphs?|paras?|pars?|pp?)\b\.?|#?\bp(?=\d)|¶+/gu, ' P '],
  [/\b(?:sections?|sects?)\b\.?|§+/gu, ' H '],
  [/(?:,\s*)?\b(?:sentences?|sents?|s)\b\.?/gu, ' . '],
  [/\b(?:to|through|until|till)\b/gu, ' - '],
  [/\s*(?:,\s*and\b|\band\b|[,;&])\s*/gu, ' , '],
  [/\bfirst\b/gu, ' 1 '],
  [/\bthe\b/gu, ' '],
  [/(?<=\d)\s*(ff|f)\b\.?/gu, ' $1 '],
];
const TOKEN = /\d{1,5}|[FPH.,-]|last|ff|f|standfirst|title/gu;
const TARGETS: Readonly<Record<string, NumberedTarget>> = { P: 'paragraph', F: 'caption', H: 'heading' };
export const TYPED_MAX_CHARS = 200;
const MEMBERS_MAX = 20;

/**
 * Parses one or more references: what `parseReference` reads, and `12,13`, `12.2,4` (sentences 2 and 4 of paragraph 12),
 * `12.2-13.1`, `12f`, `12ff` (to the end of its section, or for a sentence of its paragraph), `3 to 5`, `para 3 sentence
 * 2`, `last`. Returns undefined for anything else. Does not know how many paragraphs there are. Linear time.
 */
export function parseReferences(typed: string): readonly ReferenceRange[] | undefined {
  if (typed.length > TYPED_MAX_CHARS) return undefined;
  const reference = parseReference(typed);
  if (reference) return [{ kind: 'single', reference }];
  const text = WORDS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), typed.trim().toLowerCase());
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.length === 0 || text.replaceAll(TOKEN, '').trim() !== '' || /\d\d{5}/u.test(text)) return undefined;
  const ranges = readList(tokens);
  return ranges && ranges.length <= MEMBERS_MAX ? ranges : undefined;
}

function readList(tokens: readonly string[]): readonly ReferenceRange[] | undefined {
  const ranges: ReferenceRange[] = [];
  let at = 0;
  let last: Place | undefined;
  const take = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !signs.includes(token)) return undefined;
    at += 1;
    return token;
  };
  const ordinal = (): Ordinal | undefined => {
    const token = tokens[at];
    if (token === undefined || !/^(?:\d+|last)$/u.test(token)) return undefined;
    at += 1;
    return token === 'last' ? 'last' : Number(token);
  };
  const place = (before: Place | undefined): Place | undefined => {
    const mark = take('P', 'F', 'H');
    const number = ordinal();
    if (number === undefined) return undefined;
    const after = mark ?? take('P', 'F', 'H');
    const target = after === undefined ? (before?.target ?? 'paragraph') : (TARGETS[after] ?? 'paragraph');
    if (take('.') === undefined) {
      // "12.2,4" and "12.2-4": a number alone goes on counting sentences.
      const within = before?.sentence !== undefined && after === undefined;
      return within ? { ...before, sentence: number } : { target, number };
    }
    const sentence = ordinal();
    return sentence === undefined ? undefined : { target, number, sentence };
  };
  for (;;) {
    const named = take('standfirst', 'title');
    if (named === undefined) {
      const from = place(last);
      if (!from) return undefined;
      const following = take('f', 'ff');
      const to = following === undefined ? (take('-') === undefined ? from : place(from)) : undefined;
      if (following === undefined && !to) return undefined;
      ranges.push({ kind: 'range', from, to: to ?? (following === 'f' ? 'next' : 'rest') });
      last = to ?? from;
    } else {
      const reference = { target: named as 'standfirst' | 'title', from: 1, to: 1 };
      const first = take('.') === undefined ? undefined : Number(ordinal());
      const end = first === undefined || take('-') === undefined ? first : Number(ordinal());
      if (Number.isNaN(first ?? 0) || Number.isNaN(end ?? 0)) return undefined;
      const sentences = first === undefined || end === undefined ? {} : { sentences: [first, end] as const };
      ranges.push({ kind: 'single', reference: { ...reference, ...sentences } });
    }
    if (at === tokens.length) return ranges;
    if (take(',') === undefined) return undefined;
  }
}
