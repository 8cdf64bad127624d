import { LINE_END_HYPHEN } from '../../../language/folding/foldText.ts';

const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED_UNIT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const OTHER = 1;
const LETTER = 2;
const SINGLE = 3;
const HYPHEN = 4;
const classes = new Uint8Array(65_536);

/**
 * Hashes each run of letters and digits (FNV-1a, 32 bits); characters of scripts without spaces one by one. A word that
 * a line's end divides is there whole and in its parts. Characters outside the Basic Multilingual Plane are passed over.
 */
export function runHashes(text: string): readonly number[] {
  const hashes: number[] = [];
  let [hash, whole] = [0, 0];
  let [inRun, divided] = [false, false];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const kind = classes[unit]! || classify(unit);
    if (inRun && kind !== LETTER) hashes.push(hash >>> 0);
    if (kind === LETTER) {
      hash = Math.imul((inRun ? hash : OFFSET_BASIS) ^ unit, PRIME);
      if (divided) whole = Math.imul(whole ^ unit, PRIME);
    } else if (kind === HYPHEN && inRun) {
      if (!divided) whole = hash;
      divided = true;
    } else {
      if (divided) hashes.push(whole >>> 0);
      divided = false;
      if (kind === SINGLE) hashes.push(Math.imul(OFFSET_BASIS ^ unit, PRIME) >>> 0);
    }
    inRun = kind === LETTER;
  }
  if (inRun) hashes.push(hash >>> 0);
  if (divided) hashes.push(whole >>> 0);
  return hashes;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character === LINE_END_HYPHEN) return (classes[unit] = HYPHEN);
  const kind = UNSPACED_UNIT.test(character) ? SINGLE : WORD_UNIT.test(character) ? LETTER : OTHER;
  classes[unit] = kind;
  return kind;
}
