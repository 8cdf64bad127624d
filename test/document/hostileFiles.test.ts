import { afterAll, describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../src/document/createDocumentReader.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../../src/document/document.ts';
import { docxFile } from '../fixtures/documents/docxFile.ts';
import { pdfFile } from '../fixtures/documents/pdfFile.ts';
import { zipFile } from '../fixtures/documents/zipFile.ts';

const PARAGRAPH = 'The ferry has crossed the harbour since 1902. No storm has ever stopped it for more than a day.';
const XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
const LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
const DOCX = docxFile([{ text: PARAGRAPH }]);
const PDF = pdfFile([[{ text: PARAGRAPH, x: 72, y: 700 }]]);

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(content));
}

function reading(limits: Partial<DocumentLimits> = {}) {
  const reader = createDocumentReader({ ...DOCUMENT_LIMITS, ...limits });
  afterAll(reader.close);
  return (name: string, content: string | Uint8Array) => reader.read({ name, bytes: bytesOf(content) });
}

describe('a file that is not what it should be', () => {
  const read = reading();
  test.each<readonly [what: string, name: string, content: string | Uint8Array, message: RegExp]>([
    ['an empty file', 'a.pdf', '', /^the file is empty$/u],
    ['an empty archive', 'a.zip', zipFile([]), /^it holds no file that can be read/u],
    ['a PDF called .docx', 'a.docx', PDF, /^its name ends in "\.docx", but it is a PDF; give it the right ending$/u],
    ['a Word document called .pdf', 'a.pdf', DOCX, /^its name ends in "\.pdf", but it is a ZIP archive; give it/u],
    ['a Word document called .epub', 'a.epub', DOCX, /^its name ends in "\.epub", but it is a Word document/u],
    ['a Word document called .zip', 'a.zip', DOCX, /^its name ends in "\.zip", but it is a Word document/u],
    [
      'a page called .txt',
      'a.txt',
      '<!DOCTYPE html>\n<p>x',
      /^its name ends in "\.txt", but it is a web page \(HTML\)/u,
    ],
    ['a page behind a comment called .md', 'a.md', '<!-- x -->\n<html><p>x', /but it is a web page \(HTML\)/u],
    ['text called .pdf', 'a.pdf', PARAGRAPH, /^its name ends in "\.pdf", but it is not a PDF, or it is damaged$/u],
    ['text called .docx', 'a.docx', PARAGRAPH, /but it is not a Word document \(\.docx\), or it is damaged$/u],
    [
      'a picture called .pdf',
      'a.pdf',
      bytesOf('\u0089PNG\r\n').map((_, at) => [0x89, 0x50, 0x4e, 0x47][at] ?? 0),
      /but it is a picture \(PNG\)$/u,
    ],
    ['a picture without an ending', 'picture', 'GIF89a....', /^it is a picture \(GIF\)$/u],
    [
      'a spreadsheet',
      'a.docx',
      zipFile([{ path: 'xl/workbook.xml', content: '<x/>' }]),
      /but it is an Excel workbook/u,
    ],
    [
      'an OpenDocument text',
      'a.zip',
      zipFile([{ path: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
      /OpenDocument text/u,
    ],
    ['an older Word file', 'a.doc', 'x', /^older Word files cannot be read; save it as \.docx$/u],
    [
      'a protected Word file',
      'a.docx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      /an older or a protected Office file/u,
    ],
    [
      'a PDF with a password',
      'a.pdf',
      pdfFile([[{ text: PARAGRAPH, x: 72, y: 700 }]], {}, { locked: true }),
      /^it is protected with a password$/u,
    ],
    ['half a PDF', 'a.pdf', PDF.subarray(0, 30), /^it is damaged and cannot be opened as a PDF$/u],
    ['half an archive', 'a.docx', DOCX.subarray(0, DOCX.length - 40), /^it is damaged and cannot be unpacked$/u],
    ['an ending of no kind', 'a.xyz', 'x', /^"\.xyz" files cannot be read, only \.txt, \.md/u],
    ['a PDF without text', 'a.pdf', pdfFile([[]]), /^its pages are pictures without text, as of a scan/u],
    [
      'a page that programs fill',
      'a.html',
      '<!DOCTYPE html><div id="root"></div><script src="x.js"></script>',
      /only programs that load it/u,
    ],
    ['a page without text', 'a.html', '<!DOCTYPE html><p> </p>', /^the page has no paragraph of text$/u],
  ])('%s gets one sentence', async (_what, name, content, message) => {
    const found = await read(name, content);
    expect(found).toEqual({ kind: 'invalid', message: expect.stringMatching(message) as string });
  });
});

describe('a hostile file', () => {
  const read = reading();
  test.each<readonly [what: string, name: string, content: string | Uint8Array, message: RegExp]>([
    [
      'a bomb',
      'a.zip',
      zipFile([{ path: 'a.txt', content: Buffer.alloc(20_000_000) }]),
      /^what it holds unpacks to a size/u,
    ],
    [
      'a bomb as a document',
      'a.docx',
      docxFile([{ text: PARAGRAPH }], { extra: [{ path: 'word/x.xml', content: Buffer.alloc(20_000_000) }] }),
      /^what it holds unpacks to a size/u,
    ],
    [
      'a bomb that lies about its size',
      'a.docx',
      docxFile([{ text: PARAGRAPH }], {
        extra: [{ path: 'word/x.xml', content: Buffer.alloc(20_000_000), declared: 10 }],
      }),
      /^it is damaged/u,
    ],
    [
      'many small bombs',
      'a.zip',
      zipFile(Array.from({ length: 300 }, (_, at) => ({ path: `${at}.txt`, content: Buffer.alloc(900_000) }))),
      /^what it holds unpacks to a size/u,
    ],
    [
      'a locked archive',
      'a.zip',
      zipFile([{ path: 'a.txt', content: PARAGRAPH, locked: true }]),
      /^it is protected with a password$/u,
    ],
    [
      'a way out of the archive',
      'a.zip',
      zipFile([{ path: '../a.txt', content: PARAGRAPH }]),
      /whose name leads out of the archive$/u,
    ],
    [
      'a link in an archive',
      'a.zip',
      zipFile([{ path: 'a.txt', content: '/etc/passwd', mode: 0o120777 }]),
      /^it holds no file that can be read/u,
    ],
    [
      'entities in a page',
      'a.html',
      `${XXE}<html><body><p>&e; ${PARAGRAPH}</p></body></html>`,
      /^it declares XML entities/u,
    ],
    [
      'entities in a document',
      'a.docx',
      docxFile([{ text: PARAGRAPH }], { extra: [{ path: 'word/x.xml', content: `${XXE}<x>&e;</x>` }] }),
      /^it declares XML entities/u,
    ],
    [
      'a million laughs',
      'a.docx',
      docxFile([{ text: PARAGRAPH }], { extra: [{ path: 'word/y.xml', content: `${LAUGHS}<x>&b;</x>` }] }),
      /^it declares XML entities/u,
    ],
    [
      'deep nesting',
      'a.html',
      `<!DOCTYPE html>${'<div>'.repeat(100_000)}${PARAGRAPH}`,
      /^it nests its elements too deeply$/u,
    ],
    ['deep quotations', 'a.md', `${'> '.repeat(5000)}x`, /nests its quotes or lists too deeply$/u],
  ])('%s gets one sentence', async (_what, name, content, message) => {
    const found = await read(name, content);
    expect(found).toEqual({ kind: 'invalid', message: expect.stringMatching(message) as string });
  });

  const bounded = reading({ fileBytes: 1000 });
  const hasty = reading({ timeMs: 1 });
  const poor = reading({ memoryBytes: 60_000_000 });

  test('the limit of size is a file’s last byte', async () => {
    expect((await bounded('a.txt', `${'A word. '.repeat(124)}A word. `)).kind).toBe('draft');
    expect(await bounded('a.txt', `${'A word. '.repeat(124)}A word. !`)).toMatchObject({
      message: 'it has more than 0.001 MB',
    });
  });

  test('what takes too long is ended, and the next document is read', { timeout: 30_000 }, async () => {
    expect(await hasty('a.docx', DOCX)).toEqual({
      kind: 'invalid',
      message: 'reading it takes more than 0.001 seconds',
    });
    expect((await read('a.docx', DOCX)).kind).toBe('draft');
  });

  test('what takes too much memory is ended, and the next document is read', { timeout: 60_000 }, async () => {
    const large = `<!DOCTYPE html><body>${`<p>${PARAGRAPH} <b>x</b> <i>y</i></p>`.repeat(150_000)}`;
    expect(await poor('a.html', large)).toEqual({
      kind: 'invalid',
      message: 'reading it takes more memory than a document may',
    });
    expect((await poor('a.txt', PARAGRAPH)).kind).toBe('draft');
  });
});
