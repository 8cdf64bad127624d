import { CITATION, parseAttribution, type Attribution } from './attribution.ts';
import { MARKUP } from './chatMarkup.ts';
import { cutOut, sliced, trimmedCut, uncut, without, type CutText } from '../cutText.ts';
import type { Span } from '../span.ts';
import { wordsOf } from '../words/words.ts';

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

const OPENING = /^["“”„‟«»'‘’‚‹›「『〝＂]/u;
const CLOSING = /["“”‟«»'’‘‹›」』〞〟＂]$/u;
const DOUBLE = /["“”„‟«»「」『』〝〞＂]/gu;

/**
 * Lists the ways to read a typed quotation: as it is, without its outer quotation marks, without an attribution before
 * or after it (`— Author, ¶8`, `(¶8.2)`, `According to Ida Brandt: “…”`), without the signs of lists and chat markup.
 * The first is the text as typed, less white space around it; the last is the barest. Nothing else is taken off: text
 * outside quotation marks that is no attribution belongs to every reading. `known` are names of sources, see
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

/** An attribution is looked for this near the ends of a text. */
const REACH = 400;
/** Readings with attributions of different lengths that are tried. */
const ATTRIBUTIONS_MAX = 4;
const JOINER = /\s*\n\s*(?:[-–—~]+|-#)?|\s*[-–—~]+|\s*[([]|(?<![\s,])[\s,]+/gu;
const CITATION_ONLY = new RegExp(String.raw`^[\s,]+(?:[-–—]+\s*)?(?:${CITATION})[.,]?\s*$`, 'iu');

const SOURCE_LINE = /^\s*(?:sources?|quelle)\s?:/iu;

interface Attributed {
  readonly body: CutText;
  readonly citation?: string | undefined;
  readonly attributions: readonly Span[];
}

/** Takes attributions off both ends, the shorter ones first; first of all comes the text with none taken off. */
function withoutAttribution(cut: CutText, known: ReadonlySet<string> | undefined): readonly Attributed[] {
  const tails = tailsOf(cut.text, known).slice(-ATTRIBUTIONS_MAX);
  const bodies = [{ end: cut.text.length, citation: undefined as string | undefined }, ...tails].map(
    ({ end, citation }): Attributed => {
      const body = trimmedCut(sliced(cut, [0, end]));
      const attributions = end < cut.text.length ? [spanFrom(cut, end)] : [];
      return { body, citation, attributions };
    },
  );
  return bodies.flatMap((attributed): readonly Attributed[] => {
    const head = headOf(attributed.body.text, known);
    if (!head) return [attributed];
    const body = sliced(attributed.body, [head.end, attributed.body.text.length]);
    const span: Span = [0, body.parts[0]?.[0] ?? 0];
    return [
      attributed,
      { body, citation: attributed.citation ?? head.citation, attributions: [span, ...attributed.attributions] },
    ];
  });
}

/** The rest of what was typed, from a place of the cut text on. */
function spanFrom(cut: CutText, at: number): Span {
  const kept = sliced(cut, [at, cut.text.length]).parts[0]?.[0] ?? cut.typed.length;
  return [kept, cut.typed.length];
}

interface Border {
  readonly end: number;
  readonly citation: string | undefined;
}

/** Lists where an attribution at the end of a text begins; the shortest one first. */
function tailsOf(text: string, known: ReadonlySet<string> | undefined): readonly Border[] {
  const tails: Border[] = [];
  const from = Math.max(1, text.length - REACH);
  for (const { 0: joiner, index } of text.slice(from).matchAll(JOINER)) {
    const end = from + index;
    const head = text.slice(0, end);
    const tail = text.slice(end);
    if (head.trim() === '') continue;
    const found = attributionIn(joiner, { head, tail }, known);
    if (found) tails.unshift({ end, citation: found.citation });
  }
  return tails;
}

/** Reads what follows a joiner: how much it takes to be sure depends on what it follows. */
function attributionIn(
  joiner: string,
  { head, tail }: { readonly head: string; readonly tail: string },
  known: ReadonlySet<string> | undefined,
): Attribution | undefined {
  if (/^[\s,]+$/u.test(joiner) && !joiner.includes('\n'))
    return CITATION_ONLY.test(tail) ? parseAttribution(tail, known) : undefined;
  if (
    /[([]/u.test(joiner) &&
    !/^\s*(?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\](?:\([^()\s]*\))?)[.,]?\s*$/u.test(tail)
  )
    return undefined;
  const closed = head.trimEnd();
  const found = parseAttribution(tail, known);
  if (!found) return undefined;
  if (OPENING.test(head) && CLOSING.test(closed)) return found;
  if (joiner.includes('\n') && SOURCE_LINE.test(tail)) return found;
  if (joiner.includes('\n') && /[-–—~]/u.test(joiner)) return /^\s*[-*•]\s/u.test(head) ? undefined : found;
  if (found.citation !== undefined && (joiner.includes('\n') || /[([]/u.test(joiner) || CITATION_ONLY.test(tail)))
    return found;
  return /[-–—~([]/u.test(joiner) && /[.!?…]["”’»]?$/u.test(closed) ? found : undefined;
}

/** Finds an attribution before a text in quotation marks: `According to Ida Brandt, “…”`. */
function headOf(text: string, known: ReadonlySet<string> | undefined): Border | undefined {
  const end = text.slice(0, REACH).search(DOUBLE);
  if (end <= 0 || !CLOSING.test(text)) return undefined;
  const head = text.slice(0, end);
  const found = parseAttribution(head, known);
  return found && (found.sourced || /[:–—-]\s*$/u.test(head)) ? { end, citation: found.citation } : undefined;
}

/** Takes off one pair of quotation marks around a text, or a lone one that was copied along. */
export function unquoted(text: string): string {
  return unquotedCut(uncut(text)).text;
}

/** Pairs of marks around a text that are taken off at most. */
const PAIRS_MAX = 3;
const BRACKETED = /^\(["“„«»‘'][^()]*["”“»«’'][.,;:]?\)$/u;
const MARK_AFTER = /["”“»«’'」』][.,;:]$/u;

/** Takes off marks as long as there are any: also brackets around them, and a comma or full stop after the last one. */
function unquotedCut(cut: CutText): CutText {
  let bare = cut;
  for (let count = 0; count < PAIRS_MAX; count += 1) {
    const { text } = bare;
    const inner = BRACKETED.test(text) ? sliced(bare, [1, text.length - 1]) : bare;
    const isMarked = OPENING.test(inner.text) && MARK_AFTER.test(inner.text);
    const ended = isMarked ? sliced(inner, [0, inner.text.length - 1]) : inner;
    const next = withoutPair(ended);
    if (next === ended) break;
    bare = next;
  }
  return bare;
}

function withoutPair(cut: CutText): CutText {
  const { text } = cut;
  const opens = OPENING.test(text);
  const closes = text.length > 1 && CLOSING.test(text);
  if (opens && closes && isOnePair(text)) return trimmedCut(sliced(cut, [1, text.length - 1]));
  const inner = text.replace(/['’]/gu, '').match(DOUBLE)?.length ?? 0;
  if (inner !== 1 || (!opens && !closes)) return cut;
  return trimmedCut(sliced(cut, opens ? [1, text.length] : [0, text.length - 1]));
}

/** Whether the first mark is closed by the last one: `"a" and "b"` are two pairs. */
function isOnePair(text: string): boolean {
  const inner = text.slice(1, -1);
  const mark = text.charAt(0);
  if (/["＂]/u.test(mark)) {
    const closing = inner.search(/["＂](?=[\s,.;:!?)]|$)/u);
    const opening = Math.max(inner.lastIndexOf(' "'), inner.lastIndexOf('\n"'), inner.lastIndexOf('("'));
    return closing === -1 || closing > opening;
  }
  if (!/[“„«「『〝]/u.test(mark)) return true;
  let depth = 0;
  for (const { 0: other } of inner.matchAll(/[“”„«»「」『』〝〞]/gu)) {
    depth += /[„«「『〝]/u.test(other) || (other === '“' && mark === '“') ? 1 : -1;
    if (depth < 0) return false;
  }
  return true;
}

const LIST_SIGN = /^[^\S\n]*(?:[-*•]|\d{1,3}[.)])[^\S\n]+(?=\S)/gmu;

function listSigns(text: string): readonly Span[] {
  return Array.from(text.matchAll(LIST_SIGN), ({ 0: sign, index }) => [index, index + sign.length] as const);
}

/** Takes chat markup off a text: block quote signs, emphasis, spoilers, masked links, backslashes. */
export function withoutMarkup(cut: CutText): CutText {
  return MARKUP.reduce((plain, pass) => without(plain, pass(plain.text)), cut);
}
