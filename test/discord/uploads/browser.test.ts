import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { barriers, CHROMIUM, launchBrowser, openPage } from '../../fixtures/browser.ts';
import { WRITERS } from '../../fixtures/documents/oneDocument.ts';
import { startUploads, type UploadsInRoom } from './uploadsInRoom.ts';

const REPAINTED = 'The old lighthouse was repainted by nine sailors during the spring of last year.';
const FILE_MAX_BYTES = 10 * 1024 * 1024;

/** A file as it is given to the browser. */
interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function report(name: string, sentence = REPAINTED): GivenFile {
  const extension = name.slice(name.lastIndexOf('.'));
  const bytes = WRITERS[extension]!({
    title: 'The lighthouse report',
    blocks: [
      { kind: 'heading', text: 'Repairs' },
      { kind: 'text', text: sentence },
      { kind: 'heading', text: 'Costs' },
      { kind: 'text', text: 'The paint cost four thousand crowns, which the harbour board paid from its reserve.' },
    ],
  });
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

describe.skipIf(CHROMIUM === undefined)('documents in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  let bot: UploadsInRoom;
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bot = await startUploads();
    ({ context, page, complaints } = await openPage(browser, bot.room.address));
    page.setDefaultTimeout(20_000);
    await page.getByLabel('Message', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^\/ask/u }).waitFor();
  });
  afterEach(async () => {
    await context.close();
    await bot.close();
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  });

  const last = (): Locator => page.locator('.message').last();
  const said = async (words: string | RegExp): Promise<void> => {
    const found = last().getByText(words).first();
    await found.waitFor({ timeout: 60_000 }).catch(async () => {
      throw new Error(`"${String(words)}" is not in: ${await last().innerText()}`);
    });
  };
  const typed = async (line: string): Promise<void> => {
    await page.getByLabel('Message', { exact: true }).pressSequentially(line);
    await page.keyboard.press('Enter');
  };
  const choosing = async (file: GivenFile, open: () => Promise<unknown>): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
    await chooser.setFiles(file);
  };

  test('adds a Word file, cites it, replaces and removes it by mouse, and no other server sees it', async () => {
    const click = (name: string | RegExp): Promise<void> => last().getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Use a command' }).click();
    await page.getByRole('option', { name: /^\/sources/u }).click();
    await page.getByLabel('Add an option').click();
    await page.getByRole('option', { name: /^add/u }).click();
    await choosing(report('lighthouse.docx'), () => page.getByLabel('add', { exact: true }).click());
    expect(await page.getByLabel('add', { exact: true }).inputValue()).toBe('lighthouse.docx');
    await page.getByRole('button', { name: 'Send command' }).click();
    await said('This was read from lighthouse.docx.');
    for (const words of ['The lighthouse report', 'Repairs (¶1)', 'Only you can see this']) await said(words);
    expect(await barriers(page)).toEqual([]);
    await click('Edit details');
    await page.getByRole('textbox', { name: /^Authors/u }).fill('Ada Brown');
    await page.getByRole('button', { name: 'Submit' }).click();
    await said('Ada Brown');
    await click('Accept');
    await said(/is now among the articles/u);

    await typed('/ask Who repainted the lighthouse?');
    await said(/nine sailors/u);
    await said(/¶1/u);
    await page.getByRole('link', { name: 'lobby' }).click();
    await typed('/ask Who repainted the lighthouse?');
    await expect
      .poll(() => last().innerText(), { timeout: 60_000 })
      .toMatch(/^(?=[^]*\/ask)(?![^]*thinking)[^]*(?:found|appear|articles?|harbour)/u);
    await typed('/sources');
    await page.getByRole('button', { name: 'Send command' }).click();
    await said('harbour');
    expect(await page.locator('#messages').textContent()).not.toMatch(/report|sailors/iu);

    await page.getByRole('link', { name: 'general' }).click();
    await typed('/sources show:The lighthouse report');
    await said(/Members of this server have added it/u);
    await click('Replace it');
    const newer = report('newer.docx', REPAINTED.replace('nine', 'eleven'));
    await choosing(newer, () => page.getByRole('button', { name: 'Choose a file' }).click());
    await page.getByRole('button', { name: 'Remove newer.docx' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit' }).click();
    await said(/as a newer edition of/u);
    await said('eleven');
    await click('Accept the newer edition');
    await said(/has a newer edition now/u);
    await typed('/ask Who repainted the lighthouse?');
    await said(/eleven sailors/u);

    await typed('/sources remove:The lighthouse report');
    await click('Remove it');
    await said(/was removed from the articles/u);
    await typed('/sources');
    await page.getByRole('button', { name: 'Send command' }).click();
    await said('harbour');
    expect(await last().textContent()).not.toContain('lighthouse');
    expect(await bot.names()).toEqual(['harbour']);
  });

  test('does the same by keyboard, with a PDF whose page is cited', async () => {
    const press = async (name: string): Promise<void> => {
      await last().getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await page.getByLabel('Message', { exact: true }).pressSequentially('/sources add:');
    await choosing(report('lighthouse.pdf'), () => page.getByLabel('add', { exact: true }).press('Enter'));
    await expect.poll(() => page.getByLabel('add', { exact: true }).inputValue()).toBe('lighthouse.pdf');
    await page.keyboard.press('Enter');
    await said('This was read from lighthouse.pdf.');
    await press('Accept');
    await said(/is now among the articles/u);
    await typed('/ask Who repainted the lighthouse?');
    await said(/¶\d(?:\.\d)?, p\. 1/u);

    await typed('/sources upload:true');
    await page.getByRole('dialog', { name: 'Add a document' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Choose a file');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toBe('The document: choose a file.');
    const choose = page.getByRole('button', { name: 'Choose a file' });
    await choosing(report('newer.pdf', REPAINTED.replace('nine', 'eleven')), () => choose.press('Space'));
    await page.getByRole('button', { name: 'Submit' }).focus();
    await page.keyboard.press('Enter');
    await said('This was read from newer.pdf.');
    await last()
      .getByRole('button', { name: /newer edition of an article/u })
      .or(last().locator('.select-button'))
      .first()
      .press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said(/as a newer edition of/u);
    await press('Accept the newer edition');
    await said(/has a newer edition now/u);
    await typed('/sources remove:The lighthouse report');
    await said(/^Remove/u);
    await press('Remove it');
    await said(/was removed from the articles/u);
    expect(await bot.names()).toEqual(['harbour']);
  });

  test('attaches files to a message, of which one is added from its menu', async () => {
    const attach = page.getByRole('button', { name: 'Attach files' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), attach.press('Enter')]);
    await chooser.setFiles([report('lighthouse.docx'), report('other.docx', 'The pier was sold.'), report('third.md')]);
    await page.getByRole('button', { name: 'Remove third.md' }).click();
    await page.getByLabel('Message', { exact: true }).press('Enter');
    await last().getByText('other.docx').waitFor();
    expect(await last().textContent()).not.toContain('third.md');
    await last().locator('.author').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Add as source/u }).press('Enter');
    await said(/Which file of the message/u);
    await last().locator('.select-button').press('ArrowDown');
    await page.getByRole('option', { name: 'lighthouse.docx' }).click();
    await said('This was read from lighthouse.docx.');
  });

  test('adds the file of a message that was forwarded, by keyboard', async () => {
    await page.locator('.plain input[type=file]').setInputFiles([report('lighthouse.docx')]);
    await page.getByLabel('Message', { exact: true }).press('Enter');
    await last().getByText('lighthouse.docx').waitFor();
    await last()
      .getByRole('button', { name: /^More for the message/u })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Forward' }).press('Enter');
    const target = page.getByRole('menu', { name: 'Forward to' }).getByRole('menuitem', { name: 'briefing' });
    await target.press('Enter');
    await page.getByRole('link', { name: 'briefing' }).click();
    await last().getByText('Forwarded').waitFor();
    expect(await barriers(page)).toEqual([]);
    await last()
      .getByRole('button', { name: /^More for the message/u })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /^Add as source/u }).press('Enter');
    await said('This was read from lighthouse.docx.');
  });

  test('refuses files that Discord refuses, before they are sent', async () => {
    const attach = (files: readonly GivenFile[]): Promise<void> =>
      page.locator('.plain input[type=file]').setInputFiles([...files]);
    const tiny = (index: number): GivenFile => ({
      name: `${index}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from('a'),
    });
    await attach([{ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(FILE_MAX_BYTES + 1, 'a') }]);
    expect(await page.getByRole('alert').textContent()).toBe('large.txt is larger than 10 MB, and cannot be attached.');
    await attach(Array.from({ length: 11 }, (_, index) => tiny(index)));
    expect(await page.getByRole('alert').textContent()).toBe('At most 10 files can be attached.');
    expect(await page.locator('.attached li').count()).toBe(0);
    await attach(Array.from({ length: 10 }, (_, index) => tiny(index)));
    expect(await page.locator('.composer .attached li').count()).toBe(10);
    await page.getByLabel('Message', { exact: true }).press('Enter');
    await last().getByText('9.txt').waitFor();
  });
});
