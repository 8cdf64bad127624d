/** Pixels of the picture from its top: the words of the axis; below the rows, the legend. */
export const AXIS_HEIGHT = 38;
export const LEGEND_HEIGHT = 56;
export const DOT_RADIUS = 5.5;
export const BAR_HEIGHT = 9;

/** Percent of the picture's width on each side that the axis leaves free, so that marks at its ends are whole. */
const MARGIN = 2;

/** Returns a length as percent of the picture's width; `share` is of the axis, from 0 to 1. */
export function widthOf(share: number): number {
  return share * (100 - 2 * MARGIN);
}

/** Returns where a place on the axis, from 0 to 1, is as percent of the picture's width. */
export function placeOf(at: number): number {
  return MARGIN + widthOf(at);
}

/** Formats percents for SVG. */
export function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}
