import type { Piece } from '../../answer/said.ts';
import { showControlCharacters } from '../showControlCharacters.ts';

/** Formats pieces for a terminal: our own text without its Markdown, other people's words unchanged. */
export function saidText(pieces: readonly Piece[]): string {
  return pieces.map(plainPiece).join('');
}

/** Removes Markdown, which means nothing in a terminal, from our own text. */
export function withoutMarks(ours: string): string {
  return ours.replaceAll(/\*\*|(?<!\w)`|`(?!\w)|(?<!\S)-# /gu, '');
}

function plainPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'ours':
      return withoutMarks(piece.text);
    case 'words':
      return showControlCharacters(piece.text);
    case 'channel':
      return `channel ${piece.id}`;
    case 'role':
      return `role ${piece.id}`;
    default:
      return piece satisfies never;
  }
}
