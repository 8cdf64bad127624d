import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { AnswerOf } from '../src/answer/answer.ts';
import type { Article } from '../src/article/article.ts';
import { passageOfBlock } from '../src/article/passage.ts';
import { invalid } from '../src/command/checkOptions.ts';
import { articleChoices } from '../src/command/choices.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION } from '../src/command/definitions.ts';
import { chooseOneArticle } from '../src/command/scope.ts';
import { excerptOf } from '../src/excerpt/excerpt.ts';

const PARAGRAPHS_MAX = 5;

const definition = {
  name: 'opening',
  description: 'How an article begins',
  ...EVERYWHERE,
  options: [
    { ...ARTICLE_OPTION, description: 'The article (default: the one set here, or the only one)' },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'paragraphs',
      description: 'How many paragraphs (default: 1)',
      min_value: 1,
      max_value: PARAGRAPHS_MAX,
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  help: 'Shows the first paragraph of an article, or the first few: `paragraphs: 3`.',
  run({ article, paragraphs = 1 }: OptionsOf<typeof definition>, context) {
    const choice = chooseOneArticle(article, context);
    return choice.kind === 'invalid' ? choice : opening(choice.article, paragraphs);
  },
  complete: ({ value }, _options, context) => articleChoices(value, context),
} satisfies Command;

/** Quotes the first paragraphs of an article, at most as many as wanted. */
function opening(article: Article, wanted: number): AnswerOf<'excerpts' | 'invalid'> {
  const excerpts = article.blocks
    .flatMap(({ kind }, index) => (kind === 'paragraph' ? [excerptOf(article, passageOfBlock(article, index))] : []))
    .slice(0, wanted);
  if (excerpts.length === 0) return invalid('article', `"${article.title}" has no paragraphs.`);
  return { kind: 'excerpts', excerpts, more: 0 };
}
