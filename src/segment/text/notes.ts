import type { Part, TextPass } from './part.ts';

const NOTES =
  /^(?:(?:foot|end)?notes?|references|sources|works cited|bibliography|anmerkungen|fußnoten|notas|note|noten)\s?:?$/iu;
const NUMBERED_NOTE = /^\d{1,3}\.?\s+\S/u;
/** A star behind a word or a full stop refers to a note. */
const STAR = /[\p{L}\p{N}.!?"”’)]\*(?=\s|$)/u;

/** Tells notes from items: numbered lines below "Notes" are notes; "* …" is one where a star in the text refers to it, else an item. */
export const findNotes: TextPass = (parts) => {
  let isInNotes = false;
  let hasStar = false;
  return parts.map((part, index) => {
    if (part.as !== undefined) return part;
    if (NOTES.test(part.text)) isInNotes = true;
    else if (part.shape === 'short') isInNotes = false;
    const isStarred = isOpen(part) && /^\*{1,3}\s?\S/u.test(part.text);
    const isNote = isStarred
      ? hasStar && !isListed(parts, index)
      : isInNotes && part.shape !== 'footnote' && isOpen(part) && NUMBERED_NOTE.test(part.text);
    if (STAR.test(part.text)) hasStar = true;
    if (isNote) return { ...part, shape: 'footnote' };
    return isStarred && part.shape === 'footnote' ? { ...part, shape: 'item' } : part;
  });
};

function isOpen({ shape }: Part): boolean {
  return shape === 'footnote' || shape === 'prose' || shape === 'item' || shape === 'short';
}

function isListed(parts: readonly Part[], index: number): boolean {
  return [index - 1, index + 1].some((at) => /^[•◦▪●*+-]\s/u.test(parts[at]?.text ?? ''));
}
