import { truncate } from '../../reply/truncate.ts';

/** More than fits into any picture. */
const MAX_CHARS = 200;
/**
 * Widths of signs in shares of the font's size, not less than in the wide fonts that are in where the page's own is
 * missing. The first that fits counts.
 */
const WIDTHS: readonly (readonly [signs: RegExp, width: number])[] = [
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u, 1.4],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFFEF\u3000-\u303F]/u, 1.02],
  [/\p{M}/u, 0],
  [/[MWmw@%—…&]/u, 1],
  [/[iljftrI.,;:'’‘!|()[\]/ ]/u, 0.42],
  [/\p{Lu}/u, 0.8],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u, 0.65],
  [/[“”"„«»–-]/u, 0.62],
];
const OTHER_WIDTH = 0.9;

/** How much room a text has, in pixels, and the size of its font. */
export interface TextRoom {
  readonly width: number;
  readonly size: number;
}

/** Cuts text so that it certainly fits on one line of its space, at a word border if possible. */
export function fitted(text: string, { width, size }: TextRoom): string {
  let cut = truncate(text, MAX_CHARS);
  while (cut.length > 1 && widthOfText(cut, size) > width) cut = truncate(text, cut.length - 1);
  return cut;
}

/** Returns a width in pixels that no usual font exceeds. */
export function widthOfText(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? OTHER_WIDTH;
  return width * size;
}
