import { headingDepth, isAllCaps } from '../../shape.ts';

/** What stands for a part of a program or of a form: a tag, a field, an option in quotes, an address range. */
const MACHINERY = /^(?:<\/?[A-Za-z!][^<>]*>|:[\w-]{1,40}:|['"`‘“](?:--?\w|[[(/])|\([.\d,$+]|#\S|\.\w|_{2})/u;
/** "Site: elbereth.example.org", "Telephone: (020) 7946 0000": a name and what it has, of one word or with a number that is none of a heading. */
const KEYED = /^\p{L}[^:]{0,60}:\s+(?:\S+|.*(?:\d[\d-]{3,}|@).*)$/u;
/** The name of a file: "BOMB4.TXT". */
const FILE = /\.(?:txt|zip|lha|docx?|pdf|md)$/iu;
/** Of a day, an address, a telephone, a record: "23/01/96", "33634-4707", "PATTERN: 1". */
const NUMBERS = /\d{1,2}\/\d{1,2}\/\d{2,4}$|\d{5}|\d{3}-\d{4}|^\p{Lu}+:\s+\d+$/u;
const WIDE_GAP = /(?<![.:?!)\d])\s{2,}(?=\S)/gu;
const SENTENCE_MIN_WORDS = 8;
const LONG_WORD = /\p{L}{4,}/gu;
/** Share of the longer words of a heading on two lines that begin with a capital. */
const CAPITALS_SHARE = 0.5;

/**
 * Returns true if a line, or two, could name what is below them. No label breaks off within brackets or quotation marks, is set
 * to fill a line, or goes on in small letters on a second line.
 */
export function couldName(text: string, lines: number): boolean {
  if (MACHINERY.test(text) || isSentence(text)) return false;
  if (NUMBERS.test(text) || FILE.test(text)) return false;
  if (isAllCaps(text)) return true;
  if (headingDepth(text) !== undefined) return lines < 2 || /^\d+\.\d/u.test(text) || isTitleCased(text);
  if (KEYED.test(text) || isQuoteOpen(text)) return false;
  if ((text.match(WIDE_GAP)?.length ?? 0) > 1 && lines === 1) return false;
  return lines < 2 || isTitleCased(text);
}

/** "In 1971 he was the president of the Council, Rødvig": a long line that says who did what. */
function isSentence(text: string): boolean {
  return (
    /\b(?:he|she|it|they|we)\s(?:was|were|is|are|had|has|have|will|would)\b/iu.test(text) &&
    !/[?？]$/u.test(text) &&
    text.split(/\s+/u).length >= SENTENCE_MIN_WORDS
  );
}

function isQuoteOpen(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('"') % 2 === 1 || count('“') > count('”') || count('«') > count('»');
}

/** A script without capitals says nothing. */
function isTitleCased(text: string): boolean {
  const words = (text.match(LONG_WORD) ?? []).filter((word) => /[\p{Lu}\p{Ll}]/u.test(word));
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * CAPITALS_SHARE;
}
