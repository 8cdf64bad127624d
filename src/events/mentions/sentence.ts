import type { Span } from '../../language/span.ts';

/** A word of a sentence. */
export interface Word {
  readonly span: Span;
  /** In lower case except for acronyms, without a possessive ending. */
  readonly text: string;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** Number of its clause, from 0. */
  readonly clause: number;
  /** Whether a comma or another mark separates it from the previous word. */
  readonly afterMark: boolean;
}

/** A sentence as words in clauses. Clauses are found by punctuation and connecting words, and so are approximate. */
export interface Sentence {
  readonly span: Span;
  readonly words: readonly Word[];
}

/** Returns the word at an index found by a rule. Throws `RangeError` if there is none. */
export function wordAt(words: readonly Word[], at: number): Word {
  const word = words[at];
  if (!word) throw new RangeError(`No word ${at} in a sentence of ${words.length}`);
  return word;
}

/** Returns true if two words are in the same clause. */
export function inOneClause(words: readonly Word[], at: number, other: number): boolean {
  return wordAt(words, at).clause === wordAt(words, other).clause;
}

/** Returns the span from the start of one word to the end of another, which is the same or later. */
export function spanOfWords(words: readonly Word[], first: number, last: number): Span {
  return [wordAt(words, first).span[0], wordAt(words, last).span[1]];
}

const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[.'’-]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*\.?(?<=\p{L}\.\p{L}\.|[^.])/gu;
/** Words that start a clause anywhere. */
const BEGINS_CLAUSE =
  /^(?:who|which|whose|whom|where|when|while|after|before|although|though|because|if|unless|whether|until|once|whereas|despite|amid|following|including|considering|according)$/u;
/** Words that start a clause after a comma. */
const BEGINS_AFTER_COMMA =
  /^(?:and|but|or|as|with|that|so|yet|citing|saying|adding|killing|injuring|wounding|leaving|then|nor|since)$/u;
const SUBJECT_AFTER = /^(?:he|she|it|they|we|i|you|this|that|these|those|the|a|an|police|authorities|officials)$/u;

/**
 * Splits a sentence into words and clauses. Text in brackets is a clause of its own, and the surrounding one continues.
 */
export function sentenceAt(text: string, span: Span): Sentence {
  const written = text.slice(...span);
  const shouted = written === written.toUpperCase();
  const matches = [...written.matchAll(WORD)];
  const words: Word[] = [];
  let clauses = 0;
  let open: number[] = [0];
  let end = span[0];
  for (const [index, match] of matches.entries()) {
    const start = span[0] + match.index;
    const gap = text.slice(end, start);
    const word = wordForm(match[0], shouted);
    const next = matches[index + 1]?.[0].toLowerCase() ?? '';
    const listed =
      /^\p{Lu}/u.test(matches[index - 1]?.[0] ?? '') &&
      /^\p{Lu}/u.test(matches[index + (next === 'the' ? 2 : 1)]?.[0] ?? '');
    for (const mark of gap.replace(/[^()]/gu, ''))
      open = mark === '(' ? [...open, (clauses += 1)] : open.length > 1 ? open.slice(0, -1) : open;
    if (index > 0 && !(listed && word === 'and') && begins(gap, word, next))
      open = [...open.slice(0, -1), (clauses += 1)];
    words.push({
      span: [start, start + match[0].length],
      text: word,
      capital: /^\p{Lu}/u.test(match[0]),
      possessive:
        /['’]s?$/u.test(match[0]) ||
        /^['’](?:\s|$)/u.test(text.slice(start + match[0].length, start + match[0].length + 2)),
      clause: open.at(-1) ?? 0,
      afterMark: /[^\s()]/u.test(gap),
    });
    end = start + match[0].length;
  }
  return { span, words };
}

/** A word without its possessive ending, in lower case; acronyms stay as they are, so that "IS" is not "is". */
function wordForm(written: string, shouted: boolean): string {
  const word = written.replace(/['’]s?$/u, '').replace(/’/gu, "'");
  return !shouted && /^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase();
}

function begins(gap: string, word: string, next: string): boolean {
  if (/[;:—–“”"]/u.test(gap)) return true;
  if (BEGINS_CLAUSE.test(word)) return true;
  if (gap.includes(','))
    return BEGINS_AFTER_COMMA.test(word) && !(word === 'and' || word === 'or' ? !SUBJECT_AFTER.test(next) : false);
  return word === 'that' && !/^(?:year|day|month|week|time|summer|night|is|was|the same)$/u.test(next);
}
