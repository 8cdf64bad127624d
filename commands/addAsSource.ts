import { ApplicationCommandType } from 'discord-api-types/v10';
import { invalid } from '../src/command/checkOptions.ts';
import type { Command, MenuDefinition } from '../src/command/command.ts';
import { IN_SERVERS } from '../src/command/definitions.ts';
import { UPLOAD_MENU, uploadsElsewhere } from '../src/reply/words/uploads/uploadWords.ts';

const definition = {
  name: UPLOAD_MENU,
  type: ApplicationCommandType.Message,
  ...IN_SERVERS,
} as const satisfies MenuDefinition;

export default {
  definition,
  help: 'In the menu of a message with a file, under Apps: shows those who may add articles what is read from the file, and keeps it for this server alone once they accept it.',
  // Discord's files are handled where its interactions are.
  run: () => invalid('message', uploadsElsewhere()),
} satisfies Command;
