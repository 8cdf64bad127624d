import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { event, eventsIn } from '../src/answer/event.ts';
import { prepareEvents } from '../src/answer/prepare.ts';
import { articleChoices, choiceName } from '../src/command/choices.ts';
import { invalid } from '../src/command/checkOptions.ts';
import type { Choice, Command, CommandOptions, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import type { CommandContext } from '../src/command/context.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION, QUERY_MAX_CHARS } from '../src/command/definitions.ts';
import { chooseArticles, chosenArticle } from '../src/command/scope.ts';
import { edtfInWords } from '../src/reply/edtfInWords.ts';
import { EXPORT_FORMATS, EXPORT_WORDS } from '../src/reply/export/exportFormats.ts';
import { inSlices } from '../src/steps/inSlices.ts';

const DATE_MAX_CHARS = 60;

const definition = {
  name: 'event',
  description: 'What happened, when and where, in the source’s own words',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'about',
      description: 'Such as "attacks in Iran", "arrests last summer"; without it, the timeline',
      max_length: QUERY_MAX_CHARS,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'from',
      description: 'The first day that matters: 2022, 2023-03, "last summer"',
      max_length: DATE_MAX_CHARS,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'to',
      description: 'The last day that matters',
      max_length: DATE_MAX_CHARS,
    },
    { type: ApplicationCommandOptionType.String, name: 'place', description: 'Where', max_length: 100 },
    { type: ApplicationCommandOptionType.String, name: 'who', description: 'Who acts, or is named', max_length: 100 },
    {
      type: ApplicationCommandOptionType.String,
      name: 'day',
      description: 'On this day of any year: 05-03, or today',
      max_length: 10,
    },
    ARTICLE_OPTION,
    {
      type: ApplicationCommandOptionType.String,
      name: 'order',
      description: 'How a timeline is put in order (default: by date)',
      choices: [
        { name: 'By date, undated last', value: 'date' },
        { name: 'As the source tells it', value: 'text' },
      ],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'export',
      description: 'All of them as a file',
      choices: EXPORT_FORMATS.map((value) => ({ name: EXPORT_WORDS[value].name, value })),
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  needs: 'events',
  help: [
    'Each event is a sentence of the source. Its date is what the sentence says, with the rule by which it was resolved and how sure that is; vague dates stay vague.',
    'Dates can stand in the words too: "since March 2023", "in 2022", "before the embassy bombing".',
    'Everything found can be had as a file: a table, a calendar (events with a full date), JSON or Markdown, each with the verbatim sentence and its citation.',
  ].join('\n'),
  async run({ day, article, order, export: _, hide: __, ...query }: OptionsOf<typeof definition>, context) {
    const choice = chooseArticles(article, context);
    if (choice.kind === 'invalid') return choice;
    const monthDay = day === undefined ? undefined : monthDayOf(day, context.now);
    if (day !== undefined && monthDay === undefined)
      return invalid('day', `"${day}" is not a day of the year; write it as 05-03 (3 May), or today.`, ['today']);
    const { articles } = choice;
    await inSlices(prepareEvents(articles ?? context.library.articles.values()));
    const answer = event({ ...query, order, day: monthDay, articles }, context.library, context.now);
    if (answer.kind === 'reversed') return invalid('to', '"to" is before "from": no day lies between them.');
    if (answer.kind !== 'no-date') return answer;
    return invalid(
      answer.option,
      `"${answer.option}" must be a date such as 2022, 2023-03, 2024-06-11 or "last summer".`,
    );
  },
  async complete({ name, value }, options, context) {
    if (name === 'article') return articleChoices(value, context);
    const article = chosenArticle(options, context);
    await inSlices(prepareEvents(article ? [article] : context.library.articles.values()));
    return labelChoices(value, options, context);
  },
} satisfies Command;

/** Reads a day of the year, `05-03`, from that, from a full date, or from "today". */
function monthDayOf(typed: string, now: Date): string | undefined {
  const text = typed.trim().toLowerCase() === 'today' ? now.toISOString().slice(0, 10) : typed.trim();
  const found = /^(?:\d{4}-)?((?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/u.exec(text);
  return found?.[1];
}

/** Shows what events there are, each with its date; words that the list holds come first. */
function labelChoices(typed: string, options: CommandOptions, context: CommandContext): readonly Choice[] {
  const article = chosenArticle(options, context);
  const wanted = typed.trim().toLowerCase();
  const seen = new Set<string>();
  return eventsIn(context.library, article ? [article] : context.library.articles.values()).flatMap(
    ({ event: { label, date } }) => {
      if (seen.has(label) || !label.toLowerCase().includes(wanted)) return [];
      seen.add(label);
      const when = date?.edtf == null ? 'no date' : edtfInWords(date.edtf);
      return [{ name: choiceName(`${label} · ${when}`), value: choiceName(label).replace(/…$/u, '') }];
    },
  );
}
