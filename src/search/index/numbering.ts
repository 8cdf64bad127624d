import { primaryLanguage } from '../../language/words/stem.ts';
import type { Token } from '../../language/words/tokens.ts';
import { termsFor } from '../query/terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word by its numbers in a vocabulary. */
interface NumberedWord {
  readonly term: number;
  readonly form: number;
  readonly isStopWord: boolean;
}

/** Returns a word's numbers; new ones if it has none. */
export type NumberOf = (token: Token) => NumberedWord;

/** Creates functions that number the words of each language. Words repeat, so each is looked up once. */
export function createNumbering(vocabulary: Vocabulary): (language: string) => NumberOf {
  const functions = new Map<string, NumberOf>();
  return (language) => {
    const code = primaryLanguage(language);
    const known = functions.get(code);
    if (known) return known;
    const made = numberingFor(code, vocabulary);
    functions.set(code, made);
    return made;
  };
}

function numberingFor(language: string, vocabulary: Vocabulary): NumberOf {
  const termOf = termsFor(language);
  const numbers = new Map<string, NumberedWord>();
  const numberOf = (token: Token): NumberedWord => {
    const written = termOf(token);
    const term = vocabulary.intern(written ?? token.text);
    return { term, form: vocabulary.internForm(token.text, term), isStopWord: written === undefined };
  };
  return (token) => {
    // Words in capitals can be acronyms spelt like a stop word.
    if (token.shape === 'upper') return numberOf(token);
    const known = numbers.get(token.text);
    if (known !== undefined) return known;
    const made = numberOf(token);
    numbers.set(token.text, made);
    return made;
  };
}
