import { z } from 'zod';

/**
 * A piece of a message of ours. `ours`: our own Markdown; `words`: text of people or articles, which is shown character
 * for character; `channel` and `role`: a mention.
 */
const pieceSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ours'), text: z.string() }),
    z.object({ kind: z.literal('words'), text: z.string() }),
    z.object({ kind: z.literal('channel'), id: z.string() }),
    z.object({ kind: z.literal('role'), id: z.string() }),
  ])
  .readonly();
export type Piece = z.infer<typeof pieceSchema>;
export const piecesSchema = z.array(pieceSchema).readonly();

/** A message of ours as text, and in pieces that say what of it is to be escaped. */
export interface Said {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Mentions a channel. */
export function channel(id: string): Piece {
  return { kind: 'channel', id };
}

/** Mentions a role. */
export function role(id: string): Piece {
  return { kind: 'role', id };
}

/** Tags a template: what is written in it is ours, strings put into it are words of others. */
export function said(ours: TemplateStringsArray, ...values: readonly (string | number | Piece | Said)[]): Said {
  return saidOf(
    ours.flatMap((text, index) => {
      const value = values[index];
      return [{ kind: 'ours', text } as const, ...(value === undefined ? [] : piecesOf(value))];
    }),
  );
}

/** Puts messages together, with our own text between them. */
export function saidTogether(all: readonly Said[], between: string): Said {
  return saidOf(
    all.flatMap(({ pieces }, index) => (index === 0 ? pieces : [{ kind: 'ours', text: between } as const, ...pieces])),
  );
}

/** Makes a message of words that are ours throughout. */
export function ours(text: string): Said {
  return { text, pieces: [{ kind: 'ours', text }] };
}

function piecesOf(value: string | number | Piece | Said): readonly Piece[] {
  if (typeof value === 'object') return 'pieces' in value ? value.pieces : [value];
  return [{ kind: 'words', text: String(value) }];
}

function saidOf(pieces: readonly Piece[]): Said {
  const kept = pieces.filter((piece) => !('text' in piece) || piece.text !== '');
  return { text: kept.map(pieceText).join(''), pieces: kept };
}

function pieceText(piece: Piece): string {
  if ('text' in piece) return piece.text;
  return piece.kind === 'channel' ? `<#${piece.id}>` : `<@&${piece.id}>`;
}
