import type { Piece } from './piece.ts';
import { isHeadingLike } from './shape.ts';

/** What lists of the works that a text refers to are called. */
const NAME =
  /^(?:(?:\d{1,2}|[IVX]{1,4})\.?\s)?(?:references?(?: cited| list)?|list of references|citations?|sources|further reading|bibliography|works cited|literature cited|literatur(?:verzeichnis|angaben)?|quellenverzeichnis|références(?: bibliographiques)?|bibliographie|referencias(?: bibliográficas)?|bibliografía|riferimenti|bibliografia|referências|参考文献|參考文獻)\s?:?$/iu;
/** The year of a work, or where it is found. */
const ENTRY = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)|https?:\/\/|\bdoi\b|\barXiv\b/iu;
const ENTRY_SHARE = 0.6;

/**
 * Makes notes of the entries of a list of references, which are no sentences of the text: the paragraphs from a heading that names such a
 * list to the next, if most of them have a year or an address.
 */
export function withReferences(pieces: readonly Piece[], source: string): readonly Piece[] {
  const found = [...pieces];
  for (let at = 0; at < found.length; at += 1) {
    if (found[at]?.kind !== 'heading' || !isListName(source.slice(...(found[at]?.span ?? [0, 0])))) continue;
    const next = found.findIndex(({ kind }, index) => index > at && kind === 'heading');
    const end = next === -1 ? found.length : next;
    const entries = found.slice(at + 1, end).filter(isEntry);
    const dated = entries.filter(({ span }) => ENTRY.test(source.slice(...span))).length;
    if (entries.length > 0 && dated >= entries.length * ENTRY_SHARE)
      for (let index = at + 1; index < end; index += 1) {
        const piece = found[index];
        if (piece !== undefined && isEntry(piece)) found[index] = { ...piece, role: 'footnote' };
      }
    at = end - 1;
  }
  return found;
}

function isListName(text: string): boolean {
  return isHeadingLike(text) && NAME.test(text.trim());
}

function isEntry({ kind, role }: Piece): boolean {
  return kind === 'paragraph' && (role === undefined || role === 'item');
}
