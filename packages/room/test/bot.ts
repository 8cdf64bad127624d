import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Client,
  GatewayIntentBits,
  InteractionContextType,
  Partials,
  type ApplicationCommandDataResolvable,
  type Interaction,
  type Message,
} from 'discord.js';
import type { Room } from '../src/room.ts';

export interface BotOptions {
  readonly intents?: readonly GatewayIntentBits[];
  readonly token?: string;
  readonly commands?: readonly ApplicationCommandDataResolvable[];
  readonly onInteraction?: (interaction: Interaction) => unknown;
  readonly onMessage?: (message: Message) => unknown;
}

export interface Bot {
  readonly client: Client<true>;
  /** What a listener threw, in order. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

const UNPRIVILEGED = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Commands enough for every kind of interaction. */
const COMMANDS: readonly ApplicationCommandDataResolvable[] = [
  {
    name: 'ping',
    description: 'Answers',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'Text',
        required: true,
        autocomplete: true,
        maxLength: 50,
      },
      { type: ApplicationCommandOptionType.Boolean, name: 'hide', description: 'Hide' },
      { type: ApplicationCommandOptionType.User, name: 'mention', description: 'Whom' },
      {
        type: ApplicationCommandOptionType.String,
        name: 'scope',
        description: 'Scope',
        choices: [
          { name: 'One', value: 'one' },
          { name: 'Two', value: 'two' },
        ],
      },
    ],
  },
  {
    name: 'manage',
    description: 'For managers',
    defaultMemberPermissions: 32n,
    contexts: [InteractionContextType.Guild],
  },
  { name: 'Find', type: ApplicationCommandType.Message },
];

/** Logs a real discord.js client in to the room, registers commands, and waits until it is ready. */
export async function startBot(room: Room, options: BotOptions = {}): Promise<Bot> {
  const client = new Client({
    intents: [...(options.intents ?? UNPRIVILEGED)],
    partials: [Partials.Channel],
    rest: { api: `${room.address}/api` },
  });
  const errors: unknown[] = [];
  const guard = async (work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      errors.push(error);
    }
  };
  client.on('error', (error) => errors.push(error));
  client.on('interactionCreate', (interaction) => void guard(() => options.onInteraction?.(interaction)));
  client.on('messageCreate', (message) => void guard(() => options.onMessage?.(message)));
  const ready = new Promise<void>((resolve) => {
    client.once('clientReady', () => resolve());
  });
  await client.login(options.token ?? room.token);
  await ready;
  await client.application!.commands.set([...(options.commands ?? COMMANDS)]);
  return { client: client as Client<true>, errors, close: () => client.destroy() };
}

/** Waits until a condition holds; fails after ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The condition did not come to hold within 10 s');
}
