import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { CommandOptions } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand } from '../../src/command/subcommands.ts';
import { settingsInWords } from '../../src/reply/words/commands/settingsWords.ts';
import { channelsWithSettings, readOwnSettings } from '../../src/settings/readSettings.ts';

export default {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'show',
    description: 'The settings of this server and its channels',
  },
  async run(_options: CommandOptions, { guild, store, granted }) {
    const open = await store();
    const server = await readOwnSettings(open, { guild });
    const channels = [];
    for (const channel of await channelsWithSettings(open, guild))
      channels.push({ channel, settings: await readOwnSettings(open, { guild, channel }) });
    return { kind: 'notice', ...settingsInWords(server, channels, granted.articles) };
  },
} satisfies Subcommand<ServerContext>;
