import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lighthouse } from '../fixtures/article.ts';
import { barriers, CHROMIUM, launchBrowser, openPage } from '../fixtures/browser.ts';
import { startBotInRoom, type BotInRoom } from './botInRoom.ts';

/** Commands, what is typed after their names, and what answers them. */
type Lines = readonly (readonly [command: string, options: string, answer: RegExp])[];

const ASKED: Lines = [
  ['ask', 'When was Skarn Rock bought?', /40 crowns in 1931/u],
  ['quote', 'bidder', /No other bidder came/u],
  ['quote', 'bidder hide:true', /Only you can see this/u],
  ['verify', 'No other bidder came.', /exact/iu],
  ['summary', '', /lamp/u],
  ['event', '', /events? (?:was|were)|2021/u],
  ['section', '', /A rock nobody wanted/u],
  ['cite', '2.1', /Skarn Rock was bought/u],
  ['sources', '', /The Last Keeper of Skarn Rock/u],
  ['help', '', /Asking/u],
  ['settings show', '', /For the whole server/u],
  ['settings set', 'Time zone of digests value:Europe/Berlin', /Europe\/Berlin/u],
];
const DIGESTS: Lines = [
  ['digest list', '', /Weekly/u],
  ['digest show', 'Weekly', /Monday/u],
  ['digest preview', 'Weekly', /lamp/u],
  ['digest pause', 'Weekly', /paused/iu],
  ['digest resume', 'Weekly', /resumed|Next/iu],
  ['digest run', 'Weekly', /post/iu],
  ['digest history', 'Weekly', /Weekly/u],
];
/** The commands in the menu of a message, by the letter that leads to each, and what answers them. */
const MENUS = [
  ['Check quotes', 'c', 'c', /No other bidder came/u],
  ['Find in sources', 'f', 'f', /bidder/u],
  ['Add as source', 'a', '', /read from keeper\.txt/u],
] as const;
/** More controls than there are between the message field and any other. */
const MOST_TABS = 60;

describe.skipIf(CHROMIUM === undefined)('by keyboard alone', { timeout: 60_000 }, () => {
  let bot: BotInRoom;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    bot = await startBotInRoom([lighthouse], { reader: 'room', posts: true, uploads: {} });
    await bot.app.ready;
    browser = await launchBrowser();
    ({ context, page, complaints } = await openPage(browser, bot.room.address));
    await page.locator('.example').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
    await bot.close();
  });

  const last = (): Locator => page.locator('.message').last();
  async function said(answer: RegExp): Promise<void> {
    await expect.poll(() => last().innerText(), { timeout: 15_000 }).toMatch(answer);
  }
  const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
  const name = (): Promise<string> =>
    page.evaluate('document.activeElement.ariaLabel || document.activeElement.textContent');

  /** Goes back from the message field until a control with such a name has the focus. */
  async function reach(wanted: RegExp): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await page.keyboard.press('Shift+Tab');
      if (wanted.test(await name())) return;
    }
    throw new Error(`No control ${String(wanted)} before the message field`);
  }
  /** Goes on until the message field has the focus. */
  async function goBack(): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS && (await focused()) !== 'message'; tabs += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('message');
  }
  async function isAnswered([command, options, answer]: Lines[number]): Promise<void> {
    expect(await focused()).toBe('message');
    await page.keyboard.type(`/${command} ${options}`);
    await page.keyboard.press('Enter');
    await last()
      .locator('.above', { hasText: `/${command}` })
      .waitFor();
    await said(answer);
  }

  test.each(ASKED)(
    '/%s %s is typed, sent and answered, and the focus is back in the message field',
    async (...line) => {
      await isAnswered(line);
      expect(await focused()).toBe('message');
    },
  );

  test('a digest is made in its form, and kept', async () => {
    await page.keyboard.type('/digest create ');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New digest' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('Weekly');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('every Monday at 9:00');
    await page.keyboard.press('Enter');
    await last().getByRole('button', { name: 'Save' }).waitFor();
    await goBack();
    await reach(/^Save$/u);
    await page.keyboard.press('Enter');
    await said(/Digest scheduled\./u);
    await goBack();
  });

  test.each(DIGESTS)('/%s %s is typed, sent and answered', async (...line) => {
    await isAnswered(line);
    expect(await focused()).toBe('message');
  });

  test('a digest is changed in its form, and deleted after a question', async () => {
    await page.keyboard.type('/digest edit Weekly');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await goBack();
    await isAnswered(['digest delete', 'Weekly', /Delete/u]);
    await reach(/^Delete$/u);
    await page.keyboard.press('Enter');
    await said(/deleted/iu);
    expect(await page.getByRole('button', { name: 'Delete', exact: true }).count()).toBe(0);
    await goBack();
  });

  test.each(MENUS)('%s is chosen in the menu of a message', async (command, letter, again, answer) => {
    const before = await page.locator('.message').count();
    await page.keyboard.type('It says “No other bidder came.”');
    const chosen = page.waitForEvent('filechooser');
    await reach(/^Attach files$/u);
    await page.keyboard.press('Enter');
    const text = 'The tower was sold to a family from the mainland. They paid nine thousand crowns for it.';
    await (await chosen).setFiles({ name: 'keeper.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await goBack();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.message').count()).toBe(before + 1);
    await last().getByText('keeper.txt').waitFor();
    await reach(/^More for/u);
    await page.keyboard.press('Enter');
    await page.keyboard.type(letter + again);
    await page.keyboard.press('Enter');
    await last().locator('.above', { hasText: command }).waitFor();
    await said(answer);
    await goBack();
  });

  test('leaves out no command', () => {
    const typed = [...ASKED, ...DIGESTS].map(([command]) => command.replace(/ .*/u, ''));
    const used = new Set<string>([...typed, ...MENUS.map(([command]) => command)]);
    expect(used).toEqual(new Set(bot.app.commands.keys()));
  });

  test('has no barrier in either theme, whatever was answered', async () => {
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /Use the (?:light|dark) theme/u }).press('Enter');
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
