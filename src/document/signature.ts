// oxlint-disable no-control-regex -- bytes are what is looked for
import type { DocumentKind } from './document.ts';
import { isMailHead, mailHead } from './mail/mailHead.ts';

/** What the first bytes of a file say it is: a kind that can be read, or what else; undefined for text and the rest. */
export type Signature = { readonly as: DocumentKind } | { readonly other: string } | undefined;

/** The head of a mail that went through many hands is long. */
const HEAD_BYTES = 16_384;

/** In order; byte values in Latin-1. ZIP is refined by what is in it. */
const SIGNATURES: readonly (readonly [pattern: RegExp, signature: Exclude<Signature, undefined>])[] = [
  [/^PK(?:\u0003\u0004|\u0005\u0006)/u, { as: 'zip' }],
  [/^\u00D0\u00CF\u0011\u00E0/u, { other: 'an older or a protected Office file; save it as .docx without a password' }],
  [/^\{\\rtf/u, { other: 'an RTF file; save it as .docx' }],
  [/^\u0089PNG/u, { other: 'a picture (PNG)' }],
  [/^\u00FF\u00D8\u00FF/u, { other: 'a picture (JPEG)' }],
  [/^GIF8/u, { other: 'a picture (GIF)' }],
  [/^RIFF[\s\S]{4}WEBP/u, { other: 'a picture (WebP)' }],
  [/^(?:II\*\0|MM\0\*)/u, { other: 'a picture (TIFF)' }],
  [/^[\s\S]{4}ftyp/u, { other: 'a video or a picture (MP4, HEIC)' }],
  [/^(?:ID3|OggS|fLaC|RIFF[\s\S]{4}(?:WAVE|AVI ))/u, { other: 'a sound or a video' }],
  [/^\u001F\u008B/u, { other: 'a gzip archive; unpack it first' }],
  [/^7z\u00BC\u00AF/u, { other: 'a 7z archive; unpack it first' }],
  [/^Rar!/u, { other: 'a RAR archive; unpack it first' }],
  [/^BZh[1-9]/u, { other: 'a bzip2 archive; unpack it first' }],
  [/^\u00FD7zXZ/u, { other: 'an xz archive; unpack it first' }],
  [/^(?:\u007FELF|MZ[\s\S]{58})/u, { other: 'a program' }],
  [/^SQLite format 3/u, { other: 'a database' }],
  [/^(?:%!PS)/u, { other: 'a PostScript file; save it as .pdf' }],
];

/** Reads the signature in the first bytes of a file. */
export function signatureOf(bytes: Uint8Array): Signature {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  // Some programs write a line before the head of a PDF.
  if (/^[\s\S]{0,1000}?%PDF-\d/u.test(head) && !/^\s*</u.test(head)) return { as: 'pdf' };
  // UTF-16 has a zero in every second byte.
  const plain = /^(?:\u00FF\u00FE|\u00FE\u00FF)/u.test(head) ? head.slice(2).replaceAll('\0', '') : head;
  return SIGNATURES.find(([pattern]) => pattern.test(plain))?.[1] ?? markupOf(plain);
}

/** What only pages that a browser saved have in their head; mails have none of it. */
const WEB_ARCHIVE =
  /^(?:from:[^\S\r\n]{0,10}<saved by |(?:snapshot-)?content-location:[^\S\r\n]{0,10}(?:https?|file):)/imu;

function markupOf(head: string): Signature {
  if (isPage(head)) return { as: 'html' };
  if (WEB_ARCHIVE.test(mailHead(head.trimStart()))) return { as: 'mhtml' };
  return isMailHead(head) ? { as: 'mail' } : undefined;
}

/** Whether a text begins as a page does, behind the head of XML and comments. */
function isPage(head: string): boolean {
  let rest = head.replace(/^\u00EF\u00BB\u00BF/u, '').trimStart();
  while (rest.startsWith('<?') || rest.startsWith('<!--')) {
    const close = rest.startsWith('<?') ? '?>' : '-->';
    const end = rest.indexOf(close);
    if (end === -1) return false;
    rest = rest.slice(end + close.length).trimStart();
  }
  return /^<(?:!doctype\s+html|html)\b/iu.test(rest);
}
