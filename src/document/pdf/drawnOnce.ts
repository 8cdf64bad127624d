import type { Glyphs } from './glyphs.ts';

/** How far beside each other letters are drawn to look bold or have a shadow, in sizes; doubled letters are further apart. */
const BESIDE = 0.12;

/**
 * Takes letters that are drawn again in nearly the same place once: programs draw them so to make them bold, or to give
 * them a shadow. Those that are drawn a little beside count as bold.
 */
export function drawnOnce(glyphs: readonly Glyphs[]): readonly Glyphs[] {
  const kept: Glyphs[] = [];
  const places = new Map<string, number[]>();
  for (const each of glyphs) {
    const again = near(each).flatMap((place) => places.get(place) ?? []);
    const at = again.find((index) => isSamePlace(kept[index], each));
    const first = at === undefined ? undefined : kept[at];
    if (at === undefined || first === undefined) {
      const place = near(each)[0] ?? '';
      places.set(place, [...(places.get(place) ?? []), kept.length]);
      kept.push(each);
    } else if (first.x !== each.x || first.y !== each.y) kept[at] = { ...first, font: { ...first.font, bold: true } };
  }
  return kept;
}

function isSamePlace(first: Glyphs | undefined, { x, y, size }: Glyphs): boolean {
  return first !== undefined && Math.abs(first.x - x) <= size * BESIDE && Math.abs(first.y - y) <= size * BESIDE;
}

/** The cell of the page in which letters of a text and size begin, and those around it. */
function near({ text, x, y, size }: Glyphs): readonly string[] {
  const [column, row] = [Math.floor(x / (size * BESIDE)), Math.floor(y / (size * BESIDE))];
  const steps = [0, -1, 1];
  return steps.flatMap((right) =>
    steps.map((down) => `${Math.round(size * 4)} ${column + right} ${row + down} ${text}`),
  );
}
