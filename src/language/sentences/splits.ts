import { stemmerFor } from '../words/stem.ts';
import { isKnownStem } from '../words/wordList.ts';
import { borderAt, inOrder, type BorderPass } from './border.ts';
import type { SentenceWords } from './words.ts';

/** Places where a sentence ends that the Unicode rules do not see; the border is where the match ends. */
const SPLITS: readonly {
  readonly pattern: RegExp;
  readonly unless?: (match: string, words: SentenceWords) => boolean;
}[] = [
  // "went home. the weather": carelessly typed, but the word is no abbreviation.
  {
    pattern: /(?<=\s|^)["'“‘(]?\p{L}[\p{Ll}'’-]{2,30}\.["'”’)]?(?=\s+\(?\p{Ll}\p{L}{0,20}(?:[\s:]|['’]))/gu,
    unless: (match, words) =>
      isKnown(match.replaceAll(/^["'“‘(]|\.["'”’)]?$/gu, ''), words) ||
      /^etc\.$/u.test(match) ||
      !words.listed ||
      /["'”’)]$/u.test(match),
  },
  // "It rained. 12 people came": a figure, and then a small letter. What has a capital may be an abbreviation ("Stat. 12").
  {
    pattern:
      /(?<=\s|^)(?:["'“‘(]?(?:\p{Ll}{3,30}|\p{L}\p{Ll}{6,30})|(?:1[5-9]|20)\d{2})\.["'”’)]?(?=\s+["'“‘(]?\p{Sc}?\p{Nd}[\p{Nd}.,]*\s\p{Ll})/gu,
    unless: (match, words) => {
      const word = match.replaceAll(/^["'“‘(]|\.["'”’)]?$/gu, '');
      if (isKnown(word, words) || isKnown(capitalised(word), words) || !words.listed || words.ordinals) return true;
      // An unknown small word may be an abbreviation too: "cont. 12 pages".
      return /^\p{Ll}/u.test(word) && !isKnownStem(stemmerFor('en')(word));
    },
  },
  // "the group.12 The next", "the group.[12] The next": a note's number hangs at the full stop.
  { pattern: /(?<=\p{Ll}{3}[.!?]["'”’)]?)(?:\d{1,3}(?:[,–-]\d{1,3})*|(?:\[[^\]\s]{1,8}\])+)(?=\s+["'“‘(]?\p{Lu})/gu },
  // "the end.The next": a lost space.
  {
    pattern:
      /(?<=\s\p{Ll}{3,30}[.!?])(?=(?:The|This|These|It|He|She|They|We|In|But|And|However|A|As|At|For|If|There|When)\s)/gu,
  },
  // A picture's credit follows what it shows.
  { pattern: /(?<=[\p{L}\p{N})"”.])(?=\s(?:Image|Photo|Picture|Credit|Foto|Bild)(?: (?:by|credit))?: ?\p{Lu})/gu },
  // A smiley closes a sentence.
  { pattern: /(?<=\s)[:;=]['-]?[)(DPp](?=\s+\p{Lu})/gu },
  // A ruler is nobody's sentence.
  { pattern: /(?<=\s|^)(?=([-=_*~#])\1{3,}(?:\s|$))/gu },
  { pattern: /(?<=-{4}|={4}|_{4}|\*{4}|~{4}|#{4})(?=\s)/gu },
];

/** Adds borders that the Unicode rules do not see. */
export const splits: BorderPass = (text, borders, words) => {
  const found = SPLITS.flatMap(({ pattern, unless }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) =>
      unless?.(match[0], words) === true ? [] : [borderAt(text, match.index + match[0].length)],
    ),
  );
  return found.length === 0 ? borders : inOrder(text, [...borders, ...found]);
};

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function isKnown(word: string, words: SentenceWords): boolean {
  return [words.never, words.numbered, words.maybe, words.units].some((known) => known.has(word));
}
