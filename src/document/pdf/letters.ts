// oxlint-disable no-control-regex -- some fonts name letters by such codes alone
import { stemmerFor } from '../../language/words/stem.ts';
import { isKnownStem } from '../../language/words/wordList.ts';

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  // Codes of TeX's fonts (T1), where a file does not say what they stand for.
  '\u0010': '“',
  '\u0011': '”',
  '\u0012': '„',
  '\u0013': '«',
  '\u0014': '»',
  '\u0015': '–',
  '\u0016': '—',
  '\u001B': 'ff',
  '\u001C': 'fi',
  '\u001D': 'fl',
  '\u001E': 'ffi',
  '\u001F': 'ffl',
  '\u0088': '•',
};
/** What stands in words for letters that a font joins and does not name. */
const JOINED = ['ff', 'ffi', 'ffl', 'fi', 'fl'];

/** Writes out the letters of a run: joined letters as single ones, also those that a file gives as a code alone. */
export function lettersOf(text: string): string {
  return text
    .replaceAll(/[ﬀ-ﬆ\u0010-\u0016\u001B-\u001F\u0088]/gu, (letter) => LIGATURES[letter] ?? letter)
    .replaceAll(/[\u00A0\u2007\u202F\t]/gu, ' ');
}

/**
 * Writes out joined letters of a line that its font does not name, which come as an arrow or a null: those that make a
 * word. Where none do, a sign says that letters are missing.
 */
export function withJoinedLetters(line: string): string {
  return /[\u0000↵]/u.test(line)
    ? line.replaceAll(/(?<=^|[^\p{L}\u0000↵])[\p{L}\u0000↵]{2,40}(?![\p{L}\u0000↵])/gu, joinedWord)
    : line;
}

function joinedWord(word: string): string {
  if (!/\p{L}/u.test(word) || !/[\u0000↵]/u.test(word)) return word;
  const found = JOINED.map((letters) => word.replaceAll(/[\u0000↵]/gu, letters)).find((each) =>
    isKnownStem(stemmerFor('en')(each.toLowerCase())),
  );
  return found ?? word.replaceAll('↵', 'ff').replaceAll('\u0000', '\uFFFD');
}
