import { afterEach, beforeEach, expect, test } from 'vitest';
import { startRoom, type Room } from '../src/room.ts';
import { startBot, until, type Bot } from './bot.ts';
import { interact, request, roomInfo, slash, type RoomInfo } from '../src/member.ts';

let room: Room;
let bot: Bot;
let info: RoomInfo;
const stops: (() => void)[] = [];

beforeEach(async () => {
  room = await startRoom({ rateLimits: false, botName: 'rapporteur' });
  bot = await startBot(room, {
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'psst', flags: 64 });
    },
  });
  info = await roomInfo(room);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await bot.close();
  await room.close();
});

interface Heard {
  readonly name: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

/** Listens to a member's event stream as a page does. */
async function listen(token: string): Promise<Heard[]> {
  const heard: Heard[] = [];
  const abort = new AbortController();
  stops.push(() => abort.abort());
  const response = await fetch(`${room.address}/room/events?token=${token}`, { signal: abort.signal });
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (name !== undefined) heard.push({ name, data: JSON.parse(data!) });
      }
    }
  };
  read().catch(() => {});
  await until(() => heard.length > 0);
  return heard;
}

test('an unknown token gets no stream', async () => {
  expect((await fetch(`${room.address}/room/events?token=x`)).status).toBe(401);
});

test('a stream begins with what the member sees', async () => {
  const [editor, reader] = info.members;
  const view = (await listen(editor!.token))[0]!;
  expect(view.name).toBe('ready');
  expect(view.data.channels.map((channel: { name: string }) => channel.name)).toEqual([
    'general',
    'follow-up',
    'briefing',
    'announcements',
    'questions',
    'lobby',
    'rapporteur',
  ]);
  const names = (heard: Heard[]): string[] => heard[0]!.data.commands.map((command: { name: string }) => command.name);
  expect(names([view])).toEqual(['ping', 'manage', 'Find']);
  expect(names(await listen(reader!.token))).toEqual(['ping', 'Find']);
});

test('a stream tells of messages, and of ephemeral ones only to whom they are for', async () => {
  const [editor, reader] = info.members;
  const [own, others] = [await listen(editor!.token), await listen(reader!.token)];
  await interact(room, editor!, {
    ...(await slash(room, 'ping', [{ type: 3, name: 'text', value: 'x' }])),
    nonce: 'n1',
  });
  await request(room, `/api/v10/channels/${info.channels[0]!.id}/messages`, {
    authorization: reader!.token,
    body: { content: 'hello' },
  });
  await until(
    () => own.some((event) => event.data.message?.content === 'hello') && others.some((event) => event.data.message),
  );
  const messages = (heard: Heard[]): string[] => heard.flatMap((event) => event.data.message?.content ?? []);
  expect(messages(own)).toEqual(['psst', 'hello']);
  expect(messages(others)).toEqual(['hello']);
  const progress = own
    .filter((event) => event.name === 'interaction')
    .map((event) => [event.data.nonce, event.data.state]);
  expect(progress).toEqual([
    ['n1', 'sent'],
    ['n1', 'answered'],
  ]);
  expect(others.some((event) => event.name === 'interaction')).toBe(false);
});

test('a stream tells what failed, and that a channel is no longer seen', async () => {
  const [editor, reader] = info.members;
  const heard = await listen(reader!.token);
  const find = info.commands.find((command) => command.name === 'Find')!;
  const posted = await request(room, `/api/v10/channels/${info.channels[0]!.id}/messages`, {
    authorization: editor!.token,
    body: { content: 'x' },
  });
  const body = { type: 2, data: { id: find.id, type: 3, target_id: posted.body.id } };
  expect((await interact(room, reader!, body, '')).status).toBe(204);
  room.advance(3001);
  await until(() => heard.some((event) => event.data.state === 'failed'));
  expect(heard.find((event) => event.data.state === 'failed')!.data.reason).toBe('The application did not respond');

  await request(room, `/room/channels/${info.channels[0]!.id}/permissions/${reader!.id}`, {
    method: 'PUT',
    body: { type: 1, deny: '1024' },
  });
  await until(() => heard.some((event) => event.name === 'channel'));
  expect(heard.find((event) => event.name === 'channel')!.data.action).toBe('delete');
});
