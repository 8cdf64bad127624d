import type { Readable } from 'node:stream';
import { decodeText } from '../segment/decodeText.ts';
import { signatureOf } from '../document/signature.ts';
import { readInput, readOriginal, type Received } from './import/readOriginal.ts';

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
  return decodedTextOf('standard input', await readInput(input, TEXT_MAX_BYTES));
}

/** Reads a file as text. Lines end in line feeds. */
export async function textOfFile(file: string): Promise<ReadText> {
  return decodedTextOf(`"${file}"`, await readOriginal(file, TEXT_MAX_BYTES));
}

function decodedTextOf(name: string, received: Received): ReadText {
  if (typeof received === 'string') return unread(name, received);
  const signature = signatureOf(received);
  if (signature && 'other' in signature) return unread(name, `it is ${signature.other}`);
  if (signature && signature.as !== 'html') return unread(name, 'it is not plain text; save it as .txt or .md');
  const decoded = decodeText(received);
  if (decoded.kind === 'invalid') return unread(name, decoded.message.replace('and import it again', 'and try again'));
  return { kind: 'text', text: decoded.text.replaceAll(/\r\n?/gu, '\n') };
}

function unread(name: string, reason: string): ReadText {
  return { kind: 'unread', message: `Cannot read ${name}: ${reason}.` };
}
