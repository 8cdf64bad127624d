import { isBodyBlock, type Article, type Block } from '../article/article.ts';
import { lastOf } from '../runtime/entryAt.ts';

/** Ends what leads in to a list. */
const LEAD_IN = /[:：]["'”’»)\]]*$/u;
/** Items above one among which its lead-in is looked for. */
const REACH = 200;
const LISTED: ReadonlySet<string | undefined> = new Set(['item', 'row', 'quote', 'code']);

/** Returns true if a block ends with a colon and is running text, so that what is below belongs to it. */
export function isLeadIn(article: Article, block: number): boolean {
  const found = article.blocks[block];
  if (found?.kind !== 'paragraph' || found.role !== undefined) return false;
  return LEAD_IN.test(article.source.slice(...lastOf(found.sentences)));
}

/** Lists the blocks of the list right below a lead-in; none if it has none. */
export function listBelow({ blocks }: Article, leadIn: number): readonly number[] {
  const role = listedAs(blocks[leadIn + 1]);
  if (role === undefined) return [];
  const end = blocks.findIndex((block, index) => index > leadIn && listedAs(block) !== role);
  return Array.from({ length: (end === -1 ? blocks.length : end) - leadIn - 1 }, (_, index) => leadIn + 1 + index);
}

/** Finds the block that leads in to the list that a block is in; undefined if there is none. */
export function leadInOf(article: Article, block: number): number | undefined {
  const role = listedAs(article.blocks[block]);
  if (role === undefined) return undefined;
  let at = block - 1;
  while (listedAs(article.blocks[at]) === role && block - at <= REACH) at -= 1;
  return isLeadIn(article, at) ? at : undefined;
}

function listedAs(block: Block | undefined): string | undefined {
  return block?.kind === 'paragraph' && isBodyBlock(block) && LISTED.has(block.role) ? block.role : undefined;
}

/**
 * Index of the block with the head of the table that a row is in: its first row, if it has as many cells, none with a digit, and the
 * row has some. Undefined if that cannot be told, and of the head itself.
 */
export function tableHeadOf({ blocks, source }: Article, row: number): number | undefined {
  if (!isTableRow(blocks[row])) return undefined;
  let head = row;
  while (isTableRow(blocks[head - 1])) head -= 1;
  const [names, values] = [head, row].map((at) => source.slice(...(blocks[at]?.span ?? [0, 0])));
  if (head === row || names === undefined || values === undefined) return undefined;
  const isAlike = names.split('\t').length === values.split('\t').length && names.includes('\t');
  return isAlike && !/\p{N}/u.test(names) && /\p{N}/u.test(values) ? head : undefined;
}

function isTableRow(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'row';
}
