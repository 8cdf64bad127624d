import PostalMime from 'postal-mime';
import { oneLine } from '../../segment/oneLine.ts';
import type { Draft } from '../../segment/draft.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { decodeHtml } from '../html/decodeHtml.ts';
import { readHtml } from '../html/readHtml.ts';
import { withNotes } from '../withNotes.ts';
import { mailHead } from './mailHead.ts';

const NESTING_MAX = 50;
const BOUNDARY = /boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/iu;
const PAGE = /^content-type:[^\S\r\n]{0,10}(?:text\/html|application\/xhtml\+xml)/imu;
const ADDRESS = /^(?:snapshot-)?content-location:[^\S\r\n]{0,10}(https?:\/\/\S{1,2000})/imu;

/**
 * Reads a page that a browser or Word saved as one file (MHTML): the first page in it, which is the one that was saved; frames,
 * pictures and styles follow. Where the page does not say its address, the one that it was saved from is taken.
 */
export async function readWebArchive(request: ParseRequest): Promise<Draft> {
  const { bytes } = request;
  const head = mailHead(latin1(bytes));
  const page = pageOf(bytes, head);
  if (page === undefined) return invalidDocument('the web archive has no page in it');
  const { attachments } = await PostalMime.parse(asAttachment(page), { maxNestingDepth: NESTING_MAX });
  const [attached] = attachments;
  if (attached === undefined || typeof attached.content === 'string')
    return invalidDocument('the web archive has no page in it');
  const written = mailHead(latin1(page));
  const charset = /^content-type:[^\r\n]{0,200}\bcharset\s{0,9}=\s{0,9}"?([\w-]{2,40})/imu.exec(written)?.[1];
  const html = decodeHtml(new Uint8Array(attached.content), charset);
  if (html.kind === 'invalid') return html;
  const draft = readHtml({ ...request, bytes: new TextEncoder().encode(html.text) });
  if (draft.kind === 'invalid') return draft;
  const url = ADDRESS.exec(head)?.[1] ?? ADDRESS.exec(written)?.[1];
  const named = oneLine(/^subject:[^\S\r\n]{0,10}([^\r\n]{1,300})/imu.exec(head)?.[1] ?? '');
  const metadata = {
    ...(url !== undefined && URL.canParse(url) ? { url } : {}),
    // Words in other letters than ASCII are encoded; the page has them too.
    ...(named === '' || named.startsWith('=?') ? {} : { title: named }),
    ...draft.metadata,
  };
  return withNotes({ ...draft, metadata }, ['it is a web archive; the page that was saved was read']);
}

/** The part of an archive that is the page, with its own head; the whole where it has one part. */
function pageOf(bytes: Uint8Array<ArrayBuffer>, head: string): Uint8Array<ArrayBuffer> | undefined {
  const [, quoted, bare] = BOUNDARY.exec(head) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return PAGE.test(head) ? bytes : undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = `--${boundary}`;
  for (let at = buffer.indexOf(mark); at !== -1;) {
    const start = buffer.indexOf('\n', at) + 1;
    const end = buffer.indexOf(mark, at + mark.length);
    if (start === 0) return undefined;
    const part = bytes.slice(start, end === -1 ? bytes.length : end);
    const partHead = mailHead(latin1(part));
    if (PAGE.test(partHead)) return part;
    // What is saved with its frames may be in a part of its own.
    if (/^content-type:[^\S\r\n]{0,10}multipart\//imu.test(partHead)) {
      const inner = BOUNDARY.exec(partHead) === null ? undefined : pageOf(part, partHead);
      if (inner !== undefined) return inner;
    }
    at = end;
  }
  return undefined;
}

const HEAD_BYTES = 16_384;

function latin1(bytes: Uint8Array<ArrayBuffer>): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1').trimStart();
}

/** A part whose bytes are given back as they are, since the page says itself how its letters are written. */
function asAttachment(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode('Content-Disposition: attachment\r\n');
  const start = part.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  return Buffer.concat([head, part.subarray(Math.max(0, start))]);
}
