import type { InteractionDeferUpdateOptions, InteractionUpdateOptions, MessageComponentInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Respondable } from './respond.ts';

/**
 * Stands for a button's interaction whose answer replaces the message it is on. An answer that only who pressed may see
 * leaves the message as it is, and follows.
 */
export function updating(interaction: MessageComponentInteraction): Respondable {
  return {
    get deferred() {
      return interaction.deferred;
    },
    set deferred(is: boolean) {
      interaction.deferred = is;
    },
    async reply(options) {
      const flags = [options.flags ?? []].flat();
      const ephemeral =
        flags.includes(MessageFlags.Ephemeral) && !interaction.message.flags.has(MessageFlags.Ephemeral);
      if (ephemeral) return interaction.reply(options);
      return interaction.update({ ...options, flags: MessageFlags.IsComponentsV2 } as InteractionUpdateOptions);
    },
    deferReply: () => interaction.deferUpdate({} satisfies InteractionDeferUpdateOptions),
    editReply: (options) => interaction.editReply(options),
    deleteReply: async () => {},
    followUp: (options) => interaction.followUp(options),
  };
}
