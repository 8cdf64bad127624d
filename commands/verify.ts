import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { verifyEditions } from '../src/answer/verify/verifyEditions.ts';
import { articleChoices, referenceChoices } from '../src/command/choices.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION, QUOTE_MAX_CHARS } from '../src/command/definitions.ts';
import { invalidQuote } from '../src/reply/words/verdicts/invalidQuote.ts';
import { editionLibrary } from '../src/command/editionLibrary.ts';
import { CONTRACT } from '../src/reply/words/verdicts/verdictWords.ts';
import { chooseArticle, chosenArticle } from '../src/command/scope.ts';

const definition = {
  name: 'verify',
  description: 'Check whether a quotation is in the sources, word for word',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'quote',
      description: 'The quotation; … or [...] for what it leaves out',
      required: true,
      max_length: QUOTE_MAX_CHARS,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'reference',
      description: 'Where the quote is supposed to be, such as 12 or 12.2',
      autocomplete: true,
    },
    { ...ARTICLE_OPTION, description: 'The article it is supposed to be from' },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  needs: 'search',
  help: [
    'Compares the words with the source itself: exact; the same but for typography, with each difference; spliced together, with what was left out; altered, with what the source says instead; or not found in what was searched, which does not mean invented.',
    CONTRACT,
    'Every word you give is judged, except for an attribution such as “— Name, 2024, ¶8” and chat markup, which are shown as such.',
    'Earlier editions that are kept are searched, too: for words that the present one no longer has, and if a handle or link names an edition.',
    'With a reference or an article it judges the place, too, and says where the words were found instead.',
    'To check every quotation of a message at once, open its menu: Apps, “Check quotes”.',
  ].join('\n'),
  async run({ quote, reference, article }: OptionsOf<typeof definition>, context) {
    const choice = chooseArticle(article, { ...context, settings: {} });
    if (choice.kind === 'invalid') return choice;
    const answer = await verifyEditions({ quote, reference, article: choice.article?.id }, editionLibrary(context));
    if (answer.kind !== 'invalid') return answer;
    const { option, nearest } = answer;
    return { kind: 'invalid', option, nearest, message: invalidQuote(answer) };
  },
  complete({ name, value }, options, context) {
    if (name === 'article') return articleChoices(value, context);
    const article = chosenArticle(options, context);
    return referenceChoices(value, article ? [article] : context.library.articles.values());
  },
} satisfies Command;
