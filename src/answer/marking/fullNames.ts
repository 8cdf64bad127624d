import type { Span } from '../../language/span.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';

/** A word as written, with an initial's or a title's dot ("J.", "Dr."). */
const WORD =
  /(?:\p{Lu}|Mrs?|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Capt|Col|Lt|Sgt|Rev|Hon|Jr|Sr)\.(?= \p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}&.'’-]{0,40}(?<![.'’-])/gu;
const CAPITAL = /^\p{Lu}/u;
/** Small words within a name, between two with capitals. */
const LINKS: ReadonlySet<string> = new Set([
  'de',
  'la',
  'van',
  'von',
  'der',
  'den',
  'del',
  'al',
  'bin',
  'du',
  'da',
  'di',
]);
const OWNER = /['’]s?$/u;
const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)$/iu;
/** A longer run of words with capitals is a heading rather than a name. */
const MOST_WORDS = 6;

/**
 * Finds names of two words or more: words with capitals side by side, with "van" between them, or "of" behind the first. Days and months
 * are in none, and whose something is ends a name ("Ann Lee's"). Linear in the text.
 */
export function fullNames(text: string): readonly Span[] {
  const stops = stopWordsOf('en');
  const found: Span[] = [];
  let run: Span[] = [];
  /** A link that may go on with a name. */
  let link: Span | undefined;
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length > 1 && run.length <= MOST_WORDS) found.push([first[0], last[1]]);
    run = [];
    link = undefined;
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const span: Span = [index, index + word.length];
    const last = link ?? run.at(-1);
    if (last && text.slice(last[1], index) !== ' ') close();
    if (run.length > 0 && !link && (word === 'of' ? run.length === 1 : LINKS.has(word))) link = span;
    else if (!CAPITAL.test(word) || DAY.test(word) || (run.length === 0 && stops.has(word.toLowerCase()))) close();
    else {
      run = [...run, [index, index + word.replace(OWNER, '').length]];
      link = undefined;
      if (OWNER.test(word)) close();
    }
  }
  close();
  return found;
}
