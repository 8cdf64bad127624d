import { isKnownStem } from '../../language/words/wordList.ts';

const DROP_CAP =
  /(^|\n[ \t]*\r?\n[ \t]*)(["“‘']?\p{Lu})[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*(?=(\p{Ll}[\p{Ll}'’]*)[\s,])/gu;

/**
 * Joins a large first letter that was copied as a line of its own to its word: "H", "arbour City". A letter that is a
 * word ("A", "I") stays one if another follows.
 */
export function joinDropCaps(text: string): string {
  return text.replaceAll(DROP_CAP, (_whole, before: string, letter: string, rest: string) => {
    const isWord = /[AIO]$/u.test(letter) && isKnownStem(rest.toLowerCase());
    return `${before}${letter}${isWord ? ' ' : ''}`;
  });
}
