import { Client, Events, Partials, type BaseInteraction, type Interaction } from 'discord.js';
import { z } from 'zod';
import type { BotOptions } from '../bot.ts';
import { createBotRest } from '../gateway/createBotRest.ts';
import { logRegistration } from '../gateway/logRegistration.ts';
import type { DescribedChannel } from '../interactions/botContext.ts';
import { createBotContext } from '../interactions/createBotContext.ts';
import { handleInteraction } from '../interactions/handleInteraction.ts';
import { createInFlight } from '../interactions/inFlight.ts';
import { refusal, type Refusal } from '../interactions/refusal.ts';
import type { ReceivedInteraction } from './createEndpoint.ts';

/** How long to wait until the store has said whether an interaction is new. */
const CLAIM_DEADLINE_MS = 1000;

export interface ReceiveOptions extends BotOptions {
  readonly application: string;
  /** Whether this is the first time that any process gets an interaction; notes that it got it. */
  readonly isFirst: (id: string) => Promise<boolean>;
}

/** What answers interactions that arrive over HTTP. */
export interface Receiver {
  /** Begins to answer an interaction; false if it is of no kind that can be answered. Throws if it is malformed. */
  receive(interaction: ReceivedInteraction): boolean;
  /** Takes no more interactions, and waits up to `deadlineMs` for those in progress. */
  close(deadlineMs: number): Promise<void>;
}

const describedSchema = z.object({ channel: z.object({ type: z.number(), parent_id: z.string().nullish() }) });

/**
 * Registers the commands if they changed, and answers interactions that are handed to it, through the same handlers as
 * those of the gateway; or returns one sentence that says why it cannot. What the client of a gateway remembers of
 * channels is read from each interaction.
 */
export async function receiveInteractions({
  token,
  api,
  guild,
  guard,
  application,
  isFirst,
  ...rest
}: ReceiveOptions): Promise<{ readonly kind: 'started'; readonly receiver: Receiver } | Refusal> {
  const { log, commands } = rest;
  const client = new Client({
    intents: [],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...(api === undefined ? {} : { rest: { api } }),
  });
  client.rest = createBotRest(client.options.rest).setToken(token);
  try {
    await logRegistration(client.rest, { commands, application, guild, log });
  } catch (error) {
    return refusal(error, api);
  }
  const release = guard?.keep(client.rest);
  const described = new WeakMap<BaseInteraction, DescribedChannel>();
  const context = createBotContext({ ...rest, api, describedChannel: (interaction) => described.get(interaction) });
  const inFlight = createInFlight();

  /** If the store does not say, it is answered: Discord takes one answer, and what changes anything needs the store. */
  async function isNew(id: string): Promise<boolean> {
    const { promise: deadline, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(true), CLAIM_DEADLINE_MS);
    try {
      return await Promise.race([isFirst(id), deadline]);
    } catch {
      return true;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The client makes an interaction and emits it in the same call. */
  function build(payload: ReceivedInteraction): Interaction | undefined {
    const built: Interaction[] = [];
    const take = (interaction: Interaction): void => void built.push(interaction);
    client.on(Events.InteractionCreate, take);
    try {
      inside(client).InteractionCreate.handle(payload);
    } finally {
      client.off(Events.InteractionCreate, take);
    }
    return built[0];
  }

  return {
    kind: 'started',
    receiver: {
      receive(payload) {
        const interaction = build(payload);
        if (!interaction) return false;
        const where = describedSchema.safeParse(payload);
        if (where.success) described.set(interaction, where.data.channel);
        void inFlight.run(async () => {
          if (await isNew(payload.id)) await handleInteraction(interaction, context);
          else log.warn({ interaction: payload.id }, 'an interaction arrived again, and is not answered twice');
        });
        return true;
      },
      async close(deadlineMs) {
        const left = await inFlight.close(deadlineMs);
        if (left > 0) log.warn({ left }, 'some interactions were left unfinished');
        release?.();
        await client.destroy();
      },
    },
  };
}

/** The part of the client that makes an interaction of what Discord sent; discord.js has it for the gateway alone. */
function inside(client: Client): { readonly InteractionCreate: { handle(payload: unknown): void } } {
  return (client as unknown as { actions: ReturnType<typeof inside> }).actions;
}
