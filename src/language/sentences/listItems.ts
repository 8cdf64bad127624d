import { borderAt, inOrder, type BorderPass } from './border.ts';
import { lastOf } from '../../runtime/entryAt.ts';

const BULLET = '[•‣◦⁃▪●]';
const LABEL = String.raw`(\d{1,3}|[a-z])(\.\)|\)|\.)(?=\s)`;
const MARKER = new RegExp(String.raw`(?<=^|\s)(?:(${BULLET})(?:\s*${LABEL})?|${LABEL})`, 'gu');

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly style: string;
  /** What the marker counts: 3 for "3." and "c)", 0 for a bullet alone. */
  readonly ordinal: number;
}

/**
 * Splits a list written on in one line, "1) … 2) …", where the first marker begins the text or follows a full stop, and the numbers or letters count on.
 */
export const listItems: BorderPass = (text, borders) => {
  const runs = countedOn(text, markersOf(text));
  if (runs.length === 0) return borders;
  const inMarker = new Set(runs.flat().map(({ end }) => end));
  const outside = borders.filter(({ end }) => !inMarker.has(end));
  const found = runs.flatMap(([, ...rest]) => rest.map(({ start }) => borderAt(text, start)));
  return inOrder(text, [...outside, ...found]);
};

function markersOf(text: string): readonly Marker[] {
  return Array.from(text.matchAll(MARKER)).map((match) => {
    const [whole, bullet = ''] = match;
    const [label, closing] = [match[2] ?? match[4] ?? '', match[3] ?? match[5] ?? ''];
    const letter = /^[a-z]$/u.test(label);
    const ordinal = letter ? label.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : Number(label);
    return {
      start: match.index,
      end: match.index + whole.length,
      style: `${bullet}${letter ? 'a' : '1'}${closing}`,
      ordinal,
    };
  });
}

function countedOn(text: string, markers: readonly Marker[]): readonly (readonly Marker[])[] {
  const found: Marker[][] = [];
  const runs = new Map<string, Marker[]>();
  const close = (style: string) => {
    const run = runs.get(style) ?? [];
    if (run.length > 1) found.push(run);
    runs.delete(style);
  };
  for (const marker of markers) {
    const run = runs.get(marker.style);
    if (run && (marker.ordinal === 0 || marker.ordinal === lastOf(run).ordinal + 1)) run.push(marker);
    else if (startsList(text, marker)) {
      close(marker.style);
      runs.set(marker.style, [marker]);
    }
  }
  for (const style of Array.from(runs.keys())) close(style);
  return found;
}

function startsList(text: string, { start, style, ordinal }: Marker): boolean {
  const before = text.slice(Math.max(0, start - 3), start).trimEnd();
  const bulleted = new RegExp(BULLET, 'u').test(style);
  return (ordinal === 1 || bulleted) && (start === 0 || before === '' || /[.;]$/u.test(before));
}
