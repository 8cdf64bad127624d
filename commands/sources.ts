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
import { removedElsewhere, uploadsElsewhere } from '../src/reply/words/uploads/uploadWords.ts';
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
      description: 'Add a document to the articles of this server (needs Manage Server, or the role set for it)',
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'upload',
      description: 'Choose the document to add in a form',
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'show',
      description: 'Show what was read of an article: details, sections, editions',
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'remove',
      description: 'Remove an article that this server has added',
      autocomplete: true,
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  help: 'Lists the articles available here with their dates, editions and numbers of paragraphs. `reload` reads the articles again; one with broken files keeps its last good version, if it has one, and those who manage the server see what is wrong. `gaps` shows those who manage the server how many questions had no answer, by day and article, and how answers were rated where `/settings set` lets members do that; the texts only if it keeps them. `add` (or `upload`, in a form, or “Add as source” in the menu of a message with a file) shows those who may add articles what is read from a document, and keeps it for this server alone once they accept it, as an article of its own or as a newer edition. `show` shows what was read of an article; there they can replace or remove it, if this server has added it; `remove` asks before it does so.',
  async run({ article, reload, gaps, add, upload, show, remove }: OptionsOf<typeof definition>, context) {
    // Discord's files are handled where its interactions are.
    if (add !== undefined) return invalid('add', uploadsElsewhere());
    if (upload === true) return invalid('upload', uploadsElsewhere());
    if (remove !== undefined) return invalid('remove', removedElsewhere());
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
    const choice = chooseArticle(show ?? article, { ...context, settings: {} });
    if (choice.kind === 'invalid') return choice;
    return sources(choice.article ? [choice.article] : context.library.articles.values(), context);
  },
  complete({ name, value }, _options, context) {
    const { granted, caller } = context;
    if (name !== 'remove') return articleChoices(value, context);
    const own = [...granted.articles].filter(([, { server }]) => server !== undefined && server === caller.guild);
    return articleChoices(value, { ...context, library: { ...granted, articles: new Map(own) } });
  },
} satisfies Command;
