import type { Span } from '../span.ts';

/** A word as it is written, with its span. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

const WORD =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Lists the words of a text as they are, unlike `tokensOf`, which is made for searching: "don't", "3.5" and "1,000" are
 * one word, the parts of hyphenated words are words, and so is each character of scripts without spaces.
 */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word, span: [index, index + word.length] }));
}
