import { cutOut, type CutText, trimmedCut, uncut, without } from '../cutText.ts';
import type { Span } from '../span.ts';
import { wordsOf } from '../words/words.ts';
import { MARKUP } from './chatMarkup.ts';
import { unquotedCut } from './unquoted.ts';
import { withoutAttribution } from './withoutAttribution.ts';

/** One way of reading what somebody typed as a quotation. */
export interface QuoteReading extends CutText {
  /** How much was taken off: nothing or the outer marks, an attribution, chat markup. */
  readonly level: number;
  /** The reference or handle that was taken off with its attribution, as typed: `¶8.2`, `article-id/¶8@1a2b3c4d`. */
  readonly citation?: string | undefined;
  /** Attributions that were taken off, in `typed`. */
  readonly attributions: readonly Span[];
}

/** Words of the typed text that a reading leaves out, and why; `span` is in the typed text. */
export interface Unjudged {
  readonly text: string;
  readonly span: Span;
  readonly why: 'attribution' | 'markup';
}

/**
 * Lists the ways to read a typed quotation: as it is, without its outer quotation marks, without an attribution before
 * or after it (`— Author, ¶8`, `(¶8.2)`, `According to Ida Brandt: “…”`), without the characters of lists and chat
 * markup. The first is the text as typed, less white space around it; the last is the barest. Nothing else is taken
 * off: text outside quotation marks that is no attribution belongs to every reading. `known` are names of sources, see
 * `knownNames`.
 */
export function quoteReadings(typed: string, known?: ReadonlySet<string>): readonly QuoteReading[] {
  const readings: QuoteReading[] = [];
  const add = (cut: CutText, rest: Omit<QuoteReading, keyof CutText>): void => {
    if (cut.text !== '' && readings.every(({ text }) => text !== cut.text)) readings.push({ ...cut, ...rest });
  };
  const plain = trimmedCut(uncut(typed));
  for (const [position, cut] of [plain, trimmedCut(withoutMarkup(plain))].entries()) {
    const level = position * 2;
    add(cut, { level, attributions: [] });
    add(unquotedCut(cut), { level, attributions: [] });
    for (const { body, citation, attributions } of withoutAttribution(cut, known)) {
      const rest = { level: level + 1, citation, attributions };
      add(body, rest);
      add(unquotedCut(body), rest);
      const quoted = unquotedCut(body);
      add(trimmedCut(without(quoted, listSigns(quoted.text))), rest);
    }
  }
  return readings;
}

/** Lists the words of the typed text that a reading does not judge. */
export function unjudgedOf(reading: QuoteReading): readonly Unjudged[] {
  return cutOut(reading).flatMap((span) =>
    reading.attributions.some((own) => own[0] < span[1] && span[0] < own[1])
      ? unjudgedWords(reading.typed, span, 'attribution')
      : unjudgedWords(reading.typed, span, 'markup'),
  );
}

function unjudgedWords(typed: string, span: Span, why: Unjudged['why']): readonly Unjudged[] {
  const text = typed.slice(...span);
  if (wordsOf(text).length === 0 && !/\p{Emoji_Presentation}/u.test(text)) return [];
  const start = span[0] + text.search(/[^\s"“”„‟«»'‘’‚‹›]/u);
  const end = span[0] + text.replace(/[\s"“”„‟«»‚‹›]+$/u, '').length;
  return [{ text: typed.slice(start, end), span: [start, end], why }];
}

const LIST_SIGN = /^[^\S\n]*(?:[-*•]|\d{1,3}[.)])[^\S\n]+(?=\S)/gmu;

function listSigns(text: string): readonly Span[] {
  return Array.from(text.matchAll(LIST_SIGN), ({ 0: sign, index }) => [index, index + sign.length] as const);
}

/** Takes chat markup off a text: block quote signs, emphasis, spoilers, masked links, backslashes. */
export function withoutMarkup(cut: CutText): CutText {
  return MARKUP.reduce((plain, pass) => without(plain, pass(plain.text)), cut);
}
