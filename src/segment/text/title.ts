import { isHeadingLike, TITLE_MAX_WEIGHT } from '../shape.ts';
import type { Part, TextPass } from './part.ts';

/** Parts at the start among which a title that is named elsewhere may be. */
const NAMED_WITHIN = 30;
const BODY = new Set(['prose', 'item', 'quote', 'row']);

/** Takes the first part for the title where it has a title's shape and text follows it. */
export const findTitle: TextPass = (parts, { title }) => {
  if (title !== undefined) return namedTitle(parts, title);
  const at = parts.findIndex(({ shape, as }) => as === undefined && shape !== 'ruler' && shape !== 'furniture');
  const first = parts[at];
  if (first?.shape === 'byline' && at + 1 < parts.length) return titleBelow(parts, at);
  if (!first || first.shape === 'byline' || first.shape === 'caption' || first.shape === 'credit') return parts;
  // "… in Quercus ilex L.": a full stop that only abbreviates closes no title.
  if (!isHeadingLike(first.text.replace(/(?<=\s\p{Lu})\.$/u, ''), TITLE_MAX_WEIGHT)) return parts;
  if (first.shape === 'item' && parts[at + 1]?.shape === 'item') return parts;
  if (!parts.slice(at + 1).some(({ shape }) => BODY.has(shape))) return parts;
  return parts.with(at, { ...first, as: 'title' });
};

/** A date above the title, as press releases have it, is not the text's. */
function titleBelow(parts: readonly Part[], at: number): readonly Part[] {
  const [byline, title, next] = parts.slice(at, at + 3);
  if (!byline || !title || title.shape !== 'short' || title.gap === 0 || next === undefined) return parts;
  return [...parts.slice(0, at), { ...byline, shape: 'furniture' }, { ...title, as: 'title' }, ...parts.slice(at + 2)];
}

/** The head of the document names its title: a part is the title if it says the same. */
function namedTitle(parts: readonly Part[], title: string): readonly Part[] {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const at = parts
    .slice(0, NAMED_WITHIN)
    .findIndex(({ shape, as, text }) => as === undefined && shape !== 'furniture' && plain(text) === plain(title));
  const part = parts[at];
  return part === undefined ? parts : parts.with(at, { ...part, as: 'title' });
}
