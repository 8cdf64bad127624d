/** The text of a file, or one sentence why it has none. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'invalid'; readonly message: string };

const BYTE_ORDER_MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

/**
 * Decodes a file's bytes: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is no part of the text.
 * Anything else, and text with control characters, counts as binary.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  try {
    return checked(new TextDecoder(marked?.encoding ?? 'utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { kind: 'invalid', message: 'the file is not UTF-8 text; save it as UTF-8 and import it again' };
  }
}

function checked(text: string): DecodedText {
  if (text.trim() === '') return { kind: 'invalid', message: 'the file is empty' };
  if (CONTROLS.test(text))
    return { kind: 'invalid', message: 'the file is not text: it holds control characters, as binary files do' };
  return { kind: 'text', text };
}

/** Says what is wrong with a text that cannot be an article: it is empty, or was read from a binary file. */
export function checkText(text: string): DecodedText {
  return checked(text.replace(/^\uFEFF/u, ''));
}
