import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domFragments } from '../../src/document/html/domFragments.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';
import { readHtml } from '../../src/document/html/readHtml.ts';
import { DOCUMENT_LIMITS } from '../../src/document/document.ts';
import type { Fragment } from '../../src/segment/fragment.ts';
import { draftOf } from '../segment/draftOf.ts';

const TEXT = 'The board agreed that the ferry should leave at six, as it always has.';

function read(html: string): readonly Fragment[] {
  const parsed = parseHtml(`<body>${html}</body>`);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return domFragments(parsed.document.body ?? parsed.document);
}

function headings(html: string): readonly string[] {
  return read(html).flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));
}

describe('the numbers of an ordered list', () => {
  const items = (attributes: string, count = 3): readonly string[] =>
    read(`<ol ${attributes}>${'<li>cast off</li>'.repeat(count)}</ol>`).map(({ text }) =>
      text.replace(' cast off', ''),
    );

  test.each([
    ['', ['1.', '2.', '3.']],
    ['start="9"', ['9.', '10.', '11.']],
    ['reversed', ['3.', '2.', '1.']],
    ['type="a" start="26"', ['z.', 'aa.', 'ab.']],
    ['type="I" start="3"', ['III.', 'IV.', 'V.']],
    ['type="a" start="-1"', ['-1.', '0.', 'a.']],
    ['style="list-style: none"', ['cast off', 'cast off', 'cast off']],
  ])('are those that a page shows: %s', (attributes, expected) => {
    expect(items(attributes)).toEqual(expected);
  });

  test('count on from an item with a value, and each list for itself', () => {
    expect(
      read(
        '<ol><li>bow<ol type="i"><li>rope</li><li>anchor</li></ol></li><li value="7">stern</li><li>keel</li></ol>',
      ).map(({ text }) => text),
    ).toEqual(['1. bow', 'i. rope', 'ii. anchor', '7. stern', '8. keel']);
  });

  test('are not doubled where they were typed, and are none in other lists', () => {
    expect(read('<ol><li>(a) bow</li></ol><ul><li>keel</li></ul>').map(({ text }) => text)).toEqual([
      '(a) bow',
      'keel',
    ]);
  });

  test('lose no item, whatever is in the list', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.integer({ min: -3, max: 40 }), (words, start) => {
        const html = `<ol start="${start}">${words.map((each) => `<li>${each}</li>`).join('')}</ol>`;
        expect(read(html).map(({ text }) => text)).toEqual(words.map((each, at) => `${start + at}. ${each}`));
      }),
      { seed: 15, numRuns: 100 },
    );
  });
});

describe('lines that part a document into sections', () => {
  const bold = (text: string): string => `<p><strong>${text}</strong></p>`;

  test('are headings where several in bold end with a colon above text of their own', () => {
    const labels = ['Job summary:', 'Key requirements:', 'Benefits:'];
    expect(headings(labels.map((label) => `${bold(label)}<p>${TEXT}</p>`).join(''))).toEqual(labels);
    expect(headings(`${bold('Note:')}<p>${TEXT}</p><p>${TEXT}</p>`)).toEqual([]);
    expect(headings(labels.map((label) => `${bold(label)}<p>none</p>`).join(''))).toEqual([]);
  });

  test('are headings where they are numbered items in bold', () => {
    const item = (text: string): string => `<ul><li><strong>${text}</strong></li></ul><p>${TEXT}</p>`;
    expect(headings(`${item('1.0 Scope')}${item('2.0 Budget')}`)).toEqual(['1.0 Scope', '2.0 Budget']);
    expect(headings(item('1.0 Scope'))).toEqual([]);
  });

  test('are headings where they are the questions of a list of questions and answers', () => {
    const questions = ['Who leads the ferry in?', 'When does she leave?', 'What does it cost?', 'Where is the quay?'];
    const asked = questions.map((question) => `<p>${question}</p><p>${TEXT}</p>`);
    expect(headings(asked.join(''))).toEqual(questions);
    expect(headings(asked.slice(1).join(''))).toEqual([]);
    expect(headings(questions.map((question) => `<p>${question}</p>`).join(''))).toEqual([]);
  });

  test('are headings where they open and close what is below', () => {
    expect(headings(`<p>${TEXT}</p><details><summary>Fares in winter</summary><p>${TEXT}</p></details>`)).toEqual([
      'Fares in winter',
    ]);
  });
});

test('a typed list of contents is furniture up to the text', () => {
  const entries = ['I. Overview 1', 'II. Fares', 'III. Pilots N/A', 'IV. Quays 12'];
  const html = ['Table of contents', ...entries, 'Overview', TEXT].map((text) => `<p>${text}</p>`).join('');
  expect(read(html).flatMap(({ role, text }) => (role === 'furniture' ? [text] : []))).toEqual(entries);
});

describe('the text of a picture', () => {
  test.each([
    ['a box with who took it', '<div><div>Low water at the quay.</div><div>Photograph by Jane Roe</div></div>'],
    ['a line below the picture', '<img src="a.png"><p>Low water at the quay.</p><p>Photograph by Jane Roe</p>'],
  ])('is one caption: %s', (_what, html) => {
    expect(read(`<p>${TEXT}</p>${html}<p>${TEXT}</p>`)[1]).toEqual({
      kind: 'caption',
      text: 'Low water at the quay. Photograph by Jane Roe',
    });
  });

  test('is not the paragraph before a line of credits that no picture is near', () => {
    const kinds = read(`<p>${TEXT}</p><p>Photograph by Jane Roe</p>`).map(({ kind }) => kind);
    expect(kinds).toEqual(['paragraph', 'paragraph']);
  });
});

test('a sentence in an element of its own is set apart from the one before', () => {
  expect(read('<p>Was it so?<span>Monday was.</span> Node.<b>JS</b></p>')[0]?.text).toBe(
    'Was it so? Monday was. Node.JS',
  );
});

describe('the title of a page that does not name its site', () => {
  const title = (named: string, body: string): string | undefined => {
    const prose = `<p>${TEXT} ${TEXT}</p>`.repeat(3);
    const html = `<!DOCTYPE html><html><head><title>${named}</title></head><body>${body}${prose}</body></html>`;
    return draftOf(readHtml({ bytes: new Uint8Array(Buffer.from(html)), limits: DOCUMENT_LIMITS })).metadata.title;
  };

  test.each([
    [
      'a picture that leads to its front page',
      '<a href="index.html"><img alt="Port Town Ferries logo"></a><h1>FAQ</h1>',
    ],
    ['a link to its front page', '<a href="/">Port Town Ferries</a>'],
    ['a notice at its foot', '<div>© 2024 Port Town Ferries</div>'],
  ])('has no name of the site that is known by %s', (_what, body) => {
    expect(title('Questions we are asked | Port Town Ferries', body)).toBe('Questions we are asked');
  });

  test('keeps a part that nothing calls the site', () => {
    expect(title('Ferries | What they cost', '<h1>FAQ</h1>')).toBe('Ferries | What they cost');
  });

  test('is the only heading where the rest names a part of the site', () => {
    const body = '<a href="/">Port Town Ferries</a><h1>A week without fares</h1>';
    expect(title('Port Town Ferries - Blog', body)).toBe('A week without fares');
  });

  test('is the heading that says more than the name of the site', () => {
    expect(title('Acme Support', '<h3>Acme Support terms of use</h3>')).toBe('Acme Support terms of use');
  });
});
