import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetServers } from '../../../src/discord/gateway/forgetServers.ts';
import { KEPT_AFTER_LEAVING_MS, noteLeft, noteMember } from '../../../src/settings/memberships.ts';
import { startUploads, textFile, type UploadsInRoom } from './uploadsInRoom.ts';

const LEFT = Date.parse('2026-06-01T12:00:00Z');
const LIGHTHOUSE = textFile('lighthouse.txt', 'The lighthouse\n\nThe old lighthouse was repainted by nine sailors.\n');

let bot: UploadsInRoom;
let id: string;

beforeEach(async () => {
  bot = await startUploads({ access: { harbour: ['everyone'] } });
  id = await bot.accept(LIGHTHOUSE);
  const { application_id: application, guild_id: guild } = bot.info;
  await noteMember(await bot.app.store(), { application, guild });
  await noteLeft(await bot.app.store(), { application, guild, now: LEFT });
});
afterEach(() => bot.close());

/** Forgets what is due some time after the bot was removed. */
async function after(ms: number): Promise<void> {
  const application = bot.info.application_id;
  await forgetServers(bot.app, { application, now: LEFT + ms, log: pino({ level: 'silent' }) });
}

const grants = async (): Promise<unknown> => JSON.parse(await readFile(join(bot.corpus, 'access.json'), 'utf8'));

test('the articles that a server added are deleted 30 days after it removed the bot, and no others', async () => {
  await after(KEPT_AFTER_LEAVING_MS - 1);
  expect(await bot.names()).toContain(id);
  await after(KEPT_AFTER_LEAVING_MS);
  expect(await bot.names()).toEqual(['access.json', 'harbour']);
  expect(await grants()).toEqual({ harbour: ['everyone'] });
  expect([...bot.app.library().articles.keys()]).toEqual(['harbour']);
});

test('they are kept if the bot is invited again before', async () => {
  const { application_id: application, guild_id: guild } = bot.info;
  await noteMember(await bot.app.store(), { application, guild });
  await after(2 * KEPT_AFTER_LEAVING_MS);
  expect(await bot.names()).toContain(id);
});

test('what cannot be deleted then is deleted later', async () => {
  const file = join(bot.corpus, 'access.json');
  const before = await readFile(file, 'utf8');
  await writeFile(file, '{');
  await after(KEPT_AFTER_LEAVING_MS);
  expect(await bot.names()).toContain(id);
  await writeFile(file, before);
  await after(KEPT_AFTER_LEAVING_MS + 1);
  expect(await bot.names()).toEqual(['access.json', 'harbour']);
});
