/** One way of reading what somebody typed as a quotation. */
export interface QuoteReading {
  readonly text: string;
  /** How much was taken off: nothing or the outer marks, an attribution, chat markup. */
  readonly level: number;
  /** The reference or handle that was taken off its end, as typed: `¶8.2`, `article-id/¶8@1a2b3c4d`. */
  readonly citation?: string | undefined;
}

const OPENING = /^["“”„‟«»'‘’‚‹›「『〝＂]/u;
const CLOSING = /["“”‟«»'’‘‹›」』〞〟＂]$/u;

const SENTENCES = String.raw`(?:\.\d{1,5}(?:\s?[-‐-―−]\s?\d{1,5})?)?`;
const NUMBERS = String.raw`\d{1,5}(?:\s?[-‐-―−]\s?¶?\s?\d{1,5}|${SENTENCES})`;
const REFERENCE = String.raw`(?:(?:¶¶?|para(?:graph|s)?\.?|par\.|fig(?:ure)?\.?|§)\s?${NUMBERS}|standfirst(?:\.\d)?|title)`;
const HANDLE = String.raw`[a-z0-9]+(?:-[a-z0-9]+)*\/(?:${REFERENCE})(?:@[0-9a-f]{8})?`;
const LINK = String.raw`https?:\/\/\S+?\/read\/[^\s)>\]]+#[^\s)>\]]+`;
/** What cites a passage: a reader's link, a handle, or a reference with a sign. */
export const CITATION = new RegExp(
  String.raw`${LINK}|(?<![\p{L}\p{N}])(?:${HANDLE}|${REFERENCE})(?![\p{L}\p{N}])`,
  'iu',
);

const BRACKETED_CITATION = new RegExp(
  String.raw`(?<!\s)\s*(?:[-–—]+\s*)?[([](?:[^()[\]\n]{0,80}[\s,;])?(?:${LINK}|${HANDLE}|${REFERENCE})(?:[,;][^()[\]\n]{0,80})?[)\]](?:\([^)\s]*\))?[.,]?\s*$`,
  'iu',
);
const BARE_CITATION = new RegExp(
  String.raw`(?<![\s,])[\s,]+(?:[-–—]+\s*)?(?:${LINK}|${HANDLE}|${REFERENCE})[.,]?\s*$`,
  'iu',
);
const DASHED_LINE = /(?<!\s)\s*\n\s*(?:(?:--|[–—~])[^\n]{1,160}|-\s*\p{Lu}[^\n]{1,40}(?<![.!?]))$/u;
const AFTER_QUOTE = /^(["“„«»‘'][\s\S]*["”“«»’'])\s*(?:[-–—~([][^"“”„«»\n]{0,200}|\n[^"“”„«»\n]{1,200})$/u;

/**
 * Lists the ways to read a typed quotation: as it stands, without its outer quotation marks, without the attribution
 * after it (`— Author, ¶8`, `(¶8.2)`), without the signs of lists and chat markup. The first is the text as typed, less white space around it;
 * the last is the barest.
 */
export function quoteReadings(typed: string): readonly QuoteReading[] {
  const readings: QuoteReading[] = [];
  const add = (reading: QuoteReading): void => {
    if (reading.text !== '' && readings.every(({ text }) => text !== reading.text)) readings.push(reading);
  };
  for (const [position, text] of [typed.trim(), withoutMarkup(typed).trim()].entries()) {
    const level = position * 2;
    add({ text, level });
    add({ text: unquoted(text), level });
    const { text: bare, citation } = withoutAttribution(text);
    add({ text: bare, citation, level: level + 1 });
    add({ text: unquoted(bare), citation, level: level + 1 });
    add({ text: unquoted(bare).replace(LIST_SIGN, '').trim(), citation, level: level + 1 });
  }
  return readings;
}

/** Attributions that are taken off one after the other, such as a reference after a name. */
const ATTRIBUTIONS_MAX = 3;

/** Takes off the attribution at the end of a quotation, keeping the citation that stands in it. */
function withoutAttribution(text: string, depth = ATTRIBUTIONS_MAX): Omit<QuoteReading, 'level'> {
  if (depth === 0) return { text };
  for (const pattern of [AFTER_QUOTE, BRACKETED_CITATION, BARE_CITATION, DASHED_LINE]) {
    const match = pattern.exec(text);
    if (!match || (pattern === DASHED_LINE && /^\s*[-*•]\s/u.test(text))) continue;
    const head = match[1] === undefined || pattern !== AFTER_QUOTE ? text.slice(0, match.index) : match[1];
    if (head.trim() === '') continue;
    const citation = CITATION.exec(text.slice(head.length))?.[0];
    const deeper = pattern === AFTER_QUOTE ? { text: head } : withoutAttribution(head.trim(), depth - 1);
    return { text: deeper.text.trim(), citation: citation ?? deeper.citation };
  }
  return { text };
}

/** Takes off one pair of quotation marks around a text, or a lone one that was copied along. */
export function unquoted(text: string): string {
  const opens = OPENING.test(text);
  const closes = text.length > 1 && CLOSING.test(text);
  if (opens && closes) return text.slice(1, -1).trim();
  const inner = text.replace(/['’]/gu, '').match(/["“”„‟«»「」『』〝〞＂]/gu)?.length ?? 0;
  if (inner !== 1) return text;
  return (opens ? text.slice(1) : closes ? text.slice(0, -1) : text).trim();
}

const LIST_SIGN = /^[^\S\n]*(?:[-*•]|\d{1,3}[.)])[^\S\n]+(?=\S)/gmu;

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}(?:>>> |> ?)+/gmu, ''],
  [/^-# /gmu, ''],
  [/\[([^\]\n]+)\]\(<?https?:[^)\s]*>?\)/gu, '$1'],
  [/(?<!\\)(\*\*\*|\*\*|__|~~|\|\|)(?=\S)([\s\S]*?\S)(?<!\\)\1/gu, '$2'],
  [/(?<![\\\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*?[^\s\\*])\*(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\\\p{L}\p{N}_])_(?=[^\s_])([^_\n]*?[^\s\\_])_(?![\p{L}\p{N}_])/gu, '$1'],
  [/\\([!-/:-@[-`{-~])/gu, '$1'],
];

/** Takes chat markup off a text: block quote signs, emphasis, spoilers, masked links, backslashes. */
export function withoutMarkup(text: string): string {
  return MARKUP.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text);
}
