import { romanNumeral } from '../../numeral.ts';

const LETTERS = 26;
/** Word repeats the letter no more often. */
const REPEATS_MAX = 30;

/** How numbers are written in each of the formats that are read here; `bullet` and `none` have none. */
const WRITTEN: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: romanNumeral,
  upperRoman: (value) => romanNumeral(value).toUpperCase(),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  none: () => '',
};

/** Writes a number of a list in a format of Word's; undefined if it is a format that is not read. */
export function writtenNumber(value: number, format: string): string | undefined {
  return Object.hasOwn(WRITTEN, format) ? WRITTEN[format]?.(value) : undefined;
}

/** The 27th is "aa" and the 28th "bb". */
function letters(value: number): string {
  const repeats = Math.ceil(value / LETTERS);
  if (value < 1 || repeats > REPEATS_MAX) return String(value);
  return String.fromCodePoint(0x61 + ((value - 1) % LETTERS)).repeat(repeats);
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
