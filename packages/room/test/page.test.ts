import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startRoom, type Room } from '../src/room.ts';
import { barriers, CHROMIUM, launchBrowser, openPage } from '../../../test/fixtures/browser.ts';
import type { Bot } from './bot.ts';
import { startPageBot } from './pageBot.ts';

describe.skipIf(CHROMIUM === undefined)('the chat page in a browser', () => {
  let browser: Browser;
  let room: Room;
  let bot: Bot;
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  /** What the browser may complain about, since a test provokes it. */
  let provoked: RegExp | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    room = await startRoom({
      rateLimits: false,
      botName: 'rapporteur',
      examples: async () => ['/quote text:ferry'],
    });
    bot = await startPageBot(room);
    provoked = undefined;
    await open();
  });
  afterEach(async () => {
    await context.close();
    await bot.close();
    await room.close();
    const heard = [...complaints.filter((complaint) => !provoked?.test(complaint)), ...bot.errors];
    if (heard.length > 0) throw new Error(`The browser or the bot complained: ${heard.map(String).join('; ')}`);
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    await context?.close();
    ({ context, page, complaints } = await openPage(browser, room.address, options));
    await page.getByRole('button', { name: /^\/quote/ }).waitFor();
  }

  const last = () => page.locator('.message').last();
  async function use(line: string): Promise<void> {
    await page.getByLabel('Message', { exact: true }).fill(line);
    await page.keyboard.press('Enter');
  }

  test('quotes with a suggestion chosen by keyboard, then turns to the next match', async () => {
    await page.getByLabel('Message', { exact: true }).pressSequentially('/qu');
    await page.keyboard.press('Enter');
    await page.keyboard.type('seven');
    await page.getByRole('option', { name: 'The ferry' }).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: 'Her crew of seven' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('text', { exact: true }).inputValue()).toMatch(/^Her crew of seven/);
    await page.keyboard.press('Enter');
    await last().getByText('Her crew of seven').waitFor();
    expect(await last().locator('.above').textContent()).toBe('Mara used /quote');
    expect(await last().locator('.tag').textContent()).toBe('APP');

    const next = last().getByRole('button', { name: 'Next match' });
    await next.focus();
    await page.keyboard.press('Enter');
    await last().getByText('The council votes').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Next match');
    await expect.poll(() => page.locator('#announcer').textContent()).toContain(', edited: The council votes');
  });

  test('takes the name of an option that is typed before its value for no part of it', async () => {
    await page.getByLabel('Message', { exact: true }).pressSequentially('/quote ');
    await page.keyboard.type('text: seven: a crew');
    expect(await page.getByLabel('text', { exact: true }).inputValue()).toBe('seven: a crew');
  });

  test('adds an option, answers only the one who asked, and dismisses', async () => {
    await page.getByLabel('Message', { exact: true }).pressSequentially('/quote pier');
    await page.keyboard.press('Tab');
    await page.keyboard.type('hi');
    await page.keyboard.press('Tab');
    await page.keyboard.type('true');
    await page.keyboard.press('Enter');
    await last().getByText('Only you can see this').waitFor();
    await last().getByRole('button', { name: 'Dismiss message' }).click();
    expect(await page.locator('.message').count()).toBe(0);
  });

  test('says what is wrong with an option, and keeps what was typed', async () => {
    await use('/quote count:7 text:pier');
    expect(await page.getByRole('alert').textContent()).toBe('count must be at most 3.');
    expect(await page.getByLabel('count').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('count').fill('2');
    await page.keyboard.press('Enter');
    await last().getByText('The ferry').waitFor();
    await page.getByLabel('Message', { exact: true }).pressSequentially('/quote ');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toBe('text is required.');
  });

  test('shows that a bot thinks, and that it did not respond', async () => {
    await use('/show late');
    await last().getByText('rapporteur is thinking').waitFor();
    await use('Well?');
    await page.getByText('It took a while.', { exact: true }).waitFor();
    await use('/show silence');
    await page.getByText('Sending command').waitFor();
    room.advance(3000);
    await last().getByText('The application did not respond').waitFor();
    await use('/quote ferry');
    await last().getByRole('button', { name: 'Never answers' }).click();
    expect(await last().getByRole('button', { name: 'Never answers' }).getAttribute('aria-busy')).toBe('true');
    room.advance(3000);
    await last().getByText('The application did not respond').waitFor();
  });

  test('chooses from a select, fills a form, and opens a menu command by keyboard', async () => {
    await use('/show components');
    await last().getByRole('button', { name: 'Choose a sentence' }).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await last().getByText('Her crew of seven').waitFor();

    await use('/show form');
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.keyboard.type('Bring a coat');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit' }).click();
    await last().getByText('Noted: Bring a coat').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('message');

    await last()
      .getByRole('button', { name: /^More for/ })
      .focus();
    await page.keyboard.press('Enter');
    // "Forward" begins with it, too.
    await page.keyboard.press('f');
    await page.keyboard.press('f');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await last().getByText('Nearest to “Noted: Bring a coat”').waitFor();
    expect(await last().locator('.above').textContent()).toBe('Mara used Find in sources');
  });

  test.each([
    ['Escape', async () => page.keyboard.press('Escape')],
    ['a button', async () => page.getByRole('button', { name: 'Cancel' }).press('Enter')],
    ['being sent', async () => page.getByRole('button', { name: 'Submit' }).press('Enter')],
  ])('takes what is typed once a form is closed by %s', async (_, close) => {
    await use('/show form');
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.keyboard.type('Bring a coat');
    await close();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type('and a hat');
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('and a hat');
  });

  test('goes back to the button that opened a form, though its message has changed', async () => {
    await use('/show note');
    await last().getByRole('button', { name: 'Write a note' }).press('Enter');
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.keyboard.type('Bring a coat');
    await page.getByRole('button', { name: 'Submit' }).press('Enter');
    await last().getByText('Noted: Bring a coat').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Write a note');
  });

  test('begins a channel with the lines that the room has for it', async () => {
    await page.getByRole('button', { name: /^\/quote text: ferry/ }).press('Enter');
    expect(await page.getByLabel('text', { exact: true }).inputValue()).toBe('ferry');
    await page.keyboard.press('Enter');
    await last().getByText('The ferry').waitFor();
  });

  describe('loses no key when the server is slow', () => {
    /** Holds back the answer to the next POST whose address ends like this, until the returned function is called. */
    async function holdAnswer(path: string): Promise<() => Promise<void>> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const address = new RegExp(`${path}$`, 'u');
      await page.route(
        address,
        async (route) => {
          const response = await route.fetch();
          await promise;
          await route.fulfill({ response });
        },
        { times: 1 },
      );
      return async () => {
        const answered = page.waitForResponse(address);
        resolve();
        await (await answered).finished();
        // What the page does with the answer.
        await page.evaluate('new Promise((done) => setTimeout(done, 50))');
      };
    }

    async function refuse(address: RegExp): Promise<void> {
      provoked = /status of 403/u;
      await page.route(address, (route) => route.fulfill({ status: 403, json: { message: 'Not now' } }), { times: 1 });
    }

    test('to say that it took a command, while its answer is used', async () => {
      const release = await holdAnswer('/interactions');
      await use('/show components');
      await last().getByRole('button', { name: 'Choose a sentence' }).press('ArrowDown');
      await release();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await last().getByText('Her crew of seven').waitFor();
      expect(await page.getByRole('listbox').count()).toBe(0);
    });

    test('to suggest for a text that has changed since', async () => {
      const release = await holdAnswer(String.raw`/interactions\?wait=true`);
      const asked = page.waitForRequest(/\/interactions\?wait=true$/u);
      await page.getByLabel('Message', { exact: true }).pressSequentially('/qu');
      await page.keyboard.press('Enter');
      await asked;
      // In no word of the first sentence: the answer to this text may be there by then, and does not offer it.
      await page.keyboard.type('k');
      await release();
      expect(await page.getByRole('option', { name: 'The ferry' }).count()).toBe(0);
      await page.keyboard.type('eeps');
      await page.getByRole('option', { name: 'Her crew of seven' }).waitFor();
    });

    test('to suggest, while the list that is on its way is closed', async () => {
      const release = await holdAnswer(String.raw`/interactions\?wait=true`);
      const asked = page.waitForRequest(/\/interactions\?wait=true$/u);
      await page.getByLabel('Message', { exact: true }).pressSequentially('/quote pier');
      await asked;
      await page.keyboard.press('Escape');
      await release();
      expect(await page.getByLabel('text', { exact: true }).inputValue()).toBe('pier');
      await page.keyboard.press('Enter');
      await last().getByText('The ferry').waitFor();
    });

    test('to refuse a command, which comes back with what was typed', async () => {
      await refuse(/\/interactions$/u);
      await use('/quote pier');
      await page.getByText('Not now').waitFor();
      expect(await page.getByLabel('text', { exact: true }).inputValue()).toBe('pier');
      await page.keyboard.press('Enter');
      await last().getByText('The ferry').waitFor();
    });

    test('to say that it took a message, while the next one is typed', async () => {
      const release = await holdAnswer('/messages');
      await use('One');
      await last().getByText('One').waitFor();
      await page.keyboard.type('Tw');
      await release();
      await page.keyboard.type('o');
      await page.keyboard.press('Enter');
      await last().getByText('Two').waitFor();
      expect(await page.locator('.message').allTextContents()).toHaveLength(2);
    });

    test('to refuse a message, which comes back', async () => {
      await refuse(/\/messages$/u);
      await use('One');
      await page.getByText('Not now').waitFor();
      expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('One');
    });

    test('to say that a form was answered, once its answer is there', async () => {
      await page.addInitScript(`
        const add = EventSource.prototype.addEventListener;
        EventSource.prototype.addEventListener = function (name, listener) {
          add.call(this, name, (event) => {
            const late = name === 'interaction' && /"state":"answered","callback":4/.test(event.data);
            setTimeout(() => listener(event), late ? 3000 : 0);
          });
        };
      `);
      await page.reload();
      await page.getByRole('button', { name: /^\/quote/ }).waitFor();
      await use('/show form');
      await page.getByRole('dialog', { name: 'A note' }).waitFor();
      await page.keyboard.type('Bring a coat');
      await page.getByRole('button', { name: 'Submit' }).click();
      await last().getByText('Noted: Bring a coat').waitFor();
      await last()
        .getByRole('button', { name: /^More for/ })
        .focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('f');
      await page.keyboard.press('f');
      await page.keyboard.press('Enter');
      await last().getByText('Nearest to “Noted: Bring a coat”').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

  test('writes, mentions and edits messages; another member sees them but no ephemeral answer', async () => {
    await use('/quote pier hide:true');
    await last().getByText('Only you can see this').waitFor();
    await use('@rap');
    await page.keyboard.type('and <b>you</b>');
    await page.keyboard.press('Enter');
    await last().getByText('@rapporteur and <b>you</b>').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByLabel('Edit message').fill('Changed');
    await page.keyboard.press('Enter');
    await last().getByText('Changed (edited)').waitFor();

    await page.getByRole('button', { name: /You are Mara/ }).click();
    await page.getByRole('menuitemradio', { name: /Robin/ }).click();
    await page.getByRole('button', { name: /You are Robin/ }).waitFor();
    await last().getByText('Changed (edited)').waitFor();
    expect(await page.locator('.message').count()).toBe(1);
    await page.getByLabel('Message', { exact: true }).pressSequentially('/');
    expect(await page.getByRole('option', { name: '/manage' }).count()).toBe(0);
  });

  test('opens the channel that the address names', async () => {
    await page.getByRole('link', { name: 'rapporteur' }).click();
    await page.getByRole('heading', { name: 'Your conversation with rapporteur' }).waitFor();
    await use('Hello');
    await last().getByText('Hello').waitFor();
    await page.reload();
    await last().getByText('Hello').waitFor();
    expect(await page.title()).toBe('@rapporteur · rapporteur');
  });

  test('starts a post in a forum, and answers a message in it', async () => {
    await page.getByRole('link', { name: /^questions/ }).click();
    await page.getByLabel('Title').fill('Which pier?');
    await page.getByRole('textbox', { name: 'Message' }).fill('The old or the new one?');
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByRole('heading', { name: 'Which pier?', level: 1 }).waitFor();
    await last().getByText('The old or the new one?').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Reply' }).press('Enter');
    await page.keyboard.type('The new one');
    await page.keyboard.press('Enter');
    await last().locator('.above').getByText('The old or the new one?').waitFor();
    expect(await last().locator('.text').textContent()).toBe('The new one');
  });

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no accessibility violation in either theme, %s by the system and %i wide', async (scheme, width) => {
    await open({ colorScheme: scheme, viewport: { width, height: 800 } });
    for (const [kind, text] of [
      ['markdown', 'Heading one'],
      ['components', 'All components'],
      ['embed', 'An embed'],
    ]) {
      await use(`/show ${kind}`);
      await last().getByText(text!).waitFor();
    }
    await use('/quote pier hide:true');
    await last().getByText('Only you can see this').waitFor();
    await use('A message for #general from a person');
    await last().getByText('A message').waitFor();
    await page.getByLabel('Message', { exact: true }).fill('/quote ');
    await page.getByRole('option').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /Use the (?:light|dark) theme/ }).click();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const beyond = await page.evaluate(
      `[...document.querySelectorAll('.message :is(.select, .row, .text)')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.textContent)`,
    );
    expect(beyond).toEqual([]);
    if (width > 760) return;
    await page.getByRole('button', { name: 'Channels' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('open-sidebar');
  });
});
