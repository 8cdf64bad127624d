import type { Part } from '../part.ts';
import { bookHead } from './bookHead.ts';
import { columnedHead } from './columnedHead.ts';
import { courtHead } from './courtHead.ts';
import { filingHead } from './filingHead.ts';
import type { HeadReader, TextHead } from './head.ts';
import { infoHead } from './infoHead.ts';
import { keyedHead } from './keyedHead.ts';
import { lawHead } from './lawHead.ts';
import { manualHead } from './manualHead.ts';

/** In order. */
const READERS: readonly HeadReader[] = [
  bookHead,
  manualHead,
  infoHead,
  filingHead,
  keyedHead,
  columnedHead,
  lawHead,
  courtHead,
];

/**
 * Reads the head of a document that has one: e-books, pages of manuals, filings, lines with keys (letters), the two columns
 * of RFCs, laws, papers of courts. Its lines become furniture.
 */
export function textHead(parts: readonly Part[], source: string): TextHead {
  for (const read of READERS) {
    const head = read(parts, source);
    if (head !== undefined) return head;
  }
  return { parts, values: {} };
}
