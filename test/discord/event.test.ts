import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { EXPORT_CHOICES } from '../../src/reply/export/exportChoices.ts';
import { arrests, quakes } from '../fixtures/eventArticles.ts';
import { type Answered, interact } from 'discord-room/member';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

const EPHEMERAL = 64;
const READER = 'https://briefs.example';

let bot: BotInRoom;

beforeAll(async () => {
  bot = await startBotInRoom([arrests, quakes], { reader: READER });
});
afterAll(() => bot.close());

/** What the buttons of a message say, in order. */
const buttonsOf = (answered: Answered): readonly string[] =>
  componentsOf(answered).flatMap(({ type, label, disabled }) =>
    type === 2 && label !== undefined && disabled !== true ? [label] : [],
  );
/** The days of the events on a page, in its order. */
const daysOn = (answered: Answered): readonly string[] =>
  Array.from(textOf(answered).matchAll(/^\*\*(.+?)\*\*: /gmu), ([, day]) => day!).filter((day) => /\d{4}$/u.test(day));
const isHidden = ({ body }: Answered): boolean => (body.message.flags & EPHEMERAL) !== 0;

/** Downloads the one file of a message, as a person would. */
async function fileOf(answered: Answered): Promise<{ name: string; type: string; text: string }> {
  const [attachment, ...others] = answered.body.message.attachments;
  expect(others).toEqual([]);
  const shown = componentsOf(answered).flatMap(({ file }) => file?.url ?? []);
  expect(shown).toEqual([attachment.url]);
  const response = await fetch(attachment.url);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${attachment.filename}"`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes).toHaveLength(attachment.size);
  return { name: attachment.filename, type: attachment.content_type, text: bytes.toString() };
}

/** Turns to the last page, and gives the days of all of them in order. */
async function turnThrough(first: Answered): Promise<{ readonly last: Answered; readonly days: readonly string[] }> {
  let last = first;
  const days = [...daysOn(first)];
  for (let pages = 1; buttonsOf(last).includes('Next page'); pages += 1) {
    expect(pages).toBeLessThan(20);
    last = await bot.press(last, /^Next page$/u);
    days.push(...daysOn(last));
  }
  return { last, days };
}

describe('a timeline in the room', () => {
  test('is in order of dates over all pages, of several articles, the undated last', async () => {
    const first = await bot.use('event', {});
    const { last, days } = await turnThrough(first);
    expect(days).toHaveLength(27);
    const times = days.map((day) => Date.parse(day.replace(/^Summer/u, '1 June')));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(textOf(last)).toContain('**No date found**');
    expect(buttonsOf(last).join('\n')).toMatch(/^Page (\d+) of \1$/mu);
  });

  test('can be put in the order of the source and back, which pages and other options keep', async () => {
    const asked = { about: 'arrests', from: '2022', article: 'arrests' };
    const expected = (await turnThrough(await bot.use('event', asked))).days;
    const byDate = await bot.use('event', asked);
    const { last, days } = await turnThrough(await bot.press(byDate, /^As the source tells it$/u));
    expect(days).toHaveLength(16);
    expect(days[0]).toBe('28 March 2023');
    expect([...days].sort()).toEqual([...expected].sort());
    expect(days).not.toEqual(expected);
    expect(textOf(last)).toContain('**From:** 2022');
    const back = await bot.press(last, /^By date$/u);
    expect(daysOn(back)).toEqual(daysOn(byDate));
  });

  test('leads from its select to a passage', async () => {
    const timeline = await bot.use('event', { about: 'arrests' });
    const chosen = await bot.choose(timeline, /arrested 24 members/u);
    expect(textOf(chosen)).toContain('Police arrested 24 members');
  });

  test('exports all of its events as a file, from any page, only to the user', async () => {
    const { last } = await turnThrough(await bot.use('event', { order: 'text', article: 'arrests' }));
    const given = await bot.choose(last, /^Export as JSON/u);
    expect([isHidden(given), isHidden(last)]).toEqual([true, false]);
    const { name, text } = await fileOf(given);
    expect(name).toBe('arrests-events.json');
    const answer = answerSchema.parse(JSON.parse(text));
    if (answer.kind !== 'events') throw new Error(answer.kind);
    expect(answer.events).toHaveLength(26);
    expect(answer.events[0]!.date?.edtf).toBe('2023-03-28');
    expect(textOf(given)).toContain('26 events as JSON.');
  });

  test('exports what was asked with words that are too long for a button', async () => {
    const who = 'the Grey Ledger gang';
    const about = `arrests of members ${'of the gang '.repeat(9)}`.trim();
    const timeline = await bot.use('event', { about, who, from: '2022-01-01', to: 'March 2022' });
    const given = await bot.choose(timeline, /^Export as Table/u);
    expect((await fileOf(given)).text.trim().split('\r\n')).toHaveLength(9);
  });
});

describe('the number of a page', () => {
  test('asks for another one, and the message turns to it', async () => {
    const submit = async (shown: Answered, value: string): Promise<Answered> => {
      const number = componentsOf(shown).find(({ label }) => /^Page \d+ of/u.test(label ?? ''))!;
      const opened = await bot.press(shown, /^Page \d+ of/u);
      expect(opened.body).toMatchObject({ type: 9, modal: { custom_id: number.custom_id } });
      return interact(bot.room, bot.info.members[0]!, {
        type: 5,
        data: {
          custom_id: number.custom_id,
          components: [{ type: 18, component: { type: 4, custom_id: 'page', value } }],
        },
      });
    };
    const second = await submit(await bot.use('event', {}), '2');
    expect(buttonsOf(second).join('\n')).toMatch(/^Page 2 of/mu);
    const last = await submit(second, '99999');
    expect(buttonsOf(last).join('\n')).toMatch(/^Page (\d+) of \1$/mu);
    const wrong = await submit(last, 'two');
    expect([isHidden(wrong), textOf(wrong)]).toEqual([true, 'That is not the number of a page.']);
  });
});

describe('a file of events in the room', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8', 'Police arrested 2 members'],
    ['ics', 'text/calendar; charset=utf-8', 'DTSTART;VALUE=DATE:20230328'],
    ['json', 'application/json', '"2023-03-28"'],
    ['markdown', 'text/markdown; charset=utf-8', '> Police arrested 2 members'],
  ])('can be had as %s', async (format, type, holds) => {
    const given = await bot.use('event', { article: 'arrests', export: format });
    expect(isHidden(given)).toBe(false);
    const file = await fileOf(given);
    expect(file.type).toBe(type);
    expect(file.text).toContain(holds);
  });

  test('says how many events it does not hold, or that it would hold none', async () => {
    const some = await bot.use('event', { article: 'arrests', export: 'ics' });
    expect(textOf(some)).toContain('24 events as a calendar.\n2 without a full date are not in the file.');
    const none = await bot.use('event', { about: 'treaty', export: 'ics' });
    expect(textOf(none)).toContain('The event has no full date, which a calendar needs');
    expect(none.body.message.attachments).toEqual([]);
    expect((await fileOf(await bot.choose(none, /^Export as Markdown/u))).text).toContain('signed a treaty');
  });

  test('stays with the hidden message until it is posted in the channel', async () => {
    const hidden = await bot.use('event', { article: 'quakes', export: 'csv', hide: true });
    const posted = await bot.press(hidden, /^Post in channel$/u);
    expect([isHidden(hidden), isHidden(posted)]).toEqual([true, false]);
    expect((await fileOf(posted)).text).toBe((await fileOf(hidden)).text);
  });
});

describe('the card of an event in the room', () => {
  const card = (options: object = {}): Promise<Answered> => bot.use('event', { about: 'earthquake', ...options });

  test('says what, when by which rule, where and in which words', async () => {
    const text = textOf(await card());
    expect(text).toContain('When: 25 April 2015, as the source says');
    expect(text).toContain('Where: Nepal');
    expect(text).toContain('> An earthquake struck Nepal on 25 April 2015.');
    expect(text).toContain(`[¶1.1](${READER}/read/quakes?edition=${quakes.edition.slice(0, 8)}#p1.1)`);
  });

  test('has buttons and selects that all lead somewhere', async () => {
    const shown = await card({ hide: true });
    expect(buttonsOf(shown)).toEqual(['Whole paragraph', 'Post in channel', 'Before and after', 'Open in reader']);
    expect(textOf(await bot.press(shown, /^Whole paragraph$/u))).toContain('Roads were closed for weeks.');
    expect(textOf(await bot.press(await card({ hide: true }), /^Before and after$/u))).toContain(
      'Rebuilding began late.',
    );
    const posted = await bot.press(await card({ hide: true }), /^Post in channel$/u);
    expect(isHidden(posted)).toBe(false);
    expect(textOf(posted)).toContain(`<@${bot.info.members[0]!.id}>`);
    const reader = componentsOf(shown).find(({ label }) => label === 'Open in reader');
    expect(reader?.url).toBe(`${READER}/read/quakes?edition=${quakes.edition.slice(0, 8)}#p1.1`);
    const cited = await bot.choose(posted, /^Cite ¶1\.1 as RIS/u);
    expect([isHidden(cited), textOf(cited).includes('TY  - ')]).toEqual([true, true]);
    for (const { label } of EXPORT_CHOICES) {
      const given = await bot.choose(posted, new RegExp(RegExp.escape(label), 'u'), bot.info.members[1]);
      expect(isHidden(given)).toBe(true);
      expect((await fileOf(given)).text).toContain('Nepal');
    }
  });

  test('is answered separately for another member, and stays unchanged', async () => {
    const shown = await card();
    const pressed = await bot.press(shown, /^Whole paragraph$/u, bot.info.members[1]);
    expect([pressed.body.type, isHidden(pressed)]).toEqual([4, true]);
  });
});
