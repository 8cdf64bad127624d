import { createHash } from 'node:crypto';
import { editionSchema, type Block, type Edition } from './article.ts';

/** Hex digits of an edition that are in handles. */
const SHORT_EDITION_CHARS = 8;

/**
 * Computes the edition: SHA-256 over the UTF-8 source, a zero byte, and the blocks as JSON in the field order of the
 * schema. Metadata (author, url, …) is left out: correcting it moves no quote.
 */
export function editionOf(source: string, blocks: readonly Block[]): Edition {
  const hash = createHash('sha256')
    .update(source, 'utf8')
    .update('\0')
    .update(JSON.stringify(blocks.map(canonical)));
  return editionSchema.parse(hash.digest('hex'));
}

/** Shortens an edition to the eight digits that handles carry. */
export function shortEdition(edition: Edition): string {
  return edition.slice(0, SHORT_EDITION_CHARS);
}

/** Names an edition of an article in a map of articles by id, beside the present ones; no id has an `@`. */
export function editionKey({ id, edition }: { readonly id: string; readonly edition: Edition }): string {
  return `${id}@${shortEdition(edition)}`;
}

function canonical(block: Block): readonly unknown[] {
  switch (block.kind) {
    case 'title':
      return ['title', block.span];
    case 'heading':
      return ['heading', block.level, block.span];
    case 'standfirst':
      return ['standfirst', block.span, block.sentences];
    case 'paragraph':
      return ['paragraph', block.number, block.role ?? null, block.span, block.sentences];
    case 'caption':
      return ['caption', block.number, block.span, block.sentences, block.credit ?? null];
    default:
      return block satisfies never;
  }
}
