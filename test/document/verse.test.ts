import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domFragments } from '../../src/document/html/domFragments.ts';
import { DOCUMENT_LIMITS } from '../../src/document/document.ts';
import { readHtml } from '../../src/document/html/readHtml.ts';
import { isVerse } from '../../src/segment/lines/isVerse.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';

const STANZA = [
  'The tide goes out, the boats lie down,',
  'The gulls walk over sand and stone,',
  'And nobody in all the town',
  'Remembers how the sea has grown.',
];

function read(html: string) {
  const parsed = parseHtml(`<body>${html}</body>`);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return domFragments(parsed.document.body ?? parsed.document);
}

describe('a stanza', () => {
  test.each([
    ['of lines that end with breaks', `<p>${STANZA.join('<br/>')}</p>`],
    ['of lines in elements', `<p>${STANZA.map((line) => `\n<span>${line}</span>\n`).join('<br/>')}</p>`],
    ['that its page calls so', `<div class="linegroup">${STANZA.map((line) => `<div>${line}</div>`).join('')}</div>`],
  ])('%s is one paragraph with its lines', (_, html) => {
    expect(read(html)).toEqual([{ kind: 'paragraph', text: STANZA.join('\n') }]);
  });

  test('keeps what is quoted in it apart, and loses its numbers', () => {
    const [one, two, three, four] = STANZA.map((line) => `<div>${line}</div>`);
    const html = `<div class="stanza">${one}${two}<blockquote>Frisch weht der Wind</blockquote>${three}<div>And all is grey.<span class="lnum">10</span></div>${four}</div>`;
    expect(read(html).map(({ text }) => text)).toEqual([
      STANZA.slice(0, 2).join('\n'),
      'Frisch weht der Wind',
      [STANZA[2], 'And all is grey.', STANZA[3]].join('\n'),
    ]);
  });

  test.each([
    ['an address', ['Harbour Board', 'Quay 4', '1234 Maren']],
    ['dates', ['June 9 -- Pier, Maren,', 'June 10 -- Quay, Rødvig,', 'June 14 -- Bank, Port Town.']],
    ['wrapped text', ['The tide goes out, the boats', 'lie down, and the gulls walk', 'over sand and stone.']],
    ['one line', ['The tide goes out, the boats lie down,']],
  ])('is not told from %s by its breaks alone', (_, lines) => {
    expect(isVerse(lines)).toBe(false);
  });

  test('loses no word, whatever its lines are', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,8}[,.;]?$/u);
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const all = lines.join(' ');
        for (const html of [`<p>${lines.join('<br>')}</p>`, `<div class="verse"><p>${lines.join('</p><p>')}</p></div>`])
          expect(
            read(html)
              .map(({ text }) => text)
              .join(' ')
              .replaceAll('\n', ' '),
          ).toBe(all);
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});

test('the comments of a listing stay, whatever colours them, and its buttons go', () => {
  const prose = '<p>The ferry has crossed the harbour since 1902, in every season and in every weather.</p>'.repeat(5);
  const code =
    '<pre><code><span class="hljs-comment">// It is late.</span>\ncast();</code><button class="copy">copy</button></pre>';
  const html = `<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1>${prose}${code}${prose}</article></body></html>`;
  const draft = readHtml({ bytes: new TextEncoder().encode(html), limits: DOCUMENT_LIMITS });
  expect(draft.kind === 'draft' && draft.source).toContain('// It is late.\ncast();\n');
});
