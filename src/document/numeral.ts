const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** What is counted in Roman numbers or letters beyond these is counted in digits. */
const ROMAN_MAX = 3999;

/** Writes a number in small Roman letters: 4 is "iv". */
export function romanNumeral(value: number): string {
  if (value < 1 || value > ROMAN_MAX) return String(value);
  let [rest, written] = [value, ''];
  for (const [each, letters] of ROMAN) {
    while (rest >= each) {
      written += letters;
      rest -= each;
    }
  }
  return written;
}
