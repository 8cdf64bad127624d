import { ApplicationCommandType } from 'discord-api-types/v10';
import { checkQuotes } from '../src/answer/checkQuotes.ts';
import type { Command, CommandOptions, MenuDefinition } from '../src/command/command.ts';
import { editionLibrary } from '../src/command/editionLibrary.ts';
import { EVERYWHERE } from '../src/command/definitions.ts';

const definition = {
  name: 'Check quotes',
  type: ApplicationCommandType.Message,
  ...EVERYWHERE,
} as const satisfies MenuDefinition;

export default {
  definition,
  needs: 'search',
  help: 'In the menu of a message, under Apps: checks every quotation in it, 25 at a time, and shows you alone whether it is in the sources, and where. Nothing of the message is stored.',
  async run({ message, from }: CommandOptions, context) {
    const answer = await checkQuotes(String(message), editionLibrary(context), { from: Number(from ?? 1) });
    if (answer.verdicts.length > 0) return answer;
    if (answer.quotations !== undefined && answer.quotations > 0)
      return { kind: 'notice', text: 'There is no further quotation in this message.' };
    return {
      kind: 'notice',
      text: 'There is no quotation in this message: nothing between quotation marks, and no block quote.',
    };
  },
} satisfies Command;
