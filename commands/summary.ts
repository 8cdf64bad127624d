import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { prepareSummaries, prepareSummary, summarize, summarizeEachSteps } from '../src/answer/summary/summary.ts';
import { articleChoices, sectionChoices } from '../src/command/choices.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION, SECTION_OPTION } from '../src/command/definitions.ts';
import { ALL_ARTICLES, chooseArticles, chooseOneArticle, chooseSection, chosenArticle } from '../src/command/scope.ts';
import { ofAllArticles } from '../src/reply/words/commands/scopeWords.ts';
import { inSlices } from '../src/runtime/steps/inSlices.ts';

const definition = {
  name: 'summary',
  description: 'The main sentences of an article or a section, word for word',
  ...EVERYWHERE,
  options: [
    { ...ARTICLE_OPTION, description: 'The article to summarize (default: a sentence from each)' },
    { ...SECTION_OPTION, description: 'One section of it (default: all)' },
    {
      type: ApplicationCommandOptionType.String,
      name: 'length',
      description: 'How long (default: standard)',
      choices: [
        { name: 'Brief: up to 3 sentences', value: 'brief' },
        { name: 'Standard: up to 6 sentences', value: 'standard' },
        { name: 'Full: these, and one from each further paragraph', value: 'full' },
      ],
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

const ALL = { name: ofAllArticles(), value: ALL_ARTICLES };

export default {
  definition,
  help: 'Nothing is rewritten: these are the sentences that score highest for what the text is about and for making sense on their own, in its order, each cited. A longer summary has all sentences of a shorter one. Several articles get one sentence each (full: up to three): all of them if none is named, or those named by ids with commas.',
  async run({ article, section, length }: OptionsOf<typeof definition>, context) {
    if (section === undefined) {
      const several = chooseArticles(article, context);
      if (several.kind === 'invalid') return several;
      const articles = several.articles ?? [...context.library.articles.values()];
      await inSlices(prepareSummaries(articles, length));
      if (articles.length > 1) return inSlices(summarizeEachSteps(articles, context.library, length ?? 'standard'));
    }
    const choice = chooseOneArticle(article === ALL_ARTICLES ? undefined : article, context);
    if (choice.kind === 'invalid') return choice;
    const part = section === undefined ? undefined : chooseSection(section, choice.article);
    if (part?.kind === 'invalid') return part;
    const options = { section: part?.section, length };
    await inSlices(prepareSummary(choice.article, options));
    return summarize(choice.article, context.library, options);
  },
  complete({ name, value }, options, context) {
    if (name !== 'article') return sectionChoices(value, chosenArticle(options, context));
    const choices = articleChoices(value, context);
    return value === '' && choices.length > 1 ? [ALL, ...choices] : choices;
  },
} satisfies Command;
