import { wordsOf } from '../../../language/words/words.ts';

/** A quotation that is shorter stands in most texts by chance; a character of a script without spaces counts twice. */
export const QUOTE_MIN_CHARS = 12;
/** See `QUOTE_MIN_CHARS`. */
export const QUOTE_MIN_WORDS = 3;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Whether words are too few to say that somebody quoted them. */
export function isShort(text: string): boolean {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return text.length + unspaced < QUOTE_MIN_CHARS || wordsOf(text).length < QUOTE_MIN_WORDS;
}
