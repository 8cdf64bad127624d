import { fold } from '../folding/fold.ts';
import type { Span } from '../span.ts';

/** How a word is written: `upper` is an acronym (two capitals or more), `number` starts with a digit. */
export type Shape = 'lower' | 'capital' | 'upper' | 'number';

/** A word of a text. */
export interface Token {
  /** Folded (see `fold`), without hyphens and apostrophes. */
  readonly text: string;
  readonly span: Span;
  readonly shape: Shape;
  /** Set on the second reading of a hyphenated word: `counterterrorism` of "counter-terrorism", after its parts. */
  readonly joined?: true;
}

/** Characters of words, and those that are not seen and stand within them: soft hyphens, zero-width spaces, marks of direction. */
const REST = String.raw`[\p{L}\p{M}\p{N}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]*`;
const PIECE = String.raw`[\p{L}\p{M}\p{N}]${REST}`;
/** A word that is broken at a line's end goes on in the next line. */
const LINE_END = String.raw`(?:[-‐‑]|(?<=\u00AD))[ \t]*(?:\r\n?|[\n\u2028\u2029])[ \t]*`;
const JOINT = String.raw`(?:${LINE_END}|[-'’‐‑&.]|(?<=\p{N}),(?=\p{N}{3}))`;
const WORD = new RegExp(`${PIECE}(?:${JOINT}${PIECE})*`, 'gu');
const PART = new RegExp(PIECE, 'gu');
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const INITIALS = /^\p{L}(?:\.\p{L})+$/u;
const NUMBER = /^\p{N}+(?:[.,]\p{N}+)+$/u;
const CONTRACTION = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const ELISION = /^(?:[cdjlmnst]|qu|un|dell|all|nell|dall|sull)['’]/iu;
const PLAIN = /^[a-z]+$/u;
/** Words in capitals beside one another from which on they are no acronyms, and characters of a text from which on it is none. */
const SHOUTED_MIN_WORDS = 3;
const SHOUTED_MIN_CHARS = 21;
/** Parts of hyphenated words shorter than this say nothing on their own ("IS-K", "e-mail"). */
const PART_MIN_CHARS = 3;

/**
 * Lists the words of a text in order. Hyphenated words, and words broken at a line's end, give their longer parts and the
 * joined word; possessives and contractions lose their ending; thousands separators and the dots of initials are dropped ("U.S." is `us`, in
 * capitals). Scripts without spaces are split by `Intl.Segmenter`.
 */
export function tokensOf(text: string, language = 'en'): readonly Token[] {
  const tokens: Token[] = [];
  const shouted = isShouted(text);
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (PLAIN.test(word)) tokens.push(token(word, match.index, shouted));
    else if (UNSPACED.test(word)) pushSegments(tokens, word, match.index, language);
    else pushWord(tokens, word, match.index, shouted);
  }
  return tokens;
}

/** Returns true if a text is all in capitals and more than an acronym or two. */
function isShouted(text: string): boolean {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return false;
  return text.length >= SHOUTED_MIN_CHARS || (text.match(WORD)?.length ?? 0) >= SHOUTED_MIN_WORDS;
}

function pushWord(tokens: Token[], typed: string, start: number, shouted: boolean): void {
  const elision = ELISION.exec(typed)?.[0].length ?? 0;
  const word = typed.slice(elision).replace(CONTRACTION, '');
  const from = start + elision;
  if (word === '') return;
  if (INITIALS.test(word) || NUMBER.test(word)) {
    const isInitials = INITIALS.test(word);
    const plain = word.replace(isInitials ? /\./gu : /,/gu, '');
    tokens.push({ ...token(plain, from, shouted && !isInitials), span: [from, from + word.length] });
    return;
  }
  const parts = [...word.matchAll(PART)];
  if (parts.length === 1) {
    tokens.push(token(word, from, shouted));
    return;
  }
  const dotted = word.includes('.');
  const before = tokens.length;
  for (const part of parts)
    if (dotted || part[0].length >= PART_MIN_CHARS || /^\p{N}/u.test(part[0]))
      tokens.push(token(part[0], from + part.index, shouted));
  if (dotted) return;
  const whole = token(parts.map(([part]) => part).join(''), from, shouted);
  const span: Span = [from, from + word.length];
  tokens.push(tokens.length === before ? { ...whole, span } : { ...whole, span, joined: true });
}

const segmenters = new Map<string, Intl.Segmenter>();

function pushSegments(tokens: Token[], run: string, start: number, language: string): void {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  for (const { segment, index, isWordLike } of segmenter.segment(run))
    if (isWordLike) tokens.push(token(segment, start + index, false));
}

function token(written: string, start: number, shouted: boolean): Token {
  const shape = shouted ? 'lower' : wordShape(written);
  return { text: fold(written), span: [start, start + written.length], shape };
}

function wordShape(written: string): Shape {
  const first = written.charAt(0);
  if (/\p{N}/u.test(first)) return 'number';
  if (!/\p{Lu}/u.test(first)) return 'lower';
  return written.length > 1 && written === written.toUpperCase() ? 'upper' : 'capital';
}
