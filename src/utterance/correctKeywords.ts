import { distance } from 'fastest-levenshtein';
import { isKnownStem } from '../language/words/wordList.ts';
import { stemmerFor } from '../language/words/stem.ts';

/** The words that commands and questions about a document are asked with. */
const KEYWORDS =
  String.raw`summary summarize summarise quote quotes quotation quotations event events timeline happened happen
  section sections paragraph paragraphs sentence article articles source sources citation cite verify check outline
  chapter chapters conclusion conclude takeaways author published publisher written wrote about thanks thank hello
  morning evening please what when where which search find between passage headings chronology bibtex chicago`.split(
    /\s+/u,
  );
const KEYWORD_SET = new Set(KEYWORDS);
const MIN_CHARS = 4;
/** Longer texts are prose. */
const MAX_WORDS = 25;

/**
 * Corrects typing errors in the words that commands are asked with: one letter too many, too few, other or swapped, in a
 * word that is no English one. All other words stay.
 */
export function correctKeywords(text: string): string {
  if (text.split(' ').length > MAX_WORDS) return text;
  return text.replaceAll(/(?<![\p{L}\p{N}'-])\p{Ll}{4,14}(?![\p{L}\p{N}'-])/giu, (word) => {
    const typed = word.toLowerCase();
    if (typed.length < MIN_CHARS || KEYWORD_SET.has(typed) || isKnownStem(stemmerFor('en')(typed))) return word;
    return KEYWORDS.find((keyword) => isOneErrorAway(typed, keyword)) ?? word;
  });
}

function isOneErrorAway(typed: string, word: string): boolean {
  // A short word that differs in its first letter is mostly another word.
  if (Math.abs(typed.length - word.length) > 1 || (typed[0] !== word[0] && word.length < 6)) return false;
  if (word.length < 5)
    return isSwapped(typed, word) || (word.length === 4 && distance(typed, word) === 1 && typed.length > 4);
  return distance(typed, word) === 1 || isSwapped(typed, word);
}

/** Whether two neighbouring letters have changed places. */
function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  const at = Array.from(typed).findIndex((letter, index) => letter !== word[index]);
  return (
    at !== -1 && typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
  );
}
