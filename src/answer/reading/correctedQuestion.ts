import type { SearchResult } from '../../search/searchSteps.ts';

/**
 * A question with its typing errors corrected to words of the articles, as the search has corrected them: the model knows how words are
 * spelt, and takes a mistyped one for another. A capital at the beginning of a word stays.
 */
export function correctedQuestion(question: string, corrected: SearchResult['corrected']): string {
  const words = new Map(corrected.map(({ from, to }) => [from, to] as const));
  return words.size === 0
    ? question
    : question.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => inCase(word, words.get(word)));
}

function inCase(word: string, other: string | undefined): string {
  if (other === undefined) return word;
  const [first = ''] = word;
  return first === first.toLowerCase() ? other : `${other[0]?.toUpperCase() ?? ''}${other.slice(1)}`;
}
