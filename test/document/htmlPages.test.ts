import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_LIMITS } from '../../src/document/document.ts';
import { withoutBoxes } from '../../src/document/html/boxes.ts';
import { setLines } from '../../src/segment/lines/setLines.ts';
import { readHtml } from '../../src/document/html/readHtml.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';
import { withoutSurroundings } from '../../src/document/html/surroundings.ts';
import type { Fragment } from '../../src/segment/fragment.ts';
import { draftOf, problemsOf } from '../segment/draftOf.ts';

const PROSE =
  'The ferry has crossed the harbour since 1902, in every season and in almost every kind of weather that the coast knows.';

function readPage(body: string, { title = 'The ferry of Maren', head = '' } = {}) {
  const html = `<!DOCTYPE html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  const draft = draftOf(readHtml({ bytes: new Uint8Array(Buffer.from(html)), limits: DOCUMENT_LIMITS }));
  expect(problemsOf(draft)).toEqual([]);
  const blocks = draft.blocks.map((block) => [
    (block.kind === 'paragraph' ? block.role : undefined) ?? block.kind,
    draft.source.slice(...block.span),
  ]);
  return { draft, title: draft.metadata.title, blocks };
}

/** An article of four paragraphs with something between the second and the third. */
function article(between: string): string {
  const [one, two, three, four] = [1, 2, 3, 4].map((count) => `<p>${count}. ${PROSE}</p>`);
  return `<article><h1>The ferry of Maren</h1>${one}${two}${between}${three}${four}</article>`;
}

describe('boxes in a page', () => {
  test.each<readonly [what: string, box: string, word: string]>([
    [
      'a newsletter',
      '<div class="article__newsletter"><h2>Harbour mail</h2><p>News each Monday.</p></div>',
      'Harbour mail',
    ],
    ['a form to sign up, named in one word', '<div id="emailSignup">Let our news meet your inbox.</div>', 'inbox'],
    ['a path to the page', '<nav class="breadcrumb"><a href="/">Home</a> The ferry</nav>', 'Home'],
    ['stories beside', '<div class="related-stories"><p>A bridge for Maren</p></div>', 'bridge'],
    ['a menu', '<nav><a href="/a">Timetable</a> <a href="/b">Fares</a></nav>', 'Fares'],
  ])('are no part of its text: %s', (_what, box, word) => {
    expect(readPage(article(box)).draft.source).not.toContain(word);
  });

  test.each<readonly [what: string, part: string]>([
    ['a section about related work', '<div class="related-work"><p>Two boats were built before.</p></div>'],
    ['a post that is shown', '<div class="social-embed"><blockquote>The boat is full.</blockquote></div>'],
    ['a list of what the page holds', '<nav><a href="#a">Timetable</a> <a href="#b">Fares</a></nav>'],
    ['a heading', '<h2 id="share">Who has a share</h2>'],
    ['a text', `<div class="newsletter">${`<p>${PROSE}</p>`.repeat(8)}</div>`],
  ])('are told from %s', (_what, part) => {
    const parsed = parseHtml(`<body>${article(part)}</body>`);
    if (parsed.kind === 'invalid') throw new Error(parsed.message);
    const before = parsed.document.body?.textContent;
    withoutBoxes(parsed.document);
    expect(parsed.document.body?.textContent).toBe(before);
  });

  test('take no word of a paragraph with them, whatever they are called', () => {
    const names = fc.constantFrom('newsletter', 'share', 'promo', 'trending', 'related-posts', 'social', 'signup-box');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.nat(3)), { maxLength: 5 }), (boxes) => {
        const paragraphs = [0, 1, 2, 3].map(
          (at) =>
            `<p>${PROSE} It is number ${at}.</p>${boxes
              .filter(([, place]) => place === at)
              .map(([name]) => `<div class="${name}"><p>Look here</p></div>`)
              .join('')}`,
        );
        const { blocks } = readPage(`<article><h1>The ferry of Maren</h1>${paragraphs.join('')}</article>`);
        expect(blocks.filter(([kind]) => kind === 'paragraph').map(([, text]) => text)).toEqual(
          [0, 1, 2, 3].map((at) => `${PROSE} It is number ${at}.`),
        );
      }),
      { seed: 15, numRuns: 60 },
    );
  });
});

describe('what is around the text of a page', () => {
  test('is furniture above the title, however long the entries of a menu are', () => {
    const fragments: readonly Fragment[] = [
      { kind: 'paragraph', role: 'item', text: 'Tickets' },
      { kind: 'caption', text: 'The old boat.' },
      { kind: 'paragraph', role: 'item', text: `Fares: ${PROSE}` },
      { kind: 'heading', level: 2, text: 'The ferry of Maren' },
      { kind: 'paragraph', text: PROSE },
      { kind: 'paragraph', text: 'Notice of meeting', isLinked: true },
    ];
    const marked = withoutSurroundings(fragments, { title: 'The ferry of Maren', authors: [] });
    expect(marked.map(({ kind, role }) => role ?? kind)).toEqual([
      'furniture',
      'caption',
      'furniture',
      'paragraph',
      'paragraph',
    ]);
  });

  test('is nothing where text is above the heading that the page is called by', () => {
    const fragments: readonly Fragment[] = [
      { kind: 'paragraph', text: PROSE },
      { kind: 'heading', level: 2, text: 'The ferry of Maren' },
      { kind: 'paragraph', text: PROSE },
    ];
    expect(withoutSurroundings(fragments, { title: 'The ferry of Maren', authors: [] })).toEqual(fragments);
  });

  test('is furniture between paragraphs where it is only a link that nothing introduces', () => {
    const link = '<p><a href="/bridge">Maren will have a bridge within nine years</a></p>';
    expect(readPage(article(link)).blocks).toContainEqual(['furniture', 'Maren will have a bridge within nine years']);
    expect(readPage(article(`<p>Read what the council said:</p>${link}`)).blocks).toContainEqual([
      'paragraph',
      'Maren will have a bridge within nine years',
    ]);
  });

  test('is text where every other paragraph is a link, as in lists of notices', () => {
    const notices = [1, 2, 3, 4, 5].map(
      (at) => `<p><a href="/${at}.pdf">Meeting of the board on day ${at}</a></p><p>${at}. ${PROSE}</p>`,
    );
    expect(readPage(article(notices.join(''))).blocks).toContainEqual(['paragraph', 'Meeting of the board on day 3']);
  });

  test('is furniture at its end where it says who wrote it or who owns it', () => {
    const head = '<meta name="author" content="Jane Roe">';
    const body = `${article('')}<p>Jane Roe is a reporter for Harbour News.</p><p>This article was first published in 2019.</p>`;
    const { blocks } = readPage(`<main>${body}</main>`, { head });
    expect(blocks.slice(-2)).toEqual([
      ['furniture', 'Jane Roe is a reporter for Harbour News.'],
      ['furniture', 'This article was first published in 2019.'],
    ]);
  });
});

describe('headings of a page', () => {
  test('keep their levels, and stay where their words are in the title', () => {
    const body = `<article><p>${PROSE}</p><h1>News</h1><p>${PROSE}</p><h2>Maren</h2><p>${PROSE}</p><h2 id="share">Fares</h2><p>${PROSE}</p></article>`;
    const { draft } = readPage(body);
    expect(
      draft.blocks.flatMap((block) =>
        block.kind === 'heading' ? [[block.level, draft.source.slice(...block.span)]] : [],
      ),
    ).toEqual([
      [1, 'News'],
      [2, 'Maren'],
      [2, 'Fares'],
    ]);
  });

  test('may name what was on a day; a date alone is none', () => {
    const [notice, day] = ['Regular Board Meeting - December 12, 2023', 'Tuesday, December 12, 2023'];
    const { blocks } = readPage(article(`<h2>${notice}</h2><p>${PROSE}</p><h2>${day}</h2>`));
    expect(blocks).toContainEqual(['heading', notice]);
    expect(blocks).toContainEqual(['furniture', day]);
  });

  test('are lines in bold above the next line of their paragraph', () => {
    const { blocks } = readPage(article('<p><b>About the ferry</b><br>The ferry belongs to the town.</p>'));
    expect(blocks).toContainEqual(['heading', 'About the ferry']);
    expect(blocks).toContainEqual(['paragraph', 'The ferry belongs to the town.']);
  });

  test('name the page where its largest heading is the name of the site', () => {
    const body = `<header><h1>Harbour Manual</h1></header><main><h2>Fares<a href="#fares">#</a></h2><p>${PROSE}</p></main>`;
    expect(readPage(body, { title: 'Fares | Harbour Manual' }).title).toBe('Fares');
  });
});

describe('a deck', () => {
  const head = `<meta property="og:description" content="Nobody knows when the old boat will sail again.">`;
  test('is kept where it is what the page is described as, or called one', () => {
    const deck = '<p>Nobody knows when the old boat will sail again.</p>';
    const text = [1, 2, 3].map(() => `<p>${PROSE}</p>`).join('');
    const body = `<header><h1>The ferry of Maren</h1>${deck}</header><div><article>${text}</article></div>`;
    expect(readPage(body, { head }).blocks[1]).toEqual([
      'standfirst',
      'Nobody knows when the old boat will sail again.',
    ]);
  });

  test('is not taken from another text', () => {
    const teaser = '<div><h2>A bridge</h2><p class="dek">A bridge will be built at Maren within nine years.</p></div>';
    const body = `<header><h1>The ferry of Maren</h1>${teaser}</header><div><article>${`<p>${PROSE}</p>`.repeat(4)}</article></div>`;
    expect(readPage(body).blocks[1]?.[0]).not.toBe('standfirst');
  });
});

describe('texts of pictures in a page', () => {
  test.each<readonly [what: string, html: string, text: string]>([
    ['in italics below', '<div><img src="a.png"></div><div><em>Kate Henshaw</em></div>', 'Kate Henshaw'],
    [
      'with a name in brackets',
      '<p><img src="a.png"><br>The pier at low water. (Jane Roe)</p>',
      'The pier at low water. (Jane Roe)',
    ],
  ])('are captions: %s', (_what, html, text) => {
    expect(readPage(article(html)).blocks).toContainEqual(['caption', text]);
  });

  test('are there once where the page has them twice', () => {
    const figure = '<figure><figcaption>The old pier.</figcaption><figcaption>The old pier.</figcaption></figure>';
    expect(readPage(article(figure)).blocks.filter(([kind]) => kind === 'caption')).toHaveLength(1);
  });
});

describe('setLines', () => {
  test('keeps lines apart that were ended on purpose', () => {
    const dates = ['The dates of the tour:', 'June 9, at the harbour of Maren, West Side', 'June 10, in Rødvig'];
    expect(setLines(dates)).toEqual(dates);
    expect(readPage(article(`<p>${dates.join('<br>')}</p>`)).blocks).toContainEqual(['paragraph', dates[1]]);
  });

  test('parts no text that was only wrapped, at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 90 }), fc.integer({ min: 3, max: 8 }), (width, times) => {
        const lines = [''];
        for (const word of Array.from({ length: times }, () => PROSE)
          .join(' ')
          .split(' ')) {
          const last = lines.at(-1) ?? '';
          if (last.length + word.length + 1 > width) lines.push(word);
          else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
        }
        expect(setLines(lines)).toEqual([]);
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});

test('authors are names, without their accounts and the minutes that reading takes', () => {
  const head = '<meta name="author" content="Bryan Roe @BryanRoe Nov 18, 2019 at 9:24 pm • 2 min read">';
  expect(readPage(article(''), { head }).draft.metadata.author).toEqual(['Bryan Roe']);
});

describe('pointers to other pages, below a heading that calls them so', () => {
  const links: readonly Fragment[] = ['A bridge for Maren', 'Fares rise in May'].map((text) => ({
    kind: 'paragraph',
    role: 'item',
    text,
    isLinked: true,
  }));
  const prose = [1, 2, 3, 4].map((count): Fragment => ({ kind: 'paragraph', text: `${count}. ${PROSE}` }));

  test.each(['Related links', 'More news from Maren', 'Most read'])('are furniture with it: %s', (text) => {
    const fragments = [...prose, { kind: 'heading', level: 2, text } as const, ...links, ...prose];
    const marked = withoutSurroundings(fragments, { title: undefined, authors: [] });
    expect(marked.slice(4, 7).map(({ role }) => role)).toEqual(['furniture', 'furniture', 'furniture']);
  });

  test.each(['See also', 'Timetables'])('are of the text: %s', (text) => {
    const fragments = [...prose, { kind: 'heading', level: 2, text } as const, ...links, ...prose];
    expect(withoutSurroundings(fragments, { title: undefined, authors: [] })).toEqual(fragments);
  });
});

describe('a line above the text', () => {
  test.each<[string, boolean]>([
    ['Jane Roe Published Monday, November 18, 2019 8:22AM EST', true],
    ['Updated 3:15 pm, Nov. 18, 2019', true],
    ['Jane Roe crossed the harbour on November 18, 2019', false],
    ['In 2019', false],
  ])('that only names who wrote it and when is furniture: %j (%s)', (text, isFurniture) => {
    const fragments: Fragment[] = [text, PROSE, PROSE].map((each) => ({ kind: 'paragraph', text: each }));
    const [first] = withoutSurroundings(fragments, { title: undefined, authors: ['Jane Roe'] });
    expect(first?.role === 'furniture').toBe(isFurniture);
  });
});

describe('the beginnings of other texts', () => {
  const entry = (name: string): readonly Fragment[] => [
    { kind: 'heading', level: 2, text: name },
    { kind: 'paragraph', text: `${PROSE.slice(0, -1)} and […]` },
    { kind: 'heading', level: 3, text: 'READ THE REST' },
  ];
  const own: readonly Fragment[] = [
    { kind: 'paragraph', text: PROSE },
    { kind: 'paragraph', text: '(via the harbour)' },
  ];

  test('are furniture beside a text of its own', () => {
    const marked = withoutSurroundings([...own, ...entry('A bridge'), ...entry('A boat')], {
      title: undefined,
      authors: [],
    });
    expect(marked.map(({ role }) => role)).toEqual([undefined, undefined, ...Array<string>(6).fill('furniture')]);
  });

  test.each<[string, readonly Fragment[]]>([
    ['where the page is nothing else', [...entry('A bridge'), ...entry('A boat')]],
    ['where there is one, which may be of the text', [...own, ...entry('A bridge'), ...own]],
  ])('stay %s', (_, fragments) => {
    expect(withoutSurroundings(fragments, { title: undefined, authors: [] })).toEqual(fragments);
  });
});

test('a word set as a listing is part of its sentence, and a command is none', () => {
  const html = `<p>If it returns a</p><pre>200</pre><p>, all is well.</p><p>Cast off with this:</p><pre>cast off</pre><p>Then wait.</p>${`<p>${PROSE}</p>`.repeat(4)}`;
  const { blocks } = readPage(article(html));
  expect(blocks).toContainEqual(['paragraph', 'If it returns a 200, all is well.']);
  expect(blocks).toContainEqual(['code', 'cast off']);
});

test('what is said beside a picture alone in its box is under it, unless it is a sentence', () => {
  const box = (text: string): string => `<div class="pic"><a><img src="a.jpg"></a><p>${text}</p></div>`;
  const { blocks } = readPage(article(box('Oak barrels on the quay') + box('The barrels are of oak.')));
  expect(blocks).toContainEqual(['caption', 'Oak barrels on the quay']);
  expect(blocks).toContainEqual(['paragraph', 'The barrels are of oak.']);
});

test.each([
  ['BMAS - New fares in winter', 'www.bmas.de', 'New fares in winter'],
  ['New fares in win\u00ADter', 'www.bmas.de', 'New fares in winter'],
  ['Boats - New fares in winter', 'www.bmas.de', 'Boats - New fares in winter'],
])('the title of %j on %s is %j', (named, site, expected) => {
  const html = `<p>${PROSE}</p>`.repeat(4);
  expect(readPage(html, { title: named, head: `<meta property="og:site_name" content="${site}">` }).title).toBe(
    expected,
  );
});
