import { ApplicationCommandType } from 'discord-api-types/v10';
import { checkQuotes } from '../src/answer/verify/checkQuotes.ts';
import { nothing } from '../src/answer/nothing/nothing.ts';
import type { Command, CommandOptions, MenuDefinition } from '../src/command/command.ts';
import { editionLibrary } from '../src/command/editionLibrary.ts';
import { NO_FURTHER_QUOTATION, NO_QUOTATION, onlyWithinOthers } from '../src/reply/words/verdicts/quotationsInWords.ts';
import { EVERYWHERE } from '../src/command/definitions.ts';

const definition = {
  name: 'Check quotes',
  type: ApplicationCommandType.Message,
  ...EVERYWHERE,
} as const satisfies MenuDefinition;

export default {
  definition,
  needs: 'search',
  help: 'In the menu of a message, under Apps: checks the quotations in it, 25 at a time, and shows only you which are in the sources, and where. The message is not stored.',
  async run({ message, from }: CommandOptions, context) {
    if (context.library.articles.size === 0) return nothing('no-articles', context);
    const answer = await checkQuotes(String(message), editionLibrary(context), { from: Number(from ?? 1) });
    if (answer.verdicts.length > 0) return answer;
    const { quotations = 0, checked: [first, last] = [0, 0] } = answer;
    if (last >= first && first > 0) return { kind: 'notice', text: onlyWithinOthers([first, last], quotations) };
    return { kind: 'notice', text: quotations > 0 ? NO_FURTHER_QUOTATION : NO_QUOTATION };
  },
} satisfies Command;
