import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../src/reader/serveReader.ts';
import { lighthouse } from '../fixtures/article.ts';
import { arrests } from '../fixtures/eventArticles.ts';
import { barriers, CHROMIUM, DESKTOP, launchBrowser, openPage } from '../fixtures/browser.ts';

const NARROW = { width: 320, height: 640 };

describe.skipIf(CHROMIUM === undefined)('the reader in a browser', () => {
  let browser: Browser;
  let server: Server;
  let address: string;
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    const reader = createReader(() => ({
      articles: new Map([lighthouse, arrests].map((article) => [article.id, article])),
    }));
    server = createServer((request, response) => {
      void reader(request, response).then((answered) => answered || response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/read/`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  afterEach(async () => {
    await context.close();
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
    ({ context, page, complaints } = await openPage(browser, address + path, { reducedMotion: 'reduce', ...options }));
  }

  /** Lists the passages and sentences whose background differs from the page's. */
  const marked = (): Promise<readonly string[]> =>
    page.evaluate(
      `[...document.querySelectorAll('.passage, .sentence')]
        .filter((element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .map(({ id }) => id)`,
    );

  const SINGLE = [
    ['p2', ['p2']],
    ['p2.2', ['p2.2']],
    ['fig1', ['fig1']],
    ['standfirst', ['standfirst']],
    ['standfirst.2', ['standfirst.2']],
  ] as const;

  test.each([
    ...SINGLE,
    ['p1-2', ['p1', 'p2']],
    ['p2.1-2', ['p2.1', 'p2.2']],
    ['p3-99999999', ['p3', 'p4']],
    ['p3-1', []],
    ['nowhere', []],
  ] as const)('marks #%s, and nothing else', async (name, ids) => {
    await open(`lighthouse#${name}`);
    expect(await marked()).toEqual(ids);
    if (ids.length === 0) return;
    const { y, height } = (await page.locator(`[id="${ids[0]}"]`).boundingBox())!;
    expect([y < DESKTOP.height, y + height > 0]).toEqual([true, true]);
  });

  test.each(SINGLE)('marks #%s without its script, too', async (name, ids) => {
    await open(`lighthouse#${name}`, { javaScriptEnabled: false });
    expect(await marked()).toEqual(ids);
    expect(await page.locator('.tools:visible').count()).toBe(0);
  });

  test('moves the mark with the address', async () => {
    await open('lighthouse#p1-2');
    await page.getByRole('link', { name: 'Paragraph 3' }).click();
    await expect.poll(marked).toEqual(['p3']);
    await page.goBack();
    await expect.poll(marked).toEqual(['p1', 'p2']);
  });

  test('leads by keyboard through the outline, paragraph numbers and copy buttons', async () => {
    await open('lighthouse');
    const reached: string[] = [];
    for (let steps = 0; steps < 30; steps += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent'));
      if (reached.at(-1) === 'Copy citation ¶4') break;
    }
    expect(reached).toEqual([
      'All articles',
      '', // the field for finding in the text
      'Beginning',
      'A rock nobody wanted',
      'What comes next',
      'Original',
      'Paragraph 1',
      'Copy quote ¶1',
      'Copy citation ¶1',
      'Fig. 1',
      'Copy quote Fig. 1',
      'Copy citation Fig. 1',
      'Paragraph 2',
      'Copy quote ¶2',
      'Copy citation ¶2',
      'Paragraph 3',
      'Copy quote ¶3',
      'Copy citation ¶3',
      'Paragraph 4',
      'Copy quote ¶4',
      'Copy citation ¶4',
    ]);
    await expect.poll(() => page.evaluate('getComputedStyle(document.activeElement.parentElement).opacity')).toBe('1');
  });

  test.each([DESKTOP, NARROW])('leads from one picture of the timeline to the passage, at %j', async (viewport) => {
    await open('arrests#timeline', { viewport });
    const links = page.locator('.timeline a:visible');
    expect(await links.count()).toBe(25);
    await links.first().press('Enter');
    await expect.poll(marked).toEqual(['p24.1']);
  });

  test('copies the quote and the citation with a link that leads back', async () => {
    await open('lighthouse', { permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = async (name: string): Promise<string> => {
      await page.getByRole('button', { name }).press('Enter');
      await page.getByRole('status').getByText('copied').waitFor();
      return page.evaluate('navigator.clipboard.readText()');
    };
    const link = `${address}lighthouse?edition=${lighthouse.edition.slice(0, 8)}#p3`;
    expect(await copied('Copy quote ¶3')).toBe(
      `“Two ships ran aground there before the lamp was built.”\n— Ida Brandt, “The Last Keeper of Skarn Rock”, The Coast Review, 2 June 2024, lighthouse/¶3@${lighthouse.edition.slice(0, 8)}\n${link}`,
    );
    expect(await copied('Copy citation ¶3')).toMatch(
      /^\(Brandt, 2024, para\. 3\)\nBrandt, I\. \(2024, June 2\)\. .+\n\S+#p3$/u,
    );
  });

  test('copies the sentence that the address cites, with its citation', async () => {
    await open('lighthouse#p2.2', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy quote ¶2' }).press('Enter');
    await page.getByRole('status').getByText('copied').waitFor();
    const edition = lighthouse.edition.slice(0, 8);
    const sentence = await page.locator('[id="p2.2"]').textContent();
    const copied: string = await page.evaluate('navigator.clipboard.readText()');
    expect(copied.startsWith(`“${sentence}”\n— Ida Brandt`)).toBe(true);
    expect(copied).toContain(`lighthouse/¶2.2@${edition}\n${address}lighthouse?edition=${edition}#p2.2`);
  });

  test.each([
    ['p99', 'This edition has no passage p99, which the link names.'],
    ['p2-99', 'This edition does not have all the passages that the link names (p2-99); the others are marked.'],
  ])('says that a passage is missing: %s', async (fragment, sentence) => {
    await open(`lighthouse?edition=${lighthouse.edition.slice(0, 8)}#${fragment}`);
    await expect.poll(notice).toBe(sentence);
    await page.evaluate("location.hash = 'p2'");
    await expect.poll(notice).toBe('');
  });

  test('finds words in the text, and goes from one place to the next', async () => {
    await open('lighthouse');
    await page.getByLabel('Find in text').fill('LAMP WAS');
    await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(0);
    await page.getByLabel('Find in text').press('Enter');
    await expect.poll(() => page.locator('.find .count').textContent()).toMatch(/^1 of \d+$/u);
    await page.getByLabel('Find in text').fill('no such words');
    await expect.poll(() => page.locator('.find .count').textContent()).toBe('Not found');
  });

  const notice = (): Promise<string> =>
    page
      .locator('.notice:visible')
      .allTextContents()
      .then((texts) => texts.join(''));

  test('says of a link to a passage that it names no edition, and of no other', async () => {
    const hash = lighthouse.edition.slice(0, 8);
    await open('lighthouse#p2');
    expect(await notice()).toBe(`This link names no edition; this is the present one, ${hash}.`);
    await context.close();
    await open(`lighthouse?edition=${hash}#p2`);
    expect(await notice()).toBe('');
    await context.close();
    await open('lighthouse');
    await page.getByRole('link', { name: 'Paragraph 3' }).click();
    await expect.poll(() => page.url()).toContain(`lighthouse?edition=${hash}#p3`);
    expect(await notice()).toBe('');
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each([
      ['', DESKTOP],
      ['lighthouse#p2', DESKTOP],
      ['lighthouse#p1-2', NARROW],
      ['lighthouse#fig1', NARROW],
      ['arrests#timeline', DESKTOP],
      ['arrests#timeline', NARROW],
    ])('has no barrier at "%s"', async (path, viewport) => {
      await open(path, { colorScheme, viewport });
      expect(await barriers(page)).toEqual([]);
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(tooWide)).toBe(0);
    });
  });
});
