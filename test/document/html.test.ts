import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domFragments } from '../../src/document/html/domFragments.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';
import { readHtml } from '../../src/document/html/readHtml.ts';
import { DOCUMENT_LIMITS } from '../../src/document/document.ts';
import { draftOf, problemsOf } from '../segment/draftOf.ts';

const PROSE =
  'The ferry has crossed the harbour since 1902, in every season and in almost every kind of weather that the coast knows.';

function readPage(html: string) {
  const draft = draftOf(readHtml({ bytes: new Uint8Array(Buffer.from(html)), limits: DOCUMENT_LIMITS }));
  expect(problemsOf(draft)).toEqual([]);
  const blocks = draft.blocks.map((block) => [
    (block.kind === 'paragraph' ? block.role : undefined) ?? block.kind,
    draft.source.slice(...block.span),
  ]);
  return { title: draft.metadata.title, blocks };
}

function page(body: string, title = 'Ferries'): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
}

describe('a page', () => {
  test.each<readonly [what: string, html: string, role: string, text: string]>([
    ['a button', '<p>Share this article</p>', 'furniture', 'Share this article'],
    ['a pointer to another page', '<p>Related: A bridge at last</p>', 'furniture', 'Related: A bridge at last'],
    ['a bullet that was typed', '<p>• Two pilots</p>', 'item', '• Two pilots'],
    ['struck words', '<p>It costs <s>four</s> five crowns.</p>', 'paragraph', 'It costs ~~four~~ five crowns.'],
    ['a struck paragraph', '<p><del>It costs four crowns.</del></p>', 'struck', '~~It costs four crowns.~~'],
    [
      'a sentence in the place of a heading',
      '<h2>The council says that the ferry will be replaced by a bridge within nine years.</h2>',
      'paragraph',
      'The council says that the ferry will be replaced by a bridge within nine years.',
    ],
  ])('has %s as what it is', (_what, html, role, text) => {
    expect(readPage(page(`<p>${PROSE}</p>${html}<p>${PROSE} ${PROSE}</p>`)).blocks).toContainEqual([role, text]);
  });

  test('keeps a short heading that ends in a full stop, and an abbreviation', () => {
    const { blocks } = readPage(page(`<p>${PROSE}</p><h2>Two more for the U.S.</h2><p>${PROSE}</p>`));
    expect(blocks).toContainEqual(['heading', 'Two more for the U.S.']);
  });

  test('is called as its window is where its only heading is that of a section of the site', () => {
    const html = `<html><head><title>Why the ferry was late</title></head><body><h1>Harbour News</h1><p>${PROSE}</p></body></html>`;
    expect(readPage(html).title).toBe('Why the ferry was late');
    expect(readPage(html.replace('Harbour News', 'The ferry was late')).title).toBe('The ferry was late');
  });

  test('does not take teasers of other pages for its text', () => {
    const teasers = Array.from(
      { length: 30 },
      (_, at) =>
        `<div class="t"><h3><a href="/${at}">Page ${at}</a></h3><p><a href="/${at}">${PROSE} It is number ${at}.</a></p></div>`,
    );
    const article = `<article>${`<p>${PROSE} ${PROSE}</p>`.repeat(6)}</article>`;
    const { blocks } = readPage(page(`${article}<div class="more">${teasers.join('')}</div>`));
    expect(blocks.filter(([, text]) => /number \d/u.test(text ?? ''))).toEqual([]);
    expect(blocks.filter(([kind]) => kind === 'paragraph')).toHaveLength(6);
  });
});

test('a heading may be one by its role alone', () => {
  const parsed = parseHtml('<p class="caption" role="heading" aria-level="3">Appendix</p><p>The ferry sails.</p>');
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  expect(domFragments(parsed.document)).toEqual([
    { kind: 'heading', level: 3, text: 'Appendix' },
    { kind: 'paragraph', text: 'The ferry sails.' },
  ]);
});

describe('what is around the text of a page', () => {
  const body = `<p>${PROSE}</p><p>${PROSE} ${PROSE}</p>`;
  test.each<readonly [what: string, html: string, block: readonly [string, string]]>([
    ['a kicker', `<h4>Boats —</h4><h2>How it sails</h2>${body}`, ['furniture', 'Boats —']],
    [
      'a deck',
      `<h2>A quay without a keeper waits for two of them.</h2>${body}`,
      ['standfirst', 'A quay without a keeper waits for two of them.'],
    ],
    ['a date set as a heading', `${body}<h5>26 February 2015</h5>${body}`, ['furniture', '26 February 2015']],
    ['a heading at the end', `${body}<h2>Featured</h2>`, ['furniture', 'Featured']],
    [
      'a credit',
      `${body}<p>The quay in May. (Jane Roe/AFP/Getty Images)</p>${body}`,
      ['caption', 'The quay in May. (Jane Roe/AFP/Getty Images)'],
    ],
    [
      'the text of a figure',
      `${body}<p class="title">Figure 17.41. The old quay</p>${body}`,
      ['caption', 'Figure 17.41. The old quay'],
    ],
    [
      'two links that are called as headings are',
      `<ul><li><a href="#a">How it sails</a></li><li><a href="#b">What it costs</a></li></ul><h2>How it sails</h2>${body}<h2>What it costs</h2>${body}`,
      ['furniture', 'How it sails'],
    ],
  ])('%s', (_what, html, block) => {
    expect(readPage(page(html)).blocks).toContainEqual(block);
  });

  test('a page is called as its text, not as its site', () => {
    const html = page(`<h3>A quay of stone</h3>${body}`, 'Harbour News').replace(
      '<title>Harbour News',
      '<title>Harbour News: A quay of stone',
    );
    expect(readPage(html).title).toBe('A quay of stone');
  });
});

describe('a list of contents', () => {
  const entry = fc.constantFrom('Who decides', 'What it costs', 'The northern quay', 'A long winter', 'Notes');
  test('is furniture, and no word of it is lost; a list of four links is a list', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        const list = entries.map((text, at) => `<li><a href="#s${at}">${text}</a></li>`).join('');
        const sections = `<p>${PROSE}</p>`.repeat(30);
        const { blocks } = readPage(page(`<p>${PROSE} ${PROSE}</p><ul>${list}</ul>${sections}`));
        const role = entries.length >= 5 ? 'furniture' : 'item';
        const found = blocks.filter(([kind]) => kind === role);
        // What reads as navigation may be left out of a page altogether; never may it be text.
        if (found.length > 0) expect(found.map(([, text]) => text)).toEqual(entries);
        expect(
          blocks.filter(([kind, text]) => kind === 'paragraph' && text !== PROSE && text !== `${PROSE} ${PROSE}`),
        ).toEqual([]);
      }),
      { numRuns: 20, seed: 15 },
    );
  });
});

describe('what is beside the text of a page', () => {
  const article = `<article>${`<p>${PROSE} ${PROSE}</p>`.repeat(8)}</article>`;
  const texts = (html: string): readonly (string | undefined)[] => readPage(page(html)).blocks.map(([, text]) => text);

  test.each(['id="comments"', 'class="comments-area"', 'class="commentlist"'])('comments (%s) are left out', (name) => {
    const found = texts(`${article}<div ${name}><h3>2 comments</h3><p>Jane Roe: ${PROSE}, I think.</p></div>`);
    expect(found).not.toContain('2 comments');
    expect(found.filter((text) => text === `${PROSE} ${PROSE}`)).toHaveLength(8);
  });

  test('a ticker of the news is no part of it, however long it is', () => {
    const ticker = Array.from({ length: 40 }, (_, at) => `<li>12:${at + 10} Bulletin ${at}. ${PROSE}</li>`);
    const found = texts(`${article}<aside><ul>${ticker.join('')}</ul></aside>`);
    expect(found.filter((text) => text?.includes('Bulletin'))).toEqual([]);
  });

  test('a page of lists keeps them', () => {
    const list = Array.from({ length: 40 }, (_, at) => `<li>Bulletin ${at}. ${PROSE}</li>`);
    const found = texts(`<p>${PROSE}</p><ul>${list.join('')}</ul>`);
    expect(found.filter((text) => text?.includes('Bulletin'))).toHaveLength(40);
  });
});

test('lines with bullets between breaks are items, and none is lost', () => {
  const bullet = fc.constantFrom('- ', '* ', '+ ', '• ', '1. ', '');
  fc.assert(
    fc.property(fc.array(bullet, { minLength: 1, maxLength: 10 }), (bullets) => {
      const lines = bullets.map((mark, at) => `${mark}The ferry number ${at} sails.`);
      const parsed = parseHtml(`<p>${lines.join('<br>')}</p>`);
      if (parsed.kind === 'invalid') throw new Error(parsed.message);
      const found = domFragments(parsed.document);
      expect(found.map(({ text }) => text).join(' ')).toBe(lines.join(' '));
      const items = bullets.filter((mark) => mark !== '').length;
      if (items >= 3 && items * 2 >= lines.length)
        expect(found.map(({ role }) => role !== undefined)).toEqual(bullets.map((mark) => mark !== ''));
    }),
    { seed: 15, numRuns: 200 },
  );
});

test.each([
  ['A quay of stone | Harbour', 'Harbour.org', 'A quay of stone'],
  ['A quay of stone @ Harbour Notes :: Blogs ::', 'Harbour Notes', 'A quay of stone'],
  ['A quay of stone | Boats', 'Harbour', 'A quay of stone | Boats'],
])('the title %j of the site %j is %j', (title, site, expected) => {
  const html = page(`<p>${PROSE} ${PROSE}</p>`, 'x')
    .replace(/<title>[^<]*<\/title>/u, `<title>${title}</title><meta property="og:site_name" content="${site}">`)
    .replace(/<h1>[^<]*<\/h1>/u, '');
  expect(readPage(html).title).toBe(expected);
});

test('a page that is one plain text is read as such; a listing is not', () => {
  const text = `${PROSE}\n\n1. What it costs\n\n${PROSE} ${PROSE} ${PROSE}\n\n${PROSE} ${PROSE}\n`;
  const shown = readPage(`<html><head><title>Ferries</title></head><body><pre>${text}</pre></body></html>`);
  expect(shown.blocks).toContainEqual(['heading', '1. What it costs']);
  expect(shown.title).toBe('Ferries');
  const code = 'int main(void) { return 0; }\n'.repeat(40);
  const listing = readPage(
    `<html><head><title>Ferries</title></head><body><p>${PROSE}</p><pre>${code}</pre></body></html>`,
  );
  expect(listing.blocks).toContainEqual(['code', code.trim()]);
});

test('what a book of Project Gutenberg has around its text is furniture', () => {
  const notice = 'This ebook is for the use of anyone anywhere, at no cost and with almost no restrictions.';
  const html = `<p>${notice}</p><p>*** START OF THE PROJECT GUTENBERG EBOOK FERRIES ***</p><h2>One</h2><p>${PROSE}</p><p>${PROSE}</p><p>*** END OF THE PROJECT GUTENBERG EBOOK FERRIES ***</p><p>${notice}</p>`;
  const { blocks } = readPage(page(html));
  expect(blocks.filter(([kind]) => kind === 'paragraph').map(([, text]) => text)).toEqual([PROSE, PROSE]);
  expect(blocks.filter(([kind, text]) => kind === 'furniture' && text === notice)).toHaveLength(2);
});

test('numbered capitals as a block of their own are headings', () => {
  const { blocks } = readPage(
    page(`<p>${PROSE}</p><p>A. PURPOSE</p><p>${PROSE}</p><p>B. ROLE OF THE BOARD</p><p>${PROSE}</p>`),
  );
  expect(blocks.filter(([kind]) => kind === 'heading').map(([, text]) => text)).toEqual([
    'A. PURPOSE',
    'B. ROLE OF THE BOARD',
  ]);
});
