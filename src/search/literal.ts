import { fold } from '../language/folding/fold.ts';

/** How the ends of the searched text must match word borders. */
interface LiteralOptions {
  /** Whether the last word may continue in the text, for text still being typed. Default: false. */
  readonly prefix?: boolean;
}

const LINE = String.raw`[ \t]*(?:\r\n?|[\n\u2028\u2029])[ \t]*`;
const BROKEN_SOFTLY = new RegExp(`\\u00AD${LINE}`, 'gu');
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const WORD = new RegExp(
  String.raw`${UNSPACED}|[\p{L}\p{N}]+(?:(?:[-&]|-${LINE}|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{N}]+)*|(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])`,
  'gu',
);
const SPLIT_UNSPACED = new RegExp(`(${UNSPACED})`, 'gu');
const HAS_UNSPACED = new RegExp(UNSPACED, 'u');
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/gu;
const THOUSANDS = /(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu;
const HYPHEN = new RegExp(`-(?:${LINE})?|&`, 'gu');
/** Marks a hyphen within a word or at the end of a line. */
const JOINT = '-';

/**
 * Normalizes a text for exact search: its words in order, folded, each between spaces, without the punctuation between
 * them; empty for a text without words. Hyphens within words stay, as do those at line ends, which may or may not
 * belong to the word.
 */
export function literal(text: string): string {
  const folded = fold(text.replace(BROKEN_SOFTLY, ''))
    .replace(INITIALS, (letters) => letters.replaceAll('.', ''))
    .replace(THOUSANDS, '');
  const words = folded.match(WORD);
  if (!words) return '';
  const joined = ` ${words.join(' ')} `.replace(HYPHEN, JOINT);
  if (!hasUnspaced(joined)) return joined;
  return ` ${joined.replace(SPLIT_UNSPACED, ' $1 ').replace(/ {2,}/gu, ' ').trim()} `;
}

/** Whether a text has characters of scripts without spaces, whose word borders depend on the context. */
export function hasUnspaced(text: string): boolean {
  return HAS_UNSPACED.test(text);
}

/**
 * Whether a text has a phrase as whole words, consecutive and in order; both as returned by `literal`. A hyphen on
 * either side also matches none, or a space, on the other.
 */
export function holdsLiteral(text: string, phrase: string, { prefix = false }: LiteralOptions = {}): boolean {
  if (phrase === '') return false;
  const wanted = prefix ? phrase.trimEnd() : phrase;
  if (text.includes(wanted)) return true;
  return (text.includes(JOINT) || wanted.includes(JOINT)) && patternOf(wanted).test(text);
}

let last: { readonly wanted: string; readonly pattern: RegExp } | undefined;

/** Builds the pattern of a phrase; the same phrase is searched for in many sentences. */
function patternOf(wanted: string): RegExp {
  if (last?.wanted === wanted) return last.pattern;
  const pattern = wanted.trim().replace(/(.)(?=(.?))/gsu, (_all, sign: string, next: string) => {
    if (sign === ' ') return '[ -]';
    if (sign === JOINT) return '[ -]?';
    const escaped = /[.,:]/u.test(sign) ? `\\${sign}`.replace(/\\([,:])/u, '$1') : sign;
    return /[\p{L}\p{N}]/u.test(next) ? `${escaped}-?` : escaped;
  });
  last = { wanted, pattern: new RegExp(`[ -]${pattern}${wanted.endsWith(' ') ? '[ -]' : ''}`, 'u') };
  return last.pattern;
}
