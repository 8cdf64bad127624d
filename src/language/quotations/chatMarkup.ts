import type { Span } from '../span.ts';

/**
 * Lists the passes that find chat markup: code fences, mentions, emoji around the text, headings, characters of block
 * quotes and small print, masked links, emphasis and spoilers (which may run over lines), backslashes. Each gives the
 * spans that are markup, in order; the next reads what is left.
 */
export const MARKUP: readonly ((text: string) => readonly Span[])[] = [
  (text) => matches(text, /^\s*```(?:[a-z]{0,12}\n)?|```\s*$/gu),
  (text) => matches(text, /<(?:@[!&]?|#|a?:\w{2,32}:)\d{5,20}>/gu),
  (text) => matches(text, /^(?:\p{Emoji_Presentation}\s*)+/gu),
  trailingEmoji,
  (text) => matches(text, /^ {0,3}#{1,3} (?=\S)/gmu),
  (text) => matches(text, /^ {0,3}(?:>>> |> ?)+/gmu),
  (text) => matches(text, /^-# /gmu),
  maskedLinks,
  (text) => pairs(text, { mark: /\*\*\*|\*\*|__|~~|\|\|/gu, opens: /^\S/u, closes: /[^\s\\]$/u }),
  (text) => pairs(text, { mark: /(?<!\*)\*(?!\*)/gu, opens: /^[^\s*]/u, closes: /[^\s\\*]$/u, words: true }),
  (text) => pairs(text, { mark: /(?<!_)_(?!_)/gu, opens: /^[^\s_]/u, closes: /[^\s\\_]$/u, words: true }),
  (text) => matches(text, /^`{1,2}(?=[^`\s])|(?<=[^`\s])`{1,2}$/gu),
  (text) => matches(text, /\\(?=[!-/:-@[-`{-~])/gu),
];

function matches(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => [index, index + match.length] as const);
}

const EMOJI_CHARACTER = /^(?:\p{Emoji_Presentation}|\p{Emoji_Modifier}|\u{200D}|\u{FE0F}|\s)$/u;

function trailingEmoji(text: string): readonly Span[] {
  let at = text.length;
  for (const character of Array.from(text).reverse()) {
    if (!EMOJI_CHARACTER.test(character)) break;
    at -= character.length;
  }
  return /\p{Emoji_Presentation}/u.test(text.slice(at)) ? [[at, text.length]] : [];
}

function maskedLinks(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\[([^\]\n]{1,300})\]\(<?https?:[^)\s]*>?\)/gu)).flatMap(
    ({ 0: match, 1: label = '', index }): Span[] => [
      [index, index + 1],
      [index + 1 + label.length, index + match.length],
    ],
  );
}

interface Emphasis {
  readonly mark: RegExp;
  /** What must follow the first mark, and what must precede the second. */
  readonly opens: RegExp;
  readonly closes: RegExp;
  /** The marks stand outside words. */
  readonly words?: boolean;
}

/** Pairs each mark that opens with the next of its kind that closes; a blank line ends what is open. */
function pairs(text: string, { mark, opens, closes, words = false }: Emphasis): readonly Span[] {
  const found: Span[] = [];
  const open = new Map<string, number>();
  let last = 0;
  for (const { 0: sign, index } of text.matchAll(mark)) {
    if (/\n\s*\n/u.test(text.slice(last, index))) open.clear();
    last = index;
    const [before, after] = [
      text.slice(Math.max(0, index - 2), index),
      text.slice(index + sign.length, index + sign.length + 2),
    ];
    const start = open.get(sign);
    const ends = start !== undefined && index > start + sign.length && closes.test(before);
    if (ends && !(words && /^[\p{L}\p{N}]/u.test(after))) {
      found.push([start, start + sign.length], [index, index + sign.length]);
      open.clear();
    } else if (
      start === undefined &&
      opens.test(after) &&
      !before.endsWith('\\') &&
      !(words && /[\p{L}\p{N}]$/u.test(before))
    )
      open.set(sign, index);
  }
  return found.sort((a, b) => a[0] - b[0]);
}
