import { stopWordsOf } from './stopWords.ts';

const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]{0,30}(?: (?:(?:of|the|de|van|von|al|bin) )?\p{Lu}[\p{L}\p{M}'’-]{0,30}){0,4}/gu;

/** A run of words with capitals, and where it begins in the text. */
export interface NameFound {
  readonly name: string;
  readonly index: number;
}

/** Finds what is written like a name in an English text: words with capitals, less the function words that such a run begins with. */
export function writtenNames(text: string): readonly NameFound[] {
  const stops = stopWordsOf('en');
  return [...text.matchAll(NAME)].flatMap(({ 0: run, index }) => {
    const words = run.split(' ');
    const first = words.findIndex((word) => !stops.has(word.toLowerCase().replace(/['’].*$/u, '')));
    if (first === -1) return [];
    const before = words.slice(0, first).join(' ').length + (first === 0 ? 0 : 1);
    const name = words
      .slice(first)
      .join(' ')
      .replace(/(?:['’]s?|-)$/u, '');
    return name === '' ? [] : [{ name, index: index + before }];
  });
}
