import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { outline, readSection } from '../src/answer/section.ts';
import { articleChoices, sectionChoices } from '../src/command/choices.ts';
import { invalid } from '../src/command/checkOptions.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION } from '../src/command/definitions.ts';
import { chooseOneArticle, chooseSection, chosenArticle } from '../src/command/scope.ts';
import { sectionProblem } from '../src/reply/words/commands/scopeWords.ts';

const definition = {
  name: 'section',
  description: 'Read a section page by page, or see the outline of an article',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'name',
      description: 'The section to read (default: the outline)',
      autocomplete: true,
    },
    { ...ARTICLE_OPTION, description: 'The article to read' },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  help: 'Without a name it lists the sections and their paragraphs. With the name or number of a section it shows its whole text, page by page; 0 is the text before the first heading.',
  run({ name, article }: OptionsOf<typeof definition>, context) {
    const choice = chooseOneArticle(article, context);
    if (choice.kind === 'invalid') return choice;
    if (name === undefined) return outline(choice.article);
    const part = chooseSection(name, choice.article);
    if (part.kind === 'invalid') return part;
    return (
      readSection(choice.article, part.section) ??
      invalid('name', sectionProblem({ kind: 'no-text', heading: part.section.heading ?? '' }, choice.article.title))
    );
  },
  complete: ({ name, value }, options, context) =>
    name === 'article' ? articleChoices(value, context) : sectionChoices(value, chosenArticle(options, context)),
} satisfies Command;
