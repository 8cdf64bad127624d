import { decodeText, type DecodedText } from '../../segment/decodeText.ts';

const HEAD_BYTES = 4096;
const DECLARED =
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})|^[^<]{0,10}<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})/iu;

/**
 * Decodes a page: as the server said, as it says itself, or as text is decoded. What it says is not believed where the
 * bytes are UTF-8.
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): DecodedText {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  const declared = charset ?? DECLARED.exec(head)?.slice(1).find(Boolean);
  const marked = /^(?:\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/u.test(head);
  if (declared !== undefined && !marked && !isUtf8(bytes)) {
    const text = decodedAs(bytes, declared);
    if (text !== undefined && !text.includes('\0')) return decodeText(new TextEncoder().encode(text));
  }
  return decodeText(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodedAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}
