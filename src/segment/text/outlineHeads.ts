import { isHeadingLike } from '../shape.ts';
import type { Part, TextPass } from './part.ts';

/** A line of an outline as Emacs has it: "* Changes", "** Bug fixes". */
const STARS = /^(\*{1,6})\s+(\S[^\r\n]{1,120})$/u;
const LEVEL_MAX = 6;
/** Share of the lines with stars that have a text of their own below them, as headings do and items do not. */
const OWN_TEXT_SHARE = 0.6;
const MIN = 3;

/** Finds the headings of an outline: lines with one star and with more, most of which have a text below them. */
export const findOutline: TextPass = (parts) => {
  const stars = parts.map((part) => {
    const [, marks = '', words = ''] =
      part.as === undefined && part.shape !== 'ruler' ? (STARS.exec(part.text) ?? []) : [];
    return marks !== '' && isHeadingLike(words) ? marks.length : 0;
  });
  const starred = stars.flatMap((count, index) => (count === 0 ? [] : [index]));
  const owning = starred.filter((index) => {
    const next = parts[index + 1];
    if (next === undefined) return false;
    const below = STARS.exec(next.text)?.[1]?.length ?? 0;
    return below === 0 || below > (stars[index] ?? 0);
  });
  const isOutline = owning.some((index) => stars[index] === 1) && owning.some((index) => (stars[index] ?? 0) > 1);
  if (!isOutline || owning.length < MIN || owning.length < starred.length * OWN_TEXT_SHARE) return parts;
  const heads = new Set(owning);
  return parts.map((part, index): Part =>
    heads.has(index) ? { ...part, as: 'heading', level: Math.min(LEVEL_MAX, (stars[index] ?? 0) + 1) } : part,
  );
};
