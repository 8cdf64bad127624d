import { primaryLanguage, stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import type { Token } from '../../language/words/tokens.ts';

/** Converts a word to the term it is indexed by; undefined for a stop word. */
export type TermOf = (token: Token) => string | undefined;

/**
 * Creates the function for one language. An acronym spelt like a stop word ("IS", "US", "WHO") is its own term, in
 * capitals, so that "is" does not match it.
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
