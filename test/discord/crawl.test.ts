import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import type { Message } from 'discord-room/entities';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { interact, request, type Answered } from 'discord-room/member';
import { componentsOf, startBotInRoom, textOf, type BotInRoom, type Component } from './botInRoom.ts';

/** More controls than there are; something is wrong with the answers if it is reached. */
const MOST_CONTROLS = 6000;
/** A longer id than most, so that not everything fits into a `custom_id`. */
const GANG = 'the-grey-ledger-and-its-arrests0' as ArticleId;
const TODAY = new Date().toLocaleDateString('en', { day: 'numeric', month: 'long', timeZone: 'Europe/Berlin' });
/** Few sentences that need several pages. */
const LONG = Array.from(
  { length: 12 },
  (_, index) =>
    `Witness ${index + 1} told the court of the ledger, ${'its keepers, the house in Bonn, '.repeat(14)}and the museum.`,
);

/** A changed edition of an article that was kept: one sentence reads otherwise, one moved, one is gone. */
const keeper = articleOf(
  lighthouse.id,
  [
    ['title', 'The Last Keeper of Skarn Rock'],
    ['standfirst', 'A lamp that burned for ninety years goes dark.', 'Its keeper stays.'],
    ['paragraph', 'The board met twice that spring.'],
    [
      'paragraph',
      'The harbour board switched off the lamp on 3 May 2021.',
      'Dr. Ines Hallam, who had kept it since 1997, was not told.',
    ],
    ['caption', 'The tower in winter, seen from the ferry.', 'Photo: M. Orr'],
    ['heading', 'A rock nobody wanted'],
    [
      'paragraph',
      'Skarn Rock was bought for 40 crowns in 1931.',
      'No other bidder came.',
      'The deed calls it “a stone of no use.”',
    ],
    ['heading', 'What comes next'],
    ['paragraph', 'The board plans to sell the tower in 2025.', 'Hallam says she will not leave.'],
  ],
  { published: '2024-06-02', author: ['Ida Brandt'], publisher: 'The Coast Review', url: 'https://example.org/skarn' },
);

const gang = articleOf(
  GANG,
  [
    ['title', 'The Grey Ledger'],
    [
      'paragraph',
      `Police arrested nine members of the Grey Ledger gang in Bonn on ${TODAY}, 2019.`,
      'The ledger itself was never found.',
    ],
    ['heading', 'Part one'],
    ['heading', 'Arrests in *Oslo* and Lyon'],
    [
      'paragraph',
      'Police arrested four members of the gang in Oslo on 12 March 2021.',
      'A court in Lyon sentenced two others in June 2022.',
    ],
    [
      'paragraph',
      'The gang’s plot to rob a museum was foiled by customs officers in 2020.',
      'However, nobody was charged.',
    ],
    ['heading', 'The trial'],
    ['paragraph', ...LONG],
    ['paragraph', 'The trial opened in Bonn on 5 September 2023.', 'Last summer, a court rejected the appeal.'],
    ['heading', 'Arrests in Cairo'],
    [
      'paragraph',
      'Police arrested a keeper of the ledger in Cairo on 1 February 2024.',
      'He named the harbour board of Skarn Rock.',
    ],
  ],
  { published: '2024-06-11', url: 'https://example.org/ledger' },
);

const QUESTION = `Who was arrested in Oslo, and what did the police say of ${'the gang, '.repeat(12)}the ledger?`;
const OLD = `${lighthouse.id}/¶1.2@${lighthouse.edition.slice(0, 8)}`;
const USES: readonly (readonly [command: string, options?: Readonly<Record<string, unknown>>])[] = [
  ['help'],
  ['help', { command: 'digest' }],
  ['sources'],
  ['sources', { article: GANG }],
  ['ask', { question: 'Who kept the lamp?' }],
  ['ask', { question: QUESTION }],
  ['ask', { question: 'ledger', article: GANG }],
  ['ask', { question: 'zebra crossing' }],
  ['ask', { question: 'Who kept the lamp?', hide: true }],
  ['quote', { text: 'police arrested' }],
  ['quote', { text: '2', article: GANG }],
  ['quote', { text: '3-4', article: GANG, scope: 'context' }],
  ['quote', { text: OLD }],
  ['quote', { text: `${lighthouse.id}/¶3@${lighthouse.edition.slice(0, 8)}` }],
  ['quote', { text: '99', article: GANG }],
  ['quote', { text: 'ledger', article: GANG, section: 'The trial', scope: 'paragraph' }],
  ['quote', { text: '5', article: GANG, scope: 'paragraph' }],
  ['verify', { quote: 'No other bidder came.' }],
  ['verify', { quote: 'no other “bidder” came' }],
  ['verify', { quote: 'Skarn Rock was bought for 50 crowns in 1931.' }],
  ['verify', { quote: 'the' }],
  ['verify', { quote: 'A court in Lyon sentenced two others … However, nobody was charged.' }],
  ['verify', { quote: 'The moon is made of cheese and mice eat it every night.' }],
  ['verify', { quote: 'No other bidder came.', reference: '1', article: lighthouse.id }],
  ['verify', { quote: 'Dr. Ines Hallam, who had kept it since 1998, was not told.', reference: OLD }],
  ['summary'],
  ['summary', { article: '*' }],
  ['summary', { article: `${GANG},${lighthouse.id}`, length: 'full' }],
  ...['brief', 'standard', 'full'].flatMap((length) =>
    [GANG, lighthouse.id].map((article) => ['summary', { article, length }] as const),
  ),
  ['summary', { article: GANG, section: 'Arrests in Cairo' }],
  ['summary', { article: GANG, section: '0', length: 'full' }],
  ['event'],
  ['event', { order: 'text' }],
  ['event', { about: 'arrests', from: '2021', to: '2024', article: GANG }],
  ['event', { day: 'today' }],
  ['event', { about: 'appeal' }],
  ['event', { about: `arrests of ${'the gang '.repeat(12)}`.trim() }],
  ...['csv', 'ics', 'json', 'markdown'].map((format) => ['event', { export: format }] as const),
  ['section', { article: GANG }],
  ['section', { article: GANG, name: 'The trial' }],
  ['section', { article: lighthouse.id, name: '0' }],
  ['cite', { reference: '2', article: lighthouse.id }],
  ...['plain', 'link', 'markdown', 'apa', 'chicago', 'bibtex', 'ris', 'csl-json'].map(
    (format) => ['cite', { reference: '3.1', article: lighthouse.id, format }] as const,
  ),
  ['cite', { reference: OLD }],
  ['cite', { reference: OLD, format: 'apa' }],
  ['settings', { subcommand: 'show' }],
  ['settings', { subcommand: 'set', setting: 'zone', value: 'Berlin' }],
  ['settings', { subcommand: 'set', setting: 'hide', value: 'maybe' }],
  ['digest', { subcommand: 'edit', name: 'Wrong', when: 'evry weekday at 9' }],
  ['digest', { subcommand: 'show', name: 'Summry of all' }],
  ['digest', { subcommand: 'list' }],
];
const DIGESTS: readonly (readonly [name: string, options: Readonly<Record<string, unknown>>])[] = [
  ['Summary of all', { what: 'summary' }],
  ['Full summary of all', { what: 'summary', length: 'full' }],
  ['Summary of one', { what: 'summary', article: GANG, length: 'brief' }],
  ['Sections', { what: 'sections', length: 'full' }],
  ['Short sections', { what: 'sections', length: 'brief' }],
  ['Section', { what: 'section', article: GANG, section: 'The trial' }],
  ['Whole section', { what: 'section', article: GANG, section: 'The trial', length: 'full' }],
  ['Events', { what: 'events' }],
  ['Events of one', { what: 'events', article: GANG }],
  ['This day', { what: 'on-this-day' }],
  ['Quotes', { what: 'quote' }],
  ['Passage', { what: 'quote', article: lighthouse.id, reference: '2-3' }],
];

/** What a member sees, how they came to it, and the message in the room as it was then. */
interface State {
  readonly answered: Answered;
  readonly path: string;
  readonly message: Message;
}

let bot: BotInRoom;
beforeAll(async () => {
  bot = await startBotInRoom([keeper, gang], { reader: 'room', earlier: [lighthouse], posts: true });
  await bot.use('digest', { subcommand: 'create', name: 'Wrong', what: 'quote', when: 'daily 10:00' });
});
afterAll(() => bot.close());

describe('every control of every answer', () => {
  test('gets an answer, and every link works', async () => {
    const faults: string[] = [];
    const queue: State[] = [];
    const seen = new Set<string>();
    const links = new Set<string>();
    const visit = (answered: Answered, path: string, mayBeWrong = false): void => {
      const fault = faultOf(answered, mayBeWrong);
      if (fault !== undefined) faults.push(`${path}: ${fault}`);
      else queue.push(stateOf(answered, path));
    };
    for (const [command, options] of USES)
      visit(await bot.use(command, options), `/${command} ${JSON.stringify(options ?? {})}`, true);
    for (const answered of await menus()) visit(answered, 'menu');
    for (const answered of await digests()) visit(answered, 'digest');
    let clicked = 0;
    while (queue.length > 0 && clicked < MOST_CONTROLS) {
      const state = queue.shift()!;
      for (const component of componentsOf(state.answered)) linksOf(component).forEach((link) => links.add(link));
      for (const { id, value, label } of controlsOf(state)) {
        const key = keyOf(state, id, value);
        if (seen.has(key) || clicked >= MOST_CONTROLS) continue;
        seen.add(key);
        clicked += 1;
        const path = `${state.path} > [${label}]${value === undefined ? '' : ` ${value}`}`;
        const answered = await use(state, id, value);
        visit(answered, path);
        if (answered.status === 200 && changesNothing(state, answered, id)) faults.push(`${path}: nothing changes`);
      }
    }
    for (const link of links) {
      const fault = await follow(link);
      if (fault !== undefined) faults.push(`${link}: ${fault}`);
    }
    process.stdout.write(`crawled: ${clicked} controls, ${links.size} links, ${queue.length} answers left\n`);
    expect(faults).toEqual([]);
    expect(queue).toHaveLength(0);
    expect(clicked).toBeGreaterThan(1000);
  }, 600_000);
});

/** Says why an answer is none; `invalid` is one only for the first use of a command. */
function faultOf({ status, body }: Answered, mayBeWrong: boolean): string | undefined {
  if (status !== 200) return `${status} ${JSON.stringify(body)}`;
  const last = bot.logged.findLast((line) =>
    /"msg":"(?:answered|a command failed|an answer could not be sent)"/u.test(line),
  );
  const { msg, kind } = JSON.parse(last!) as { readonly msg: string; readonly kind?: string };
  const text = body.message.components.length === 0 ? 'nothing to see' : textOf({ status, body });
  if (msg !== 'answered' || /no longer works|nothing to see/u.test(text)) return `${msg}: ${text}`;
  return kind === 'invalid' && !mayBeWrong ? text : undefined;
}

function stateOf(answered: Answered, path: string): State {
  const { id, channel_id: channel } = answered.body.message as { readonly id: string; readonly channel_id: string };
  const message = bot.room.world.messages.get(channel)!.find((one) => one.id === id)!;
  return { answered, path, message: structuredClone(message) };
}

/** Uses a control of a message as it was when it was seen. */
async function use({ message, answered }: State, id: string, value: string | undefined): Promise<Answered> {
  const stored = bot.room.world.messages.get(message.channelId)!.find((one) => one.id === message.id)!;
  Object.assign(stored, structuredClone(message));
  const data =
    value === undefined ? { component_type: 2, custom_id: id } : { component_type: 3, custom_id: id, values: [value] };
  return interact(bot.room, bot.info.members[0]!, {
    type: 3,
    channel_id: message.channelId,
    message_id: message.id,
    message_flags: answered.body.message.flags,
    data,
  });
}

interface Control {
  readonly id: string;
  readonly value: string | undefined;
  readonly label: string;
}

function controlsOf({ answered }: State): readonly Control[] {
  return componentsOf(answered).flatMap(
    ({ custom_id: id, label = '', placeholder = '', options, disabled }): readonly Control[] => {
      // The number of a page opens a form.
      if (id === undefined || disabled === true || id.includes('|*p')) return [];
      return options
        ? options.map(({ value }) => ({ id, value, label: placeholder }))
        : [{ id, value: undefined, label }];
    },
  );
}

/** The same control asks for the same, unless its words are in the message. */
function keyOf({ answered }: State, id: string, value: string | undefined): string {
  const isWhole = !/~(?:\||$)/u.test(id);
  return JSON.stringify([id.replace(/\|\*[\w-]+/u, ''), value, isWhole ? '' : textOf(answered).split('\n')[0]]);
}

/** Whether a button that shows something else shows the same again. */
function changesNothing({ answered }: State, next: Answered, id: string): boolean {
  return !id.includes('|!') && textOf(answered) === textOf(next);
}

function linksOf({ url, content = '', file }: Component): readonly string[] {
  const inText = [...content.matchAll(/\]\((https?:[^)]+)\)/gu)].map(([, link]) => link!);
  return [url, file?.url, ...inText].flatMap((link) => (link?.startsWith(bot.room.address) ? [link] : []));
}

/** Says why a link leads nowhere: no page, or no such place on it. */
async function follow(link: string): Promise<string | undefined> {
  const response = await fetch(link);
  const page = await response.text();
  if (response.status !== 200) return String(response.status);
  const anchor = decodeURIComponent(new URL(link).hash.slice(1)).replace(/:~:.*$/u, '');
  return anchor === '' || page.includes(`id="${anchor}"`) ? undefined : `no "${anchor}" on the page`;
}

async function menus(): Promise<readonly Answered[]> {
  const [, author] = bot.info.members;
  const posted = await request(bot.room, `/api/v10/channels/${bot.info.channels[0]!.id}/messages`, {
    authorization: author!.token,
    body: { content: 'It says “No other bidder came.” and "Skarn Rock was bought for 50 crowns in 1931."' },
  });
  const answers: Answered[] = [];
  for (const { id, name, version } of bot.info.commands.filter(({ type }) => type === 3))
    answers.push(
      await interact(bot.room, bot.info.members[0]!, {
        type: 2,
        data: { id, name, type: 3, version, target_id: posted.body.id },
      }),
    );
  return answers;
}

/** Makes a digest of each kind; previews, runs, shows, changes, pauses and resumes each, and gives what was posted too. */
async function digests(): Promise<readonly Answered[]> {
  const channel = bot.info.channels.find(({ name }) => name === 'briefing')!.id;
  const answers: Answered[] = [];
  for (const [name, options] of DIGESTS) {
    const digest = (subcommand: string, more: object = {}): Promise<Answered> =>
      bot.use('digest', { subcommand, name, ...more });
    answers.push(
      await digest('create', { when: 'every weekday at 9:00', channel, ...options }),
      await digest('preview'),
    );
    const ran = await digest('run');
    expect(textOf(ran)).toContain('**Posted:**');
    answers.push(ran, await digest('show'), await digest('history'), await digest('edit', { late: 3 }));
    answers.push(await digest('pause', { until: '2099-01-01' }), await digest('resume'));
  }
  answers.push(await bot.use('digest', { subcommand: 'delete', name: DIGESTS[0]![0] }));
  const posted = await request(bot.room, `/api/v10/channels/${channel}/messages`, {
    authorization: bot.info.members[0]!.token,
  });
  return [...answers, ...(posted.body as object[]).map((message) => ({ status: 200, body: { message } }))];
}
