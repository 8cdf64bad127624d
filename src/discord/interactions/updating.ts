import type {
  InteractionDeferUpdateOptions,
  InteractionUpdateOptions,
  MessageComponentInteraction,
  ModalMessageModalSubmitInteraction,
} from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Respondable } from './respond.ts';

/** The use of a control of a message, or of a form that one opened. */
export type OnMessage = MessageComponentInteraction | ModalMessageModalSubmitInteraction;

/**
 * Wraps a button's interaction so that the answer replaces the message the button is on. An answer only for the member
 * who pressed it leaves that message alone, and is sent as a new one.
 */
export function updating(interaction: OnMessage): Respondable {
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
