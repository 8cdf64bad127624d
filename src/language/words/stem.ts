import snowball from 'snowball-stemmers';
import { englishBase } from './englishForms.ts';
import { beforeFirst } from '../beforeFirst.ts';

/** Snowball's names by ISO 639-1 code. English is Porter-2. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** Reduces a folded word to its stem. */
export type Stem = (word: string) => string;

const stems = new Map<string, Stem>();

/** Returns the stemmer for a BCP 47 language; words of a language without one stay as they are. */
export function stemmerFor(language: string): Stem {
  const code = primaryLanguage(language);
  const known = stems.get(code);
  if (known) return known;
  const made = createStem(code);
  stems.set(code, made);
  return made;
}

/** Returns the primary subtag of a BCP 47 tag: `en` of `en-GB`. */
export function primaryLanguage(language: string): string {
  return beforeFirst(language, '-').toLowerCase();
}

const HAS_DIGIT = /\d/u;
/** The stemmer takes some ten microseconds a word, and a text repeats its words. */
const CACHE_MAX_WORDS = 200_000;

function createStem(code: string): Stem {
  const algorithm = ALGORITHMS[code];
  if (algorithm === undefined) return (word) => word;
  const stemmer = snowball.newStemmer(algorithm);
  const cache = new Map<string, string>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const base = code === 'en' ? englishBase(word) : word;
    const stem = HAS_DIGIT.test(base) ? base : stemmer.stem(base);
    if (cache.size >= CACHE_MAX_WORDS) cache.clear();
    cache.set(word, stem);
    return stem;
  };
}
