import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/segment/decodeText.ts';

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from('Grüße, 雨')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFGrüße, 雨')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFGrüße, 雨', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFGrüße, 雨', 'utf16le').swap16()],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: 'Grüße, 雨' });
  });

  test.each([
    ['nothing', Buffer.from(''), 'the file is empty'],
    ['Latin-1', Buffer.from('Grüße', 'latin1'), 'the file is not UTF-8 text; save it as UTF-8 and import it again'],
    ['zero bytes', Buffer.from('a\0b'), 'the file is not text: it holds control characters, as binary files do'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
      'the file is not UTF-8 text; save it as UTF-8 and import it again',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(decodeText(bytes)).toEqual({ kind: 'invalid', message });
  });
});
