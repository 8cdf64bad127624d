import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/createDocumentReader.ts';

const SAID = 'The café on the quay is closed until the ferry is back, which will be in November at the earliest.';
const PAGE = `<!DOCTYPE html><html><head><title>The café closes</title></head><body><h1>The café closes</h1>${`<p>${SAID}</p>`.repeat(3)}</body></html>`;
const ADDRESS = 'https://harbour.example/cafe';
const CHROME = ['From: <Saved by Blink>', `Snapshot-Content-Location: ${ADDRESS}`, 'Subject: The cafe'];
const WORD = ['MIME-Version: 1.0', 'X-Document-Type: Workbook'];

function quoted(text: string): string {
  return Buffer.from(text, 'latin1')
    .toString('latin1')
    .replaceAll(/[=\u0080-\u00FF]/gu, (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function archive(head: readonly string[], parts: readonly string[]): Uint8Array<ArrayBuffer> {
  const type = 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"';
  const written = parts.map((part) => `----x--\r\n${part}\r\n`).join('');
  return new Uint8Array(Buffer.from(`${[...head, type].join('\r\n')}\r\n\r\n\r\n${written}----x----\r\n`, 'latin1'));
}

const UTF8 = Buffer.from(PAGE, 'utf8');
const PARTS: Readonly<Record<string, string>> = {
  base64: `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${UTF8.toString('base64')}`,
  'quoted-printable': `Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(UTF8.toString('latin1'))}`,
  'Windows-1252': `Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(PAGE)}`,
};
const STYLE = 'Content-Type: text/css\r\n\r\nbody { color: red }';
const FRAME = 'Content-Type: text/html\r\n\r\n<p>An advertisement in a frame of the page.</p>';

describe('a page saved as one file', () => {
  test.each(Object.keys(PARTS))('is the page that was saved, in %s', async (name) => {
    const reading = await readDocument(archive(CHROME, [STYLE, PARTS[name] ?? '', FRAME]), 'cafe.mhtml');
    if (reading.kind !== 'draft') throw new Error(JSON.stringify(reading));
    expect(reading.extension).toBe('.mhtml');
    expect(reading.draft.metadata).toMatchObject({ title: 'The café closes', url: ADDRESS });
    expect(reading.draft.source).toBe(['The café closes', SAID, SAID, SAID].join('\n'));
  });

  test('may come from Word, and end in .mht', async () => {
    const reading = await readDocument(archive(WORD, [PARTS['base64'] ?? '']), 'cafe.mht');
    expect(reading).toMatchObject({ kind: 'draft', draft: { metadata: { title: 'The café closes' } } });
  });

  test('is known by its head without an ending, and refused with another', async () => {
    const bytes = archive(CHROME, [PARTS['base64'] ?? '']);
    expect(await readDocument(bytes, 'cafe')).toMatchObject({ kind: 'draft', extension: '.mhtml' });
    expect(await readDocument(bytes, 'cafe.html')).toEqual({
      kind: 'invalid',
      message: 'its name ends in ".html", but it is a web archive (.mhtml); give it the right ending',
    });
  });

  test.each<readonly [what: string, bytes: Uint8Array<ArrayBuffer>]>([
    ['of pictures', archive(CHROME, [STYLE])],
    ['that was cut off', archive(CHROME, []).slice(0, 60)],
  ])('is refused where it has no page: %s', async (_what, bytes) => {
    expect(await readDocument(bytes, 'cafe.mhtml')).toMatchObject({ kind: 'invalid' });
  });
});
