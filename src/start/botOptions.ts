import type { Room } from 'discord-room';
import type { App } from '../app/app.ts';
import type { BotOptions } from '../discord/bot.ts';
import type { ExcerptLink } from '../reply/reply.ts';
import type { Config } from '../runtime/config.ts';
import type { Metrics } from '../runtime/metrics.ts';

/** The account that the bot logs in with, on Discord or in the local room. */
export function accountOf(config: Config, room: Room | undefined): Pick<BotOptions, 'token' | 'api'> {
  if (room) return { token: room.token, api: `${room.address}/api` };
  return { token: config.DISCORD_TOKEN ?? '', api: config.DISCORD_API };
}

/** The bot's options that depend on the configuration. */
export function botOptions(
  config: Config,
  { app, links, metrics }: { readonly app: App; readonly links: ExcerptLink; readonly metrics: Metrics },
) {
  return {
    guild: config.DISCORD_GUILD,
    commands: app.commands,
    contextFor: app.contextFor,
    askChannel: app.askChannel,
    uploads: app.uploads,
    added: app.added,
    limit: { commands: config.COMMANDS_PER_WINDOW, windowMs: config.COMMAND_WINDOW_SECONDS * 1000 },
    links,
    metrics,
  };
}
