import { truncate } from '../../truncate.ts';

const MAX_CHARS = 300;
const HIDDEN = /[\p{Cf}\p{Zl}\p{Zp}\u00A0\u2000-\u200A\u202F\u205F\u3000\t\n\r]/gu;
const NAMES: Readonly<Record<string, string>> = {
  '\n': 'a line break',
  '\t': 'a tab',
  ' ': 'a space',
  '\u00A0': 'a no-break space',
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero-width space',
  '\u202F': 'a narrow no-break space',
};

/** Puts a few words in quotation marks, and names invisible characters among them. */
export function shownWords(text: string): string {
  if (/^[\s\p{Cf}]*$/u.test(text)) return Array.from(text, characterName).join(' ');
  const hidden = [...new Set(Array.from(text.matchAll(HIDDEN), ([character]) => characterName(character)))];
  const words = `“${truncate(text, MAX_CHARS)}”`;
  return hidden.length === 0 ? words : `${words} (with ${hidden.slice(0, 4).join(', ')})`;
}

function characterName(character: string): string {
  return NAMES[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
