import type { Piece } from '../answer/said.ts';
import { inline } from './words/citation.ts';

/** Formats pieces as Discord Markdown: other people's words escaped, mentions and times as Discord shows them. */
export function saidMarkdown(pieces: readonly Piece[]): string {
  return pieces.map(markdownOf).join('');
}

function markdownOf(piece: Piece): string {
  switch (piece.kind) {
    case 'ours':
      return piece.text;
    case 'words':
      return inline(piece.text);
    case 'channel':
      return `<#${piece.id}>`;
    case 'role':
      return `<@&${piece.id}>`;
    default:
      return piece satisfies never;
  }
}
