import { basename, extname } from 'node:path';
import type { DocumentFile } from '../document.ts';

/** The line above each mail of a mailbox, below an empty one. */
const ENVELOPE = /(?:^|\n\r?\n)(?=From \S{1,200} [^\r\n]{0,60}\d\d:\d\d)/gu;

/** Takes a mailbox apart: its mails in order, each a file called by the mailbox and its number. */
export function mailsOf({ name, bytes }: DocumentFile): readonly DocumentFile[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const starts = [...text.matchAll(ENVELOPE)].map(({ index, 0: { length } }) => index + length);
  const base = basename(name, extname(name));
  const digits = String(starts.length).length;
  return starts.map((start, at) => ({
    name: `${base}-${String(at + 1).padStart(digits, '0')}.eml`,
    bytes: withoutQuotedEnvelopes(text.slice(start, starts[at + 1])),
  }));
}

/** Programs write ">From " where a line of a mail begins as an envelope does. */
function withoutQuotedEnvelopes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text.replaceAll(/^>(>*From )/gmu, '$1'), 'latin1'));
}
