import type { Span } from './span.ts';

/** The longest stretch that is read as struck out; a longer one is taken for two pairs of signs. */
const MAX_CHARS = 1000;
const STRUCK = new RegExp(String.raw`(?<!~)~~(?![\s~])[^~\r\n\u2028\u2029]{1,${MAX_CHARS}}(?<!\s)~~(?!~)`, 'gu');
const STRUCK_HERE = new RegExp(STRUCK.source, 'uy');

/** Lists the stretches of a source that are struck out, with their marks: "~~$4~~". */
export function struckSpans(text: string): readonly Span[] {
  return text.includes('~~')
    ? Array.from(text.matchAll(STRUCK), ({ 0: { length }, index }) => [index, index + length])
    : [];
}

/** Returns the end of the struck-out stretch that begins at an offset; undefined if none does. */
export function struckEnd(text: string, at: number): number | undefined {
  STRUCK_HERE.lastIndex = at;
  return STRUCK_HERE.test(text) ? STRUCK_HERE.lastIndex : undefined;
}
