import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { PAGE_FORM } from '../../reply/words/pageWords.ts';
import type { BotContext } from './botContext.ts';
import { reportTrouble } from './respond.ts';
import { aboutOf } from './responding.ts';

const FIELD = 'page';
/** More digits than any answer has pages. */
const NUMBER_MAX_CHARS = 5;

/** Opens the form that asks for the number of a page; it has the button's id, so that it carries the same request. */
export async function askForPage(interaction: ButtonInteraction, { log }: BotContext): Promise<void> {
  try {
    await interaction.showModal({
      custom_id: interaction.customId,
      title: PAGE_FORM.title,
      components: [
        {
          type: ComponentType.Label,
          label: PAGE_FORM.field,
          component: {
            type: ComponentType.TextInput,
            custom_id: FIELD,
            style: TextInputStyle.Short,
            max_length: NUMBER_MAX_CHARS,
            required: true,
          },
        },
      ],
    });
  } catch (error) {
    reportTrouble(error, log, aboutOf(interaction, 'page'));
  }
}

/** The number that was typed into the form. */
export function typedPage({ fields }: ModalSubmitInteraction): number | 'none' {
  const typed = fields.getTextInputValue(FIELD).trim();
  return /^[1-9]\d{0,4}$/u.test(typed) ? Number(typed) : 'none';
}
