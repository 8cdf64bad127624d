import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { ask } from '../src/answer/ask.ts';
import { articleChoices } from '../src/command/choices.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import type { CommandContext } from '../src/command/context.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION, QUERY_MAX_CHARS } from '../src/command/definitions.ts';
import { chooseArticle } from '../src/command/scope.ts';

const definition = {
  name: 'ask',
  description: 'Answer a question in the source’s own words',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What you want to know; "exact words" must occur, -word must not',
      required: true,
      max_length: QUERY_MAX_CHARS,
    },
    ARTICLE_OPTION,
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  needs: 'search',
  help: [
    'Gives the sentences that answer a question best, each within its paragraph and cited to it. When the source has no answer, it says so.',
    'Words in quotation marks must occur as they stand: `"terror threat level"`. A word with a hyphen before it must not occur: `attack -plot`.',
    'You may also mention the bot with your question, or write to it directly.',
  ].join('\n'),
  run({ question, article }: OptionsOf<typeof definition>, context) {
    const choice = chooseArticle(article, context);
    return choice.kind === 'invalid' ? choice : ask(question, context.library, { article: choice.article });
  },
  complete: ({ value }, _options, context: CommandContext) => articleChoices(value, context),
} satisfies Command;
