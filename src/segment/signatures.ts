import type { Fragment } from './fragment.ts';

/** The line that mail programs put right above a signature. */
const DELIMITER = /^--$/u;
/** How letters close, as a line of its own. */
const CLOSING =
  /^(?:(?:yours )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?|respectfully submitted|(?:(?:with )?(?:my |our )?(?:very )?(?:best|kind|kindest|warm|warmest) )?(?:regards|wishes)|(?:all the )?best|cheers|many thanks|thanks|thank you|mit freundlichen grüßen|(?:viele|beste|herzliche|liebe) grüße|cordialement|bien à vous|atentamente|saludos(?: cordiales)?|un saludo|cordiali saluti|met vriendelijke groet(?:en)?|atenciosamente)[,.!]?$/iu;
/** How to reach somebody: an address of mail or the web, a number with its label or alone, a street, a box, a town with its code. */
const CONTACTS: readonly RegExp[] = [
  /^\S{1,40}@\S{1,40}\.\p{L}{2,20}$|^(?:https?:\/\/|www\.)\S{4,70}$/iu,
  /^(?:tel(?:ephone|efon)?|phone|fax|facsimile|mob(?:ile|il)?|cell|e-?mail|web(?:site)?)\b[.:]{0,2}\s?[\d+(]/iu,
  /^(?:tel(?:ephone|efon)?|phone|fax|facsimile|mob(?:ile|il)?|cell|office|e-?mail|web(?:site)?)\s?:\s?\S/iu,
  /^\+?\(?\d[\d\s()./-]{6,20}$/u,
  /^\d{1,5}[a-z]?,?\s[\p{Lu}\d][^.!?]{1,40}\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|square|sq|way|place|quay|parkway|highway)\b/iu,
  /^p\.?\s?o\.?\s?box\s\d/iu,
  /^\p{L}[\p{L}.\s-]{0,40}(?:straße|strasse|str\.|gasse|weg|platz)\s\d{1,4}\b/iu,
  /^\p{L}[\p{L}.\s]{1,30},\s\p{Lu}{2}\s\d{5}(?:-\d{4})?$/u,
];
/** Where another letter begins, or what is quoted. */
const BORDER =
  /^(?:[<>]|[-_=*]{4,}|begin:vcard|from .{1,60}\d\d:\d\d|on .{6,100} wrote:|(?:from|date|sent|subject|message-id)\s?:\s)/iu;
const LINES_MAX = 12;
const LINE_MAX_CHARS = 80;
const CLOSING_MAX_CHARS = 40;
const SENTENCE_MIN_WORDS = 6;

/**
 * The starts of the lines that are the signatures of letters: what is below the line that mail programs put above them, and
 * below a closing formula the lines from the first one that says how to reach somebody. Who signed stays text there.
 */
export function signatureLines(source: string): ReadonlySet<number> {
  const lines = letterLines(source);
  const found = lines.flatMap(({ text }, at) => {
    if (DELIMITER.test(text) && lines[at + 1]?.text !== '') return delimited(lines, at);
    return isClosing(text) ? addressBelow(lines, at + 1) : [];
  });
  return new Set(found.map(({ start }) => start));
}

/** Marks how to reach who signed a letter, in the fragments at its end, as furniture. */
export function withoutAddresses(fragments: readonly Fragment[]): readonly Fragment[] {
  const closing = fragments.findLastIndex(({ text }) => isClosing(text));
  if (closing === -1) return fragments;
  const lines = fragments.map(({ text }, start) => ({ text, start }));
  const address = new Set(addressBelow(lines, closing + 1).map(({ start }) => start));
  return fragments.map(({ level: _level, ...fragment }, at) => {
    const isOpen = fragment.kind === 'heading' || (fragment.kind === 'paragraph' && fragment.role === undefined);
    return address.has(at) && isOpen
      ? { ...fragment, kind: 'paragraph', role: 'furniture' }
      : (fragments[at] ?? fragment);
  });
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function letterLines(source: string): readonly Line[] {
  let start = 0;
  return source.split('\n').map((raw) => {
    const line = { text: raw.trim(), start };
    start += raw.length + 1;
    return line;
  });
}

function isClosing(text: string): boolean {
  return text.length <= CLOSING_MAX_CHARS && CLOSING.test(text);
}

function isContact({ text }: Line): boolean {
  return text.length <= LINE_MAX_CHARS && CONTACTS.some((pattern) => pattern.test(text));
}

/** What mail programs set apart, from the line above it to the end of the letter; none where that is longer than a signature. */
function delimited(lines: readonly Line[], at: number): readonly Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(at + 1, at + 1 + 2 * LINES_MAX)) {
    if (isBorder(line.text)) break;
    if (line.text !== '') found.push(line);
  }
  const isSignature =
    found.length > 0 && found.length <= LINES_MAX && found.every(({ text }) => text.length <= LINE_MAX_CHARS);
  return isSignature ? [...lines.slice(at, at + 1), ...found] : [];
}

/** The lines below a closing formula from the first that says how to reach somebody, up to what is longer than such lines are. */
function addressBelow(lines: readonly Line[], from: number): readonly Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(from, from + 2 * LINES_MAX)) {
    if (isBorder(line.text) || !isSignatureLine(line.text) || found.length === LINES_MAX) break;
    if (line.text !== '') found.push(line);
  }
  const first = found.findIndex(isContact);
  const last = found.findLastIndex(isContact);
  return first === -1 ? [] : found.slice(first, last + 1);
}

function isBorder(text: string): boolean {
  return text.length <= 2 * LINE_MAX_CHARS && BORDER.test(text);
}

/** Whether a line is no sentence, which letters go on with below a closing that was none. */
function isSignatureLine(text: string): boolean {
  return text.length <= LINE_MAX_CHARS && !(/[.!?]$/u.test(text) && text.split(/\s/u).length >= SENTENCE_MIN_WORDS);
}
