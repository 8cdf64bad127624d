import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { documentAnswer } from '../src/answer/documentAnswer.ts';
import { readAnswer } from '../src/answer/readAnswer.ts';
import { articleChoices, sectionChoices } from '../src/command/choices.ts';
import type { Command, OptionsOf, SlashDefinition, CommandContext } from '../src/command/command.ts';
import {
  ARTICLE_OPTION,
  EVERYWHERE,
  HIDE_OPTION,
  QUERY_MAX_CHARS,
  SECTION_OPTION,
} from '../src/command/definitions.ts';
import { knownArticles } from '../src/command/knownArticles.ts';
import { readWith } from '../src/command/readWith.ts';
import { chooseScope, chosenArticle } from '../src/command/scope.ts';
import { inSlices } from '../src/runtime/steps/inSlices.ts';
import { aboutDocument } from '../src/utterance/aboutDocument.ts';
import { phraseOf } from '../src/utterance/phrase.ts';
import { asksForSources } from '../src/utterance/requests/readHelp.ts';

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
    SECTION_OPTION,
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'plain',
      description: 'Read the question as plain text: quotation marks and hyphens mean nothing',
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  needs: 'search',
  help: [
    'Shows the sentences that answer a question best, each in its paragraph and with a citation. If no sentence clearly answers, it says so, and why; if anything is close, it shows that.',
    'Words in quotation marks must occur as typed: `"these words"`. A word with a hyphen before it must not occur: `-word`. With `plain: True` quotation marks and hyphens mean nothing.',
    'You may also mention the bot with your question, or write to it directly. Plain words do there: a reference, text in quotation marks, “summary”, “what happened in May”, “cite 12.2 as APA”; or reply to an answer: “and in Germany?”, “when was that?”.',
  ].join('\n'),
  async run({ question, article, section, plain }: OptionsOf<typeof definition>, context) {
    const { library, commands } = context;
    const scope = chooseScope({ article, section }, context);
    if ('kind' in scope) return scope;
    const about = section === undefined ? aboutDocument(question, knownArticles(library.articles)) : undefined;
    const named = about?.article === undefined ? undefined : library.articles.get(about.article);
    if (about && named && (article === undefined || scope.article === named))
      return inSlices(documentAnswer(about.asked, library, { article: named }));
    const answer = await readAnswer(question, library, { ...scope, isPlain: plain, ...readWith(context) });
    const isOfSources = answer.kind === 'nothing' && article === undefined && asksForSources(phraseOf(question).folded);
    return (isOfSources ? await commands.get('sources')?.run({}, context) : undefined) ?? answer;
  },
  complete: ({ name, value }, options, context: CommandContext) =>
    name === 'section' ? sectionChoices(value, chosenArticle(options, context)) : articleChoices(value, context),
} satisfies Command;
