import { tokensOf, type Token } from '../../language/words/tokens.ts';
import { contains } from '../../language/span.ts';
import type { Collection } from '../index/collection.ts';
import { termsFor } from './terms.ts';

/** A word of a text, and the vocabulary numbers it has in sentences that contain it. */
export interface WantedWord {
  readonly token: Token;
  readonly ids: ReadonlySet<number>;
  /** It is spelt like a stop word, but in capitals: "US" is not "us", and only has the acronym's numbers. */
  readonly isAcronym: boolean;
  /** The start, in the text, of the hyphenated word that it is part of. */
  readonly partOf: number | undefined;
}

/**
 * Lists the words of a text with their numbers. An article may write a part of a hyphenated word as the joined word, so
 * a part also has the numbers of that.
 */
export function wantedWords(text: string, { languages, vocabulary }: Collection): readonly WantedWord[] {
  const tokens = tokensOf(text, languages[0]);
  const joined = tokens.filter((token) => token.joined);
  return tokens.flatMap((token): readonly WantedWord[] => {
    if (token.joined) return [];
    const around = joined.filter(({ span }) => contains(span, token.span));
    const terms = languages.map((language) => termsFor(language)(token));
    const acronym = token.text.toUpperCase();
    const isAcronym = token.shape === 'upper' && terms.includes(acronym);
    const written = isAcronym
      ? [acronym]
      : [
          ...terms,
          token.text,
          acronym,
          ...around.flatMap((whole) => [whole.text, ...languages.map((language) => termsFor(language)(whole))]),
        ];
    const ids = written.map((term) => term && vocabulary.idOf(term));
    return [{ token, ids: new Set(ids.filter((id) => typeof id === 'number')), isAcronym, partOf: around[0]?.span[0] }];
  });
}
