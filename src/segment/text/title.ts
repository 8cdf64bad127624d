import { isHeadingLike, TITLE_MAX_WEIGHT } from '../shape.ts';
import type { TextPass } from './part.ts';

const BODY = new Set(['prose', 'item', 'quote', 'row']);

/** Takes the first part for the title where it has a title's shape and text follows it. */
export const findTitle: TextPass = (parts) => {
  const at = parts.findIndex(({ shape }) => shape !== 'ruler');
  const first = parts[at];
  if (!first || first.shape === 'byline' || first.shape === 'caption' || first.shape === 'credit') return parts;
  // "… in Quercus ilex L.": a full stop that only abbreviates closes no title.
  if (!isHeadingLike(first.text.replace(/(?<=\s\p{Lu})\.$/u, ''), TITLE_MAX_WEIGHT)) return parts;
  if (first.shape === 'item' && parts[at + 1]?.shape === 'item') return parts;
  if (!parts.slice(at + 1).some(({ shape }) => BODY.has(shape))) return parts;
  return parts.with(at, { ...first, as: 'title' });
};
