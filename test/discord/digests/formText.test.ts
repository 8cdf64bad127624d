import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, openApp } from '../../../src/app/app.ts';
import { writeArticle } from '../../../src/article/writeArticle.ts';
import type { CommandOptions, HeldDigest } from '../../../src/command/command.ts';
import { runCommand } from '../../../src/command/runCommand.ts';
import { type FormText, optionsOfForm, textOfDigest, textOfOptions } from '../../../src/discord/digests/formText.ts';
import { deleteSchedule, findSchedule } from '../../../src/schedule/schedules.ts';
import { lighthouse } from '../../fixtures/article.ts';
import { newOwnDatabase } from '../../fixtures/testStore.ts';

let folder: string;
let app: App;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'form-'));
  await writeArticle(folder, lighthouse, { extension: '.txt', bytes: Buffer.from(lighthouse.source) });
  const opened = await openApp({
    corpus: folder,
    database: await newOwnDatabase(),
    limits: { perServer: 25, minMinutes: 15 },
    clock: () => new Date('2026-12-01T10:00:00Z'),
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  ({ app } = opened);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const contextIn = (guild: string) =>
  app.contextFor({ guild, channel: '5', user: '1', manages: true, mentionsEveryone: true });
const find = async (guild: string, name: string) => findSchedule(await app.store(), { guild, name });

const whens = fc.constantFrom(
  'daily 9:00',
  'every 2 weeks on Friday 16:00',
  'first Monday of the month 10:00',
  'every weekday except Friday 9:00 and 17:30',
  'every year on 1 March 9:00',
  'every 4 hours between 8 and 20',
  'once tomorrow 09:00',
  '0 9 * * 1',
);
const saved = fc.record(
  {
    name: fc.string({ minLength: 1, maxLength: 50 }).filter((name) => name.trim() !== '' && !/\p{Cc}/u.test(name)),
    what: fc.constantFrom('sections', 'summary', 'events', 'on-this-day', 'quote'),
    when: whens,
    channel: fc.constantFrom('5', '6'),
    mention: fc.constantFrom('7', '8', '1'),
    zone: fc.constantFrom('Europe/Paris', 'America/New_York'),
    late: fc.integer({ min: 0, max: 168 }),
    length: fc.constantFrom('brief', 'full'),
  },
  { requiredKeys: ['name', 'what', 'when'] },
);

test('the form of a saved digest, saved as it is, leaves the digest as it was', async () => {
  const context = await contextIn('1');
  await fc.assert(
    fc.asyncProperty(saved, async (options) => {
      await runCommand('digest', { subcommand: 'create', ...options }, context);
      const before = (await find('1', options.name))!;
      const shown = textOfDigest(before);
      const given = optionsOfForm({ subcommand: 'edit', name: before.id }, { shown, typed: shown });
      expect(await runCommand('digest', given, context)).toMatchObject({ kind: 'schedules', done: 'unchanged' });
      expect(await find('1', options.name)).toEqual(before);
      await deleteSchedule(await app.store(), before.id);
    }),
    { numRuns: 40 },
  );
});

const typedForms: fc.Arbitrary<FormText> = fc.record({
  name: fc.oneof(fc.constantFrom('News', ' News ', ' ', 'x'.repeat(51)), fc.string({ maxLength: 60 })),
  what: fc.constantFrom('sections', 'summary', 'section', 'quote', ''),
  when: fc.oneof(whens, fc.constantFrom('every blue moon', 'every minute', ' '), fc.string({ maxLength: 40 })),
  channel: fc.constantFrom('', '5', '6'),
  mention: fc.constantFrom('', '7'),
});

test('what stands in a form saves what the same options save, or is answered by the same sentence, before and after', async () => {
  const [inForm, direct] = [await contextIn('2'), await contextIn('3')];
  await fc.assert(
    fc.asyncProperty(typedForms, async (typed) => {
      const options = optionsOfForm({ subcommand: 'create' }, { shown: textOfOptions({}), typed });
      const held: HeldDigest[] = [];
      const holdDigest = (digest: HeldDigest) => {
        held.push(digest);
        return { kind: 'notice', text: '' } as const;
      };
      const previewed = await runCommand('digest', options, { ...inForm, holdDigest });
      const filled = Object.entries(typed).filter(([, value]) => value !== '');
      const given: CommandOptions = { subcommand: 'create', ...Object.fromEntries(filled) };
      const answer = await runCommand('digest', given, direct);
      if (answer.kind === 'invalid') {
        expect(held).toEqual([]);
        expect(previewed).toEqual(answer);
        return;
      }
      expect(await find('2', typed.name)).toBeUndefined();
      expect((await runCommand('digest', options, inForm)).kind).toBe('schedules');
      const [{ id, guild: _, ...form }, { id: other, guild: __, ...same }] = [
        (await find('2', typed.name))!,
        (await find('3', typed.name))!,
      ];
      expect(form).toEqual(same);
      expect(form).toMatchObject({ name: held[0]!.name, rule: held[0]!.rule, content: held[0]!.content });
      for (const each of [id, other]) await deleteSchedule(await app.store(), each);
    }),
    { numRuns: 100 },
  );
});
