import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTextBlock, type Article } from '../../src/article/article.ts';
import { textFragment } from '../../src/excerpt/textFragment.ts';
import type { Span } from '../../src/language/span.ts';
import { CHROMIUM, launchBrowser } from '../fixtures/browser.ts';
import { articleOf } from '../fixtures/article.ts';

/** Each visit is a page load and a picture, which a busy machine takes long for. */
const TIMEOUT_MS = 120_000;

/** A page with an article's blocks as paragraphs, each space and letter as wide as any other, and what is marked in red. */
function pageOf({ source, blocks }: Article): string {
  const paragraphs = blocks.map(
    ({ span }) =>
      `<p>${source
        .slice(...span)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Article</title>
    <style>body{margin:8px;font:16px/24px monospace;color:#000}p{margin:0}::target-text{background:#f00;color:#f00}</style>
    ${paragraphs.join('\n')}`;
}

/** Lists, for each character of the page's text, whether it stands on red: read off a picture of the page. */
const MARKED = `(async (picture) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return [...document.querySelectorAll('p')].map((paragraph) => {
    const text = paragraph.firstChild;
    return Array.from({ length: text.length }, (_, at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      if (width === 0) return ' ';
      const [red, green] = context.getImageData(Math.round(left + width / 2), Math.round(top + height - 2), 1, 1).data;
      return red > 200 && green < 60 ? 'x' : '.';
    }).join('');
  });
})`;

describe.skipIf(CHROMIUM === undefined)('textFragment in a browser', () => {
  let browser: Browser;
  let server: Server;
  let address: string;
  let shown: Article;
  let page: Page;
  let visits = 0;

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(shown));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1000, height: 420 } });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** Gives what the browser marks for a fragment, as a span of the source. */
  async function markedSpan(article: Article, fragment: string): Promise<Span | undefined> {
    shown = article;
    visits += 1;
    await page.goto(`${address}?${visits}${fragment}`);
    const picture = (await page.screenshot()).toString('base64');
    const rows: readonly string[] = await page.evaluate(`${MARKED}(${JSON.stringify(picture)})`);
    const places = rows.flatMap((row, block) =>
      Array.from(row).flatMap((sign, at) => (sign === 'x' ? [article.blocks[block]!.span[0] + at] : [])),
    );
    return places.length === 0 ? undefined : [places[0]!, places.at(-1)! + 1];
  }

  /** Whether a marked span is the passage, less or with the marks at its edges. */
  function expectMarked({ source }: Article, passage: Span, found: Span | undefined): void {
    expect(found).toBeDefined();
    const words = ([from, to]: Span): string =>
      source.slice(from, to).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    expect(words(found!)).toBe(words(passage));
    expect([found![0] >= passage[0] - 2, found![1] <= passage[1] + 2]).toEqual([true, true]);
  }

  const repeats = articleOf('rep', [
    ['title', 'Repeats — and “quotes”, dashes'],
    ['paragraph', 'The vote was carried.', 'The members rose.', 'The vote was carried.', 'Nobody spoke.'],
    ['paragraph', 'The vote was carried.', 'The members rose.', 'The vote was carried.', 'Everybody spoke.'],
    [
      'paragraph',
      'He said: “I won’t – not now, not ever!”',
      '(1,000 people heard it.)',
      'Co-operation isn’t co-operation; it’s re-entry.',
    ],
    ['paragraph', 'List item one, with a comma, and an & ampersand'],
    ['paragraph', 'List item two - with-hyphens - and 50% more'],
    ['paragraph', 'List item one, with a comma, and an & ampersand'],
    [
      'paragraph',
      'The vote was carried.',
      'The members rose.',
      'THE VOTE WAS CARRIED.',
      'E = mc² < 5 > 3 #hash ?query=1&a=2 100 % sure~ish.',
    ],
    ['paragraph', '“Stop!”'],
    ['paragraph', 'They went on.'],
    ['paragraph', '“Stop!”'],
    ['paragraph', 'They stopped.'],
  ]);

  test(
    'marks each sentence of an article that repeats itself, or says that it cannot',
    async () => {
      const sentences = repeats.blocks.flatMap((block) => (isTextBlock(block) ? block.sentences : []));
      const without = [];
      for (const sentence of sentences) {
        const fragment = textFragment(repeats, sentence);
        if (fragment === undefined) without.push(repeats.source.slice(...sentence));
        else expectMarked(repeats, sentence, await markedSpan(repeats, fragment));
      }
      expect(without).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    'marks random passages of random articles whose sentences repeat',
    async () => {
      const word = fc.constantFrom(
        'the',
        'vote',
        'was',
        'Carried',
        'rose',
        '“no',
        'use”',
        'don’t',
        '3.5',
        'a-b',
        'x,',
        '(and)',
        'Été',
      );
      const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `${words.join(' ')}.`);
      const pool = fc.array(sentence, { minLength: 2, maxLength: 4 });
      const article = pool
        .chain((sentences) =>
          fc.array(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }), {
            minLength: 2,
            maxLength: 6,
          }),
        )
        .map((paragraphs) =>
          articleOf(
            'random',
            paragraphs.map((sentences) => ['paragraph', ...sentences] as const),
          ),
        );
      let tried = 0;
      await fc.assert(
        fc.asyncProperty(article, fc.nat(), fc.nat(2), async (random, choice, more) => {
          const all = random.blocks.flatMap((block) => (isTextBlock(block) ? block.sentences : []));
          const first = choice % all.length;
          const span: Span = [all[first]![0], all[Math.min(all.length - 1, first + more)]![1]];
          const fragment = textFragment(random, span);
          fc.pre(fragment !== undefined);
          tried += 1;
          expectMarked(random, span, await markedSpan(random, fragment));
        }),
        { numRuns: 25 },
      );
      expect(tried).toBeGreaterThan(10);
    },
    TIMEOUT_MS,
  );
});
