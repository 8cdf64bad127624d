import { functionWordLists } from './sentences/words.ts';

/** Scripts that say the language by themselves; the first whose letters make up a tenth of all, in this order. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['fa', /[پچژگ]/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];
const SCRIPT_SHARE = 0.1;
/** Letters that only one of two languages of a script has are rarer. */
const RARE: Readonly<Record<string, number>> = { fa: 0.02, uk: 0.03 };
const SAMPLE_CHARS = 20_000;
/** Running text in a language consists of its function words to a fifth and more. */
const WORD_SHARE = 0.12;
/** How many more different function words than English another language must have. */
const STANDS_OUT_WORDS = 2;

/**
 * Guesses the language of a text by its script and its function words. Returns a BCP 47 tag, or undefined if none of
 * the languages known here stands out. Looks at the first 20,000 characters.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([language, pattern]) => {
    const share = (sample.match(pattern)?.length ?? 0) / Math.max(1, letters);
    return share >= (RARE[language] ?? SCRIPT_SHARE);
  });
  if (script) return script[0];
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = functionWordLists().map(([language, list]) => {
    const known = words.filter((word) => list.has(word));
    return { language, share: known.length / Math.max(1, words.length), different: new Set(known).size };
  });
  const best = scores.reduce((a, b) => (b.share > a.share ? b : a));
  if (best.share < WORD_SHARE) return undefined;
  const english = scores.find(({ language }) => language === 'en');
  // "A", "as" and "in" are words of several languages: with few words, English is not given up for them.
  if (english && best.language !== 'en' && best.different < english.different + STANDS_OUT_WORDS)
    return english.share >= WORD_SHARE ? 'en' : undefined;
  return best.language;
}
