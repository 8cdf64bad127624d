import { primaryLanguage, stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import type { Token } from '../../language/words/tokens.ts';

/** Turns a word into the term it is indexed and looked up by; undefined for a stop word. */
export type TermOf = (token: Token) => string | undefined;

/**
 * Makes the function for one language. An acronym that is written like a stop word ("IS", "US", "WHO") is a term of
 * its own, in capitals, so that "is" does not find it.
 */
export function termsFor(language: string): TermOf {
  const code = primaryLanguage(language);
  const known = functions.get(code);
  if (known) return known;
  const made = createTermOf(code);
  functions.set(code, made);
  return made;
}

const functions = new Map<string, TermOf>();

function createTermOf(language: string): TermOf {
  const stem = stemmerFor(language);
  const stopWords = stopWordsOf(language);
  return ({ text, shape }) => {
    if (!stopWords.has(text)) return stem(text);
    return shape === 'upper' ? text.toUpperCase() : undefined;
  };
}
