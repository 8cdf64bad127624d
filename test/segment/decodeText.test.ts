import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/segment/decodeText.ts';
import { cleanControls } from '../../src/segment/cleanControls.ts';

const ENGLISH = 'The café on the quay said “we will stay” — for now. It costs €4, and nobody minds that.';
const cp1252 = (text: string): Buffer => {
  const places = Array.from({ length: 256 }, (_, byte) => new TextDecoder('windows-1252').decode(Buffer.of(byte)));
  return Buffer.from(Array.from(text, (letter) => places.indexOf(letter)));
};

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from('Grüße, 雨')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFGrüße, 雨')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFGrüße, 雨', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFGrüße, 雨', 'utf16le').swap16()],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: 'Grüße, 雨', notes: [] });
  });

  test.each([
    ['Windows-1252', cp1252(ENGLISH), 'it is not UTF-8 and was read as Windows-1252'],
    ['UTF-16 without a mark', Buffer.from(ENGLISH, 'utf16le'), 'it was read as UTF-16, which it does not say'],
    [
      'UTF-16 without a mark, big end first',
      Buffer.from(ENGLISH, 'utf16le').swap16(),
      'it was read as UTF-16, which it does not say',
    ],
    [
      'UTF-8 with one byte of Windows-1252',
      Buffer.concat([Buffer.from(ENGLISH.slice(0, -1)), Buffer.of(0x85)]),
      'one byte is not UTF-8 and read as Windows-1252',
    ],
  ])('reads %s, and says so', (_, bytes, note) => {
    const read = decodeText(bytes);
    expect(read).toMatchObject({ kind: 'text', notes: [note] });
    expect((read as { text: string }).text.slice(0, -1)).toBe(ENGLISH.slice(0, -1));
  });

  test('reads whatever Windows-1252 holds among enough plain letters as it was written', () => {
    const letter = fc.constantFrom(...'éüß€“”–—…ÀÑ£'.split(''));
    const text = fc
      .array(fc.tuple(fc.constantFrom('quay', 'boats', 'at noon'), letter), { minLength: 1, maxLength: 20 })
      .map((parts) => parts.map(([word, mark]) => `${word} ${mark} `).join(''));
    fc.assert(
      fc.property(text, (text) => {
        expect(decodeText(cp1252(text))).toMatchObject({ kind: 'text', text });
        expect(decodeText(Buffer.from(text, 'utf16le').subarray())).toMatchObject({ kind: 'text', text });
      }),
      { numRuns: 200 },
    );
  });

  test('warns of letters that were saved in the wrong encoding, and keeps them', () => {
    const text = 'The cafÃ© on the quay said â€œwe will stayâ€\u009d.';
    expect(decodeText(Buffer.from(text))).toEqual({
      kind: 'text',
      text,
      notes: ['3 places such as "Ã©" look as if letters were saved in the wrong encoding; they are kept as they are'],
    });
  });

  test.each([
    ['nothing', Buffer.from(''), 'the file is empty'],
    ['zero bytes', Buffer.from('a\0b\0c'), 'the file is not text: it holds control characters, as binary files do'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      'the file is not UTF-8 text; save it as UTF-8 and import it again',
    ],
    [
      'Cyrillic',
      Buffer.from([0xd0, 0xcf, 0xd2, 0xd4]),
      'the file is not UTF-8 text; save it as UTF-8 and import it again',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(decodeText(bytes)).toEqual({ kind: 'invalid', message });
  });
});

describe('cleanControls', () => {
  const LONG = ' This is a text of a page or two about boats and tides.'.repeat(4);

  test.each([
    ['a quay\u0001 said', 'a quay said', 1],
    ['10\u000120', '10\uFFFD20', 1],
    ['N\bNA\bAM\bME\bE and _\bx', 'NAME and x', 0],
    ['\u001B[1mNAME\u001B[0m ls', 'NAME ls', 0],
    ['the end\u001A', 'the end', 0],
  ])('cleans %j', (text, clean, count) => {
    const found = cleanControls(LONG + text);
    expect(found?.text).toBe(LONG + clean);
    expect(found?.notes).toHaveLength(count);
  });

  test('never lets two words or numbers grow together', () => {
    const part = fc.constantFrom('10', '20', 'a', ' ', '.', '\u0001', '\u0002', '\n');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const found = cleanControls(LONG + parts.join(''));
        if (found === undefined) return;
        const words = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
        // oxlint-disable-next-line no-control-regex -- control characters are what is tested
        expect(words(found.text)).toEqual(words((LONG + parts.join('')).replaceAll(/[\u0001\u0002]/gu, ' ')));
      }),
      { numRuns: 300 },
    );
  });
});
