import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { createChannel } from './channel.ts';
import { createClock } from './clock.ts';
import { ALL_PERMISSIONS } from './permission.ts';
import { createSnowflakes, snowflake } from './snowflake.ts';
import type { RoomEvent } from './roomEvent.ts';
import type { World } from './world.ts';
import type { Channel, Guild, Member, Role, User } from './entities.ts';

/** When the seeded servers, channels and people were made; each id is this moment and a number. */
const SEED_MS = Date.UTC(2024, 0, 1);

const EVERYONE =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.CreatePublicThreads |
  Bit.EmbedLinks |
  Bit.AttachFiles |
  Bit.AddReactions |
  Bit.ReadMessageHistory |
  Bit.UseExternalEmojis |
  Bit.UseApplicationCommands |
  Bit.UseExternalApps |
  Bit.ChangeNickname |
  Bit.Connect |
  Bit.Speak;

export interface SeedOptions {
  /** The bot's token; made up where it is missing. */
  readonly token?: string | undefined;
  /** The bot's username; `bot` by default. */
  readonly botName?: string | undefined;
  /** Returns the present moment in milliseconds; by default the machine's. */
  readonly now?: (() => number) | undefined;
  /** How many shards the bot is told to connect; one by default. */
  readonly recommendedShards?: number | undefined;
  /** Privileged intents that the application is granted, as a bit field; none by default. */
  readonly privilegedIntents?: number | undefined;
}

/**
 * Builds the room as it is at start: a server with the bot, a member who manages it and one who does not, text, announcement and forum
 * channels with a thread, a direct message with the bot for each, and a second server where the bot is only installed by its users.
 */
export function createWorld(options: SeedOptions = {}): World {
  const clock = createClock(options.now);
  const listeners = new Set<(event: RoomEvent) => void>();
  let seeded = 0;
  const seedId = (): string => (BigInt(snowflake(SEED_MS)) + (BigInt(++seeded) << 22n)).toString();

  const applicationId = seedId();
  const homeGuildId = seedId();
  const bot: User = { id: applicationId, username: options.botName ?? 'bot', globalName: null, bot: true };
  const owner: User = { id: seedId(), username: 'odile', globalName: 'Odile', bot: false };
  const editor: User = { id: seedId(), username: 'mara', globalName: 'Mara', bot: false };
  const reader: User = { id: seedId(), username: 'robin', globalName: 'Robin', bot: false };

  const { publicKey, privateKey } = generateKeyPairSync('ed25519');

  const world: World = {
    clock,
    nextId: createSnowflakes(() => clock.now()),
    applicationId,
    botToken:
      options.token ??
      `${Buffer.from(applicationId).toString('base64url')}.room.${randomBytes(24).toString('base64url')}`,
    users: new Map([bot, owner, editor, reader].map((user) => [user.id, user])),
    guilds: new Map(),
    homeGuildId,
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    openCommands: new Set(),
    closedDirectMessages: new Set(),
    commandsSettled: false,
    tokens: new Map([editor, reader].map((user) => [`room.${randomBytes(24).toString('base64url')}`, user.id])),
    uploads: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    nonceMemoryMs: 120_000,
    verifyKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
    sign: (message) => sign(null, message, privateKey),
    interactionsEndpoint: null,
    recommendedShards: options.recommendedShards ?? 1,
    privilegedIntents: options.privilegedIntents ?? 0,
    address: '',
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const editors = role(
    seedId(),
    'Editors',
    2,
    Bit.ManageGuild | Bit.ManageMessages | Bit.ManageChannels | Bit.ManageRoles,
  );
  editors.color = 0x3b82f6;
  const managed = role(seedId(), bot.username, 1, EVERYONE | Bit.ManageMessages);
  managed.managed = true;
  const home = guild(homeGuildId, 'Newsroom', owner.id, [editors, managed]);
  for (const [user, roles] of [
    [owner, []],
    [editor, [editors.id]],
    [reader, []],
    [bot, [managed.id]],
  ] as const) {
    join(home, user, roles);
  }
  const elsewhere = guild(seedId(), 'Elsewhere', owner.id, []);
  for (const user of [owner, editor, reader]) join(elsewhere, user, []);
  world.guilds.set(home.id, home).set(elsewhere.id, elsewhere);

  const add = (channel: Channel): Channel => {
    world.channels.set(channel.id, channel);
    world.messages.set(channel.id, []);
    return channel;
  };
  const general = add(createChannel({ id: seedId(), type: 0, guildId: home.id, name: 'general', position: 0 }));
  general.topic = 'Ask the sources';
  add(createChannel({ id: seedId(), type: 0, guildId: home.id, name: 'briefing', position: 1 }));
  const announcements = add(
    createChannel({ id: seedId(), type: 5, guildId: home.id, name: 'announcements', position: 2 }),
  );
  announcements.overwrites.push(
    { id: home.id, type: 0, allow: 0n, deny: Bit.SendMessages },
    { id: editors.id, type: 0, allow: Bit.SendMessages, deny: 0n },
    { id: managed.id, type: 0, allow: Bit.SendMessages, deny: 0n },
  );
  const forum = add(createChannel({ id: seedId(), type: 15, guildId: home.id, name: 'questions', position: 3 }));
  forum.tags = [
    { id: seedId(), name: 'open' },
    { id: seedId(), name: 'answered' },
  ];
  add(
    createChannel({
      id: seedId(),
      type: 11,
      guildId: home.id,
      name: 'follow-up',
      position: 0,
      parentId: general.id,
      thread: {
        ownerId: editor.id,
        members: new Set([editor.id, reader.id, bot.id]),
        createdAt: new Date(SEED_MS).toISOString(),
        archived: false,
        locked: false,
        autoArchiveMinutes: 1440,
        messageCount: 0,
        appliedTags: [],
      },
    }),
  );
  add(createChannel({ id: seedId(), type: 0, guildId: elsewhere.id, name: 'lobby', position: 0 }));
  for (const user of [editor, reader]) {
    add(createChannel({ id: seedId(), type: 1, name: '', position: 0, recipients: [bot.id, user.id] }));
  }
  return world;
}

/** Makes a user a member of a server. */
export function join(guild: Guild, user: User, roles: readonly string[]): Member {
  const member: Member = { userId: user.id, roles: [...roles], joinedAt: new Date(SEED_MS).toISOString() };
  guild.members.set(user.id, member);
  return member;
}

function role(id: string, name: string, position: number, permissions: bigint): Role {
  return {
    id,
    name,
    color: 0,
    position,
    permissions: permissions & ALL_PERMISSIONS,
    managed: false,
    mentionable: false,
  };
}

function guild(id: string, name: string, ownerId: string, roles: readonly Role[]): Guild {
  const everyone = role(id, '@everyone', 0, EVERYONE);
  return { id, name, ownerId, roles: new Map([everyone, ...roles].map((each) => [each.id, each])), members: new Map() };
}
