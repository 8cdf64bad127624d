import { ApplicationCommandType } from 'discord-api-types/v10';
import { checkQuotes } from '../src/answer/checkQuotes.ts';
import type { Command, CommandOptions, MenuDefinition } from '../src/command/command.ts';
import { EVERYWHERE } from '../src/command/definitions.ts';

const definition = {
  name: 'Check quotes',
  type: ApplicationCommandType.Message,
  ...EVERYWHERE,
} as const satisfies MenuDefinition;

export default {
  definition,
  needs: 'search',
  help: 'In the menu of a message, under Apps: checks every quotation in it, shows you alone whether it stands in the sources, and where. Nothing of the message is stored.',
  run({ message }: CommandOptions, { library }) {
    const answer = checkQuotes(String(message), library);
    if (answer.verdicts.length > 0) return answer;
    return {
      kind: 'notice',
      text: 'There is no quotation in this message: nothing between quotation marks, and no block quote.',
    };
  },
} satisfies Command;
