import { isHeadKey } from './headMetadata.ts';

/** The lines at the start of a text that say what it is, as keys and values, and where they end. */
export interface HeadLines {
  readonly values: Readonly<Record<string, string>>;
  /** Offset behind the last of them. */
  readonly end: number;
}

const LINE =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?([\p{Lu}][\p{L}\d.-]{0,40}(?: [\p{L}-]{1,20}){0,2})(?:\*\*|__)?[ \t]?[:\t](?:\*\*|__)?[ \t]*(\S[^\r\n]{0,400})?$/u;
/** The line above each mail of a mailbox, and above what is saved from a newsgroup. */
const ENVELOPE = /^(?:From \S+ .{0,60}\d\d:\d\d|Article:? #?\d{1,9} (?:\(\d+ more\) )?(?:of|in) \S)/u;
const LINES_MAX = 40;
/** Mail that went through many hands has more. */
const MAIL_LINES_MAX = 200;
const MAIL_KEY = /^(?:received|delivered-to|return-path|message-id|dkim-signature|arc-seal|x-[a-z-]{1,40})$/iu;

/**
 * Reads lines such as "Title: …" at the start of a text, with blank lines between or without. They count as a head if they
 * name a title, or two things that every document has, such as author and date.
 */
export function headLines(text: string): HeadLines | undefined {
  const values: Record<string, string> = {};
  let [end, last, count] = [0, '', 0];
  let isMail = false;
  for (const match of text.slice(0, 20_000).matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/gu)) {
    const raw = match[0].replace(/[\r\n]+$/u, '');
    if (match[0] === '' || (count += 1) > (isMail ? MAIL_LINES_MAX : LINES_MAX)) break;
    if (isMail && raw.trim() === '') break;
    if (raw.trim() === '' || (count === 1 && ENVELOPE.test(raw))) continue;
    const [, key, value] = LINE.exec(raw) ?? [];
    if (key !== undefined && (value !== undefined || isHeadKey(key))) {
      if (!(key in values)) values[key] = value ?? '';
      last = key;
      isMail ||= MAIL_KEY.test(key);
    } else if (last !== '' && /^[ \t]+\S/u.test(raw) && isNextLine(text, end, match.index))
      values[last] = [values[last] ?? '', raw.trim()].filter(Boolean).join(/author|writer/iu.test(last) ? ', ' : ' ');
    else break;
    end = match.index + raw.length;
  }
  const keys = Object.keys(values);
  const hasTitle = keys.some((key) => /^(?:title|subject|headline|feature name)$/iu.test(key));
  return keys.length >= 2 && (hasTitle || keys.filter(isHeadKey).length >= 2) ? { values, end } : undefined;
}

function isNextLine(text: string, end: number, start: number): boolean {
  return /^(?:\r\n|[\r\n])$/u.test(text.slice(end, start));
}
