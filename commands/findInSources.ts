import { ApplicationCommandType } from 'discord-api-types/v10';
import { readFind } from '../src/answer/find.ts';
import type { Command, CommandOptions, MenuDefinition } from '../src/command/command.ts';
import { EVERYWHERE } from '../src/command/definitions.ts';
import { readWith } from '../src/command/readWith.ts';

const definition = {
  name: 'Find in sources',
  type: ApplicationCommandType.Message,
  ...EVERYWHERE,
} as const satisfies MenuDefinition;

export default {
  definition,
  needs: 'search',
  help: 'In the menu of a message, under Apps: shows only you the passages that are closest to what the message says.',
  run: ({ message }: CommandOptions, context) => readFind(String(message), context.library, readWith(context)),
} satisfies Command;
