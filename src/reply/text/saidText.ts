import type { Piece } from '../../answer/said.ts';
import { showControlCharacters } from '../showControlCharacters.ts';

/** Writes pieces for a terminal: our own text without its Markdown, words of others as they are. */
export function saidText(pieces: readonly Piece[]): string {
  return pieces.map(plainPiece).join('');
}

/** Takes the marks of Markdown off text of our own, which mean nothing in a terminal. */
export function withoutMarks(ours: string): string {
  return ours.replaceAll(/\*\*|(?<!\w)`|`(?!\w)/gu, '');
}

function plainPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'ours':
      return withoutMarks(piece.text);
    case 'words':
      return showControlCharacters(piece.text);
    case 'channel':
      return `channel ${piece.id}`;
    default:
      return piece satisfies never;
  }
}
