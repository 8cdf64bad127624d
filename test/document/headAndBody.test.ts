import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/document/html/parseHtml.ts';

/** The head's and the body's text, one after the other. */
function partsOf(html: string): readonly [string, string] {
  const parsed = parseHtml(html);
  if (parsed.kind !== 'page') throw new Error(parsed.message);
  const [head, body] = [...parsed.document.documentElement.childNodes].filter(({ nodeType }) => nodeType === 1);
  expect([head?.nodeName, body?.nodeName]).toEqual(['HEAD', 'BODY']);
  return [head?.textContent ?? '', parsed.document.body?.textContent ?? ''];
}

describe('a page that leaves out its head or its body', () => {
  it.each([
    ['<html><title>Ferry</title><p>It sails.</p></html>', 'Ferry', 'It sails.'],
    ['<!doctype html><html><style>p{}</style><body><p>It sails.</p></body></html>', 'p{}', 'It sails.'],
    ['<html lang=en><meta charset=utf-8><link rel=x><title>Ferry</title><h1>A</h1><p>B</p></html>', 'Ferry', 'AB'],
    ['<html><head><title>Ferry</title></head><h1>A</h1><p>B</p></html>', 'Ferry', 'AB'],
    ['<html><p>A</p><body><p>B</p></body><p>C</p></html>', '', 'ABC'],
    ['<html>Loose words<p>A</p></html>', '', 'Loose wordsA'],
  ])('has both once it is read: %s', (html, head, body) => {
    expect(partsOf(html)).toEqual([head, body]);
  });

  it('loses no word, whatever stands before and after its body', () => {
    const piece = fc.constantFrom(
      '<title>t</title>',
      '<meta charset=utf-8>',
      '<p>a</p>',
      '<h1>b</h1>',
      'c ',
      '<!-- d -->',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.nat(8),
        fc.boolean(),
        fc.boolean(),
        (pieces, at, head, body) => {
          const [before, after] = [pieces.slice(0, at).join(''), pieces.slice(at).join('')];
          const written = `<html>${head ? '<head></head>' : ''}${before}${body ? `<body>${after}</body>` : after}</html>`;
          const words = written.replaceAll(/<!--.*?-->/gu, '').replaceAll(/<[^>]*>|\s/gu, '');
          const [ofHead = '', ofBody = ''] = partsOf(written).map((text) => text.replaceAll(/\s/gu, ''));
          const sorted = (text: string): readonly string[] => text.split('').sort();
          expect(sorted(ofHead + ofBody)).toEqual(sorted(words));
          expect(ofBody.replaceAll('t', '')).toBe(words.replaceAll('t', ''));
        },
      ),
      { seed: 29 },
    );
  });
});
