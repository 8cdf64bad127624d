import type { FoldedText } from './foldedText.ts';

/** Code of the space. */
export const SPACE = 0x20;

const LINE_BREAK = /[\n\r\v\f\u2028\u2029]/u;

const SPACED_PUNCTUATION = /^[!?:;]$/u;

const DIGIT = /^\p{N}$/u;
const CURRENCY = /^[$€£¥₽₹₴₺]$/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3003\u3005-\u303F]$/u;
/** What follows a number with or without a space: `5 %`, `20 °C`, `30 km`. */
const UNIT =
  /(?:[%‰$€£¥₽₹₴₺°′″]|(?:[kcmdµμn]?m[²³23]?|km\/h|m\/s|[kmµμ]?g|[mcdh]?[lL]|[kMGTm]?Hz|[kMGT]?Wh?|[kMGTP]i?B|[kM]?V|mAh?|[hkM]?Pa|mph|kph|k?cal|k?J|dB|ppm|ppb|ha|lbs?|oz|ft|yd|bn|K)(?![\p{L}\p{M}\p{N}]))/uy;
/** The scale after a degree sign: `20° C`. */
const SCALE = /[CFK](?![\p{L}\p{M}\p{N}])/uy;

/** Collects the units; white space waits until it is known whether what follows keeps it. */
export class FoldingOutput {
  readonly #source: string;
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;
  #spaceStart = -1;
  #spaceEnd = -1;
  #drop = false;

  constructor(source: string) {
    this.#source = source;
    const size = source.length + 16;
    this.#units = new Uint16Array(size);
    this.#starts = new Uint32Array(size);
    this.#ends = new Uint32Array(size);
  }

  space(start: number, end: number): void {
    if (this.#spaceStart === -1) this.#spaceStart = start;
    this.#spaceEnd = end;
  }

  afterSpace(): boolean {
    return this.#length === 0 || this.#spaceStart !== -1;
  }

  /** Drops the space that waits, but not a line break. */
  dropSpace(): void {
    if (!this.#breaks()) this.#spaceStart = -1;
  }

  dropNextSpace(): void {
    this.#drop = true;
  }

  unit(code: number, start: number, end: number): void {
    if (this.#spaceStart !== -1 && this.#keepsSpace(start)) this.#push(SPACE, this.#spaceStart, this.#spaceEnd);
    this.#spaceStart = -1;
    this.#drop = false;
    this.#push(code, start, end);
  }

  text(units: string, start: number, end: number): void {
    if (units === '') return;
    this.unit(units.charCodeAt(0), start, end);
    for (let index = 1; index < units.length; index += 1) this.#push(units.charCodeAt(index), start, end);
  }

  finish(): FoldedText {
    const length = this.#length;
    return {
      text: stringOfUnits(this.#units.subarray(0, length)),
      starts: this.#starts.slice(0, length),
      ends: this.#ends.slice(0, length),
    };
  }

  #breaks(): boolean {
    return this.#spaceStart !== -1 && LINE_BREAK.test(this.#source.slice(this.#spaceStart, this.#spaceEnd));
  }

  /** French sets a space before `!?:;`; many set one between a number and its sign, and some next to ideographs. */
  #keepsSpace(next: number): boolean {
    if (this.#length === 0) return false;
    if (this.#breaks()) return true;
    const following = this.#source.charAt(next);
    if (this.#drop || SPACED_PUNCTUATION.test(following) || UNSPACED.test(following)) return false;
    const before = String.fromCharCode(this.#units[this.#length - 1]!);
    if (UNSPACED.test(before)) return false;
    if (DIGIT.test(before)) return !matchesAt(UNIT, this.#source, next);
    if (before === '°') return !matchesAt(SCALE, this.#source, next);
    return !(CURRENCY.test(before) && DIGIT.test(following));
  }

  #push(code: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = code;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  #grow(): void {
    const size = this.#units.length * 2;
    const units = new Uint16Array(size);
    const starts = new Uint32Array(size);
    const ends = new Uint32Array(size);
    units.set(this.#units);
    starts.set(this.#starts);
    ends.set(this.#ends);
    [this.#units, this.#starts, this.#ends] = [units, starts, ends];
  }
}

function matchesAt(sticky: RegExp, source: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(source);
}

const CHUNK = 8_192;

function stringOfUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK));
  return text;
}
