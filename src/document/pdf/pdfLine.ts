/** A line of a page, or the part of one that is in a column. Lengths in points, `y` from the top of the page down. */
export interface PdfLine {
  /** Wide gaps within the line are tabs. */
  readonly text: string;
  /** From 1 through the file. */
  readonly page: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly x: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  /** Whether all of it is bold. */
  readonly bold: boolean;
  /** Whether all of it slopes. */
  readonly italic: boolean;
  /** Whether all its letters have one width. */
  readonly mono: boolean;
}

/** What ends a sentence, or leads on to something on a line of its own. */
export const LINE_ENDS = /[.!?:;。！？…][)\]"'”’»」』）\u2070-\u2079\u00B9\u00B2\u00B3]{0,6}$/u;
/** A line that begins within a sentence. */
export const SMALL_START = /^[("'“‘«„[]*\p{Ll}/u;

/** A line of a list of contents: dots lead from a heading to its page. */
export function isLeader({ text }: Pick<PdfLine, 'text'>): boolean {
  return /(?:\s?[.·…_]){5}[\s.]*\S{0,6}$/u.test(text.slice(-60));
}

/** Returns the most usual value of a list, weighed; undefined for an empty one. */
export function usualOf(values: Iterable<readonly [value: number, weight: number]>): number | undefined {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce<readonly [number, number] | undefined>(
    (best, each) => (best === undefined || each[1] > best[1] ? each : best),
    undefined,
  )?.[0];
}
