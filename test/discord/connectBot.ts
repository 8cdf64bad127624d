import type { REST } from 'discord.js';
import { inject } from 'vitest';
import type { Room } from 'discord-room';
import type { App } from '../../src/app/app.ts';
import { startBot, type Bot, type BotOptions } from '../../src/discord/bot.ts';
import { createRest } from '../../src/discord/gateway/createRest.ts';
import { createPlaces, type Places } from '../../src/discord/posting/places.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { startHttp } from '../../src/runtime/startHttp.ts';
import { openInteractions } from '../../src/start/openInteractions.ts';

/** Whether the tests of this project send interactions over HTTP, to a bot without a gateway. */
export const isOverHttp = inject('interactions') === 'http';

/** The bot, however it is connected to a room. */
export interface Connected {
  /** The bot of the gateway, over which alone it hears messages and joins. */
  readonly bot: Bot | undefined;
  readonly rest: REST;
  /** What posting asks about channels. */
  readonly places: Places;
  close(deadlineMs: number): Promise<void>;
}

/** Connects the real bot to a room, in the way that the tests of this project run over. */
export async function connectBot(app: App, room: Room, options: BotOptions): Promise<Connected> {
  const account = { bot: room.world.applicationId, rest: createRest(options) };
  if (!isOverHttp) {
    const started = await startBot(options);
    if (started.kind === 'refused') throw new Error(started.reason);
    const { bot } = started;
    return {
      bot,
      rest: bot.client.rest,
      places: createPlaces({ ...account, client: () => bot.client }),
      close: (deadlineMs) => bot.close(deadlineMs),
    };
  }
  const opened = await openInteractions({ app, publicKey: undefined, bot: options, log: options.log });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { gateway, interactions } = opened;
  const http = await startHttp({
    port: 0,
    host: '127.0.0.1',
    alive: {},
    ready: {},
    metrics: createMetrics(),
    handlers: [interactions],
    log: () => {},
  });
  await room.sendInteractionsTo(`http://127.0.0.1:${http.port}/interactions`);
  // What was looked up is remembered for ten seconds, which no test waits for.
  const places = (): Places => createPlaces({ ...account, client: () => undefined });
  return {
    bot: undefined,
    rest: account.rest,
    places: {
      bot: account.bot,
      look: (channel) => places().look(channel),
      placeOf: (place) => places().placeOf(place),
    },
    async close() {
      await http.close();
      await gateway.close();
    },
  };
}
