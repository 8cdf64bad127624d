import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { sources } from '../src/answer/sources.ts';
import { invalid } from '../src/command/checkOptions.ts';
import { articleChoices } from '../src/command/choices.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION } from '../src/command/definitions.ts';
import { chooseArticle } from '../src/command/scope.ts';
import { gapsInWords, mayNotSeeGaps } from '../src/reply/words/gapWords.ts';
import { saidTogether } from '../src/answer/said.ts';
import { votesInWords } from '../src/reply/words/voteWords.ts';
import { readVotes } from '../src/settings/votes.ts';
import { readGaps } from '../src/settings/gaps.ts';
import { uploadsElsewhere } from '../src/reply/words/uploads/uploadWords.ts';
import { mayNotReload } from '../src/reply/words/commands/accessWords.ts';

const definition = {
  name: 'sources',
  description: 'The articles available here: titles, dates, editions, paragraphs',
  ...EVERYWHERE,
  options: [
    { ...ARTICLE_OPTION, description: 'One article (default: all of them)' },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'reload',
      description: 'Read the articles again (needs Manage Server)',
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'gaps',
      description: 'See which questions had no answer (needs Manage Server)',
    },
    {
      type: ApplicationCommandOptionType.Attachment,
      name: 'add',
      description: 'Add a document to the articles of this server (needs Manage Server)',
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  help: 'Lists the articles available here with their dates, editions and numbers of paragraphs. `reload` reads the articles again; one with broken files keeps its last good version, if it has one, and those who manage the server see what is wrong. `gaps` shows those who manage the server how many questions had no answer, by day and article, and how answers were rated where `/settings set` lets members do that; the texts only if it keeps them. `add` shows those who manage the server what is read from a document, and keeps it for this server alone once they accept it.',
  async run({ article, reload, gaps, add }: OptionsOf<typeof definition>, context) {
    // Discord's files are handled where its interactions are.
    if (add !== undefined) return invalid('add', uploadsElsewhere());
    if (reload === true) {
      if (!context.caller.manages) return invalid('reload', mayNotReload());
      return context.reload();
    }
    if (gaps === true) {
      const { caller, granted, now } = context;
      if (caller.guild === undefined || !caller.manages) return invalid('gaps', mayNotSeeGaps());
      const [store, since] = [await context.store(), { guild: caller.guild, now: now.getTime() }];
      const asked = gapsInWords(await readGaps(store, since), granted.articles);
      const votes = await readVotes(store, since);
      return {
        kind: 'notice',
        ...(votes.length === 0 ? asked : saidTogether([asked, votesInWords(votes, granted.articles)], '\n\n')),
      };
    }
    const choice = chooseArticle(article, { ...context, settings: {} });
    if (choice.kind === 'invalid') return choice;
    return sources(choice.article ? [choice.article] : context.library.articles.values(), context);
  },
  complete: ({ value }, _options, context) => articleChoices(value, context),
} satisfies Command;
