import type { AutocompleteInteraction } from 'discord.js';
import { completeOption } from '../../command/runCommand.ts';
import { ACK_DEADLINE_MS } from './acknowledge.ts';
import type { BotContext } from './botContext.ts';
import { callerOf } from './callerOf.ts';
import { plainOptions } from './options.ts';
import { reportTrouble } from './respond.ts';
import { aboutOf } from './responding.ts';

/** Suggests values for the option that is being typed. */
export async function completeInteraction(interaction: AutocompleteInteraction, bot: BotContext): Promise<void> {
  const { commands, contextFor, enter, log, queue } = bot;
  const received = performance.now();
  try {
    if (!enter(interaction.user.id, 'suggestion').admitted) return await interaction.respond([]);
    await queue.turn();
    if (performance.now() - received > ACK_DEADLINE_MS) return;
    const command = commands.get(interaction.commandName);
    const { name, value } = interaction.options.getFocused(true);
    const options = plainOptions(interaction.options.data);
    const choices = command
      ? await completeOption(
          command,
          { name, value },
          { options, context: await contextFor(await callerOf(interaction, bot)) },
        )
      : [];
    await interaction.respond(choices);
  } catch (error) {
    reportTrouble(error, log, { ...aboutOf(interaction, interaction.commandName), autocomplete: true });
  }
}
