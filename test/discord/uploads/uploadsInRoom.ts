import { readdir } from 'node:fs/promises';
import {
  interact,
  interactWithFiles,
  request,
  slash,
  type Answered,
  type AttachedFile,
  type RoomMember,
} from 'discord-room/member';
import { articleOf } from '../../fixtures/article.ts';
import { startBotInRoom, type BotInRoom, type BotInRoomOptions } from '../botInRoom.ts';

/** The operator's own article, which everybody sees. */
const HARBOUR = articleOf('harbour', [
  ['title', 'The harbour'],
  ['paragraph', 'The harbour closes at noon.'],
]);

/** A bot that takes documents, in a room, with a clock that tests set. */
export interface UploadsInRoom extends BotInRoom {
  readonly managing: RoomMember;
  readonly plain: RoomMember;
  /** Puts the bot's clock forward. */
  readonly pass: (ms: number) => void;
  readonly add: (file: AttachedFile, member?: RoomMember) => Promise<Answered>;
  readonly accept: (file: AttachedFile) => Promise<string>;
  /** Uses a menu command on a message that a member posts with these files, or on one that forwards it to another channel. */
  readonly addFrom: (
    files: readonly AttachedFile[],
    options?: { readonly member?: RoomMember; readonly isForwarded?: boolean },
  ) => Promise<Answered>;
  /** Sends the fields of a form that an answer has opened. */
  readonly submit: (
    opened: Answered,
    values: Readonly<Record<string, string | readonly AttachedFile[]>>,
    member?: RoomMember,
  ) => Promise<Answered>;
  /** Uses a command in the other server. */
  readonly elsewhere: (name: string, options?: Readonly<Record<string, string>>) => Promise<Answered>;
  /** The names of folders and files in the corpus. */
  readonly names: () => Promise<readonly string[]>;
}

interface FormComponent {
  readonly type: number;
  readonly component: { readonly type: number; readonly custom_id: string };
}

export async function startUploads({
  uploads = {},
  ...options
}: Omit<BotInRoomOptions, 'uploads' | 'clock'> & {
  uploads?: BotInRoomOptions['uploads'] | 'off';
} = {}): Promise<UploadsInRoom> {
  let now = Date.parse('2026-06-01T10:00:00Z');
  const bot = await startBotInRoom([HARBOUR], {
    clock: () => new Date(now),
    ...(uploads === 'off' ? {} : { uploads }),
    ...options,
  });
  const [managing, plain] = bot.info.members as readonly [RoomMember, RoomMember];
  const add = async (file: AttachedFile, member = managing): Promise<Answered> => {
    const body = await slash(bot.room, 'sources', [{ type: 11, name: 'add', value: '0' }]);
    return interactWithFiles(bot.room, member, { body, files: [file] });
  };
  const names = async (): Promise<readonly string[]> =>
    (await readdir(bot.corpus)).filter((name) => !name.startsWith('.'));
  return {
    ...bot,
    managing,
    plain,
    pass: (ms) => void (now += ms),
    add,
    async accept(file) {
      const before = new Set(await names());
      await bot.press(await add(file), /^Accept$/u);
      return (await names()).find((name) => !before.has(name)) ?? '';
    },
    async addFrom(files, { member = managing, isForwarded = false } = {}) {
      const [channel, other] = bot.info.channels.map((each) => each.id) as [string, string];
      const form = new FormData();
      form.append('payload_json', JSON.stringify({ content: 'Here it is' }));
      for (const [index, file] of files.entries()) form.append(`files[${index}]`, new Blob([file.content]), file.name);
      const headers = { authorization: managing.token };
      const posting = { method: 'POST', headers, body: form };
      const posted = await fetch(`${bot.room.address}/api/v10/channels/${channel}/messages`, posting);
      const { id } = (await posted.json()) as { readonly id: string };
      const command = bot.info.commands.find(({ name }) => name === 'Add as source')!;
      const use = (at: string, target: string): Promise<Answered> =>
        interact(bot.room, member, { channel_id: at, type: 2, data: { ...command, type: 3, target_id: target } });
      if (!isForwarded) return use(channel, id);
      const message_reference = { type: 1, message_id: id, channel_id: channel };
      const path = `/api/v10/channels/${other}/messages`;
      const forwarded = await request(bot.room, path, { authorization: managing.token, body: { message_reference } });
      return use(other, forwarded.body.id as string);
    },
    submit(opened, values, member = managing) {
      const files: AttachedFile[] = [];
      const { custom_id, components } = opened.body.modal as {
        readonly custom_id: string;
        readonly components: readonly FormComponent[];
      };
      const filled = components.map(({ type, component }) => {
        const value = values[component.custom_id] ?? '';
        const base = { type: component.type, custom_id: component.custom_id };
        if (typeof value === 'string') return { type, component: { ...base, value } };
        const numbers = value.map((file) => String(files.push(file) - 1));
        return { type, component: { ...base, values: numbers } };
      });
      return interactWithFiles(bot.room, member, { body: { type: 5, data: { custom_id, components: filled } }, files });
    },
    async elsewhere(name, options = {}) {
      const { id, channels } = bot.info.other_guilds[0]!;
      const given = Object.entries(options).map(([key, value]) => ({ type: 3, name: key, value }));
      const body = await slash(bot.room, name, given);
      return interact(bot.room, managing, { guild_id: id, channel_id: channels[0]!.id, ...body });
    },
    names,
  };
}

export function textFile(name: string, text: string): AttachedFile {
  return { name, content: new Uint8Array(Buffer.from(text)) };
}
