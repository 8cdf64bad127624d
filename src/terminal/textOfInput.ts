import type { Readable } from 'node:stream';
import { decodeText } from '../segment/decodeText.ts';
import { signatureOf } from '../document/signature.ts';
import { readInput, type Received } from './import/readOriginal.ts';

/** Stands for standard input. */
export const INPUT_SIGN = '-';
/** A longer text is refused. */
const TEXT_MAX_BYTES = 8_000_000;

/** A text that was read, or one sentence why there is none. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unread'; readonly message: string };

/** Reads standard input as text, to its end. Lines end in line feeds. */
export async function textOfInput(input: Readable): Promise<ReadText> {
  return textOfBytes('standard input', await readInput(input, TEXT_MAX_BYTES));
}

/** Decodes bytes as text. Lines end in line feeds. */
export function textOfBytes(name: string, received: Received): ReadText {
  if (typeof received === 'string') return unread(name, received);
  if (received.length > TEXT_MAX_BYTES) return unread(name, `it has more than ${TEXT_MAX_BYTES / 1_000_000} MB`);
  const signature = signatureOf(received);
  if (signature && 'other' in signature) return unread(name, `it is ${signature.other}`);
  if (signature && signature.as !== 'html') return unread(name, 'it is not plain text; save it as .txt or .md');
  const decoded = decodeText(received);
  if (decoded.kind === 'invalid') return unread(name, decoded.message.replace('and import it again', 'and try again'));
  return { kind: 'text', text: decoded.text.replaceAll(/\r\n?/gu, '\n') };
}

/** Says why a text cannot be read; `reason` is the end of a sentence. */
export function unread(name: string, reason: string): Extract<ReadText, { kind: 'unread' }> {
  return { kind: 'unread', message: `Cannot read ${name}: ${reason}.` };
}
