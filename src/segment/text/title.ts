import { isAllCaps, isClosed, isDirection, isHeadingLike, TITLE_MAX_WEIGHT } from '../shape.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { pressTitle, salutation } from './openings.ts';
import { joinParts, type Part, type TextPass } from './part.ts';

/** Parts at the start among which a title that is named elsewhere may be. */
const NAMED_WITHIN = 30;
/** Parts at the start among which a title between rulers may be. */
const RULED_WITHIN = 4;
/** Lines that a title may be set in, with gaps between them. */
const LINES_MAX = 5;
/** Lines above a title, and their length. */
const NOTICES_MAX = 2;
const NOTICE_MAX_WEIGHT = 60;
const BODY = new Set(['prose', 'item', 'quote', 'row']);

/** Where a title in capitals is below a line or two that say something of the file: "Reformatted. Please redistribute." */
function belowNotice(parts: readonly Part[], from: number): number | undefined {
  for (let at = from; at < from + NOTICES_MAX; at += 1) {
    const [part, next] = [parts[at], parts[at + 1]];
    if (part?.shape !== 'prose' || part.weight > NOTICE_MAX_WEIGHT || !isClosed(part.text) || isAllCaps(part.text))
      return undefined;
    if (
      next?.shape === 'short' &&
      isAllCaps(next.text) &&
      next.gap > 0 &&
      parts.slice(at + 2).some(({ shape }) => BODY.has(shape))
    )
      return at + 1;
  }
  return undefined;
}

/** What is above a title, and names nothing: "TITLE", the name of the file. */
const NAMELESS =
  /^(?:(?:document |book |article )?title|[\w-]{1,40}\.(?:txt|doc|md|asc|text|readme|faq)|<[^<>]+>|.{0,40}\bfile ?name\s?:.{0,60}|\[(?:reproduced|reprinted|excerpted|posted|from)\s[^[\]]{1,200}\])$/iu;

/** Takes the first part for the title where it has a title's shape and text follows it. */
export const findTitle: TextPass = (parts, { title, source }) => {
  if (title !== undefined) return namedTitle(parts, { title, source });
  const letter = salutation(parts);
  if (letter !== undefined)
    return parts.map((part, at): Part => (at === letter.title ? { ...part, as: 'title' } : part));
  const press = pressTitle(parts);
  if (press !== undefined)
    return parts.map((part, at): Part => {
      if (at === press) return { ...part, as: 'title' };
      const isHead =
        at < press && part.as === undefined && (part.shape === 'byline' || part.weight <= NOTICE_MAX_WEIGHT);
      return isHead ? { ...part, shape: 'furniture' } : part;
    });
  const ruled = ruledTitle(parts);
  if (ruled !== undefined) return parts.with(ruled, { ...entryAt(parts, ruled), as: 'title' });
  const at = parts.findIndex(
    ({ shape, as, text }) => as === undefined && shape !== 'ruler' && shape !== 'furniture' && !NAMELESS.test(text),
  );
  const first = parts[at];
  // Who says something, and when, is no title.
  if (parts.slice(0, at).some(({ as }) => as === 'paragraph')) return parts;
  if (first?.shape === 'byline' && at + 1 < parts.length) return titleBelow(parts, at);
  if (!first || first.shape === 'byline' || first.shape === 'caption' || first.shape === 'credit') return parts;
  if (isDirection(first.text)) return parts;
  const below = belowNotice(parts, at);
  if (below !== undefined) return parts.with(below, { ...entryAt(parts, below), as: 'title' });
  // "… in Quercus ilex L.": a full stop that only abbreviates closes no title.
  if (!isHeadingLike(titleText(first.text).replace(/(?<=\s\p{Lu})\.$/u, ''), TITLE_MAX_WEIGHT)) return parts;
  if (first.shape === 'item' && parts[at + 1]?.shape === 'item') return parts;
  if (!parts.slice(at + 1).some(({ shape }) => BODY.has(shape))) return parts;
  return parts.with(at, { ...first, as: 'title' });
};

/** A title without what programs put beside it: "Subject: …", the mode of an editor. */
export function titleText(text: string): string {
  return text
    .replace(/\s*-\*-.{0,80}-\*-\s*$/u, '')
    .replace(/^(?:re|subject|title|topic|betreff|objet|asunto)\s?:\s*(?=\S)/iu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** The last line between two rulers of the same sign and length at the head of a text, below what it says of itself. */
function ruledTitle(parts: readonly Part[]): number | undefined {
  const above = parts.slice(0, RULED_WITHIN).findIndex((part) => isRuledLine(part));
  const rule = parts[above];
  const below = parts.slice(above + 1, above + 2 + LINES_MAX).findIndex(({ text }) => text === rule?.text) + above + 1;
  if (above === -1 || below <= above + 1 || parts.slice(0, above).some(({ as }) => as !== undefined)) return undefined;
  const last = parts[below - 1];
  return last !== undefined &&
    last.as === undefined &&
    parts.slice(above + 1, below + 1).every(({ gap }) => gap === 0) &&
    isHeadingLike(last.text, TITLE_MAX_WEIGHT) &&
    parts.slice(below + 1).some(({ shape }) => BODY.has(shape))
    ? below - 1
    : undefined;
}

function isRuledLine({ text, shape, as }: Part): boolean {
  return shape === 'ruler' && as === undefined && /^([=*#~-])\1{5,}$/u.test(text);
}

/** A date above the title, as press releases have it, is not the text's. */
function titleBelow(parts: readonly Part[], at: number): readonly Part[] {
  const [byline, title, next] = parts.slice(at, at + 3);
  if (!byline || !title || title.shape !== 'short' || title.gap === 0 || next === undefined) return parts;
  return [...parts.slice(0, at), { ...byline, shape: 'furniture' }, { ...title, as: 'title' }, ...parts.slice(at + 2)];
}

/** The head of the document names its title: a part is the title if it says the same, or several in a row that do. */
function namedTitle(
  parts: readonly Part[],
  { title, source }: { readonly title: string; readonly source: string },
): readonly Part[] {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const named = plain(title);
  const isOpen = (part: Part | undefined): part is Part => part?.as === undefined && part?.shape !== 'furniture';
  for (let at = 0; at < Math.min(parts.length, NAMED_WITHIN); at += 1)
    for (let to = at + 1; to <= at + LINES_MAX && isOpen(parts[to - 1]); to += 1) {
      const [first, ...rest] = parts.slice(at, to);
      if (first === undefined || plain([first, ...rest].map(({ text }) => text).join(' ')) !== named) continue;
      return parts.toSpliced(at, to - at, joinParts(source, [first, ...rest], { as: 'title' }));
    }
  return parts;
}
