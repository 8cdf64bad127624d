import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Answer } from '../src/answer/answer.ts';
import { event, eventsIn } from '../src/answer/event.ts';
import { prepareEvents } from '../src/answer/prepare.ts';
import { articleChoices, choiceName } from '../src/command/choices.ts';
import { eventValueChoices } from '../src/command/eventChoices.ts';
import { invalid } from '../src/command/checkOptions.ts';
import type {
  Choice,
  Command,
  CommandOptions,
  OptionsOf,
  SlashDefinition,
  CommandContext,
} from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION, QUERY_MAX_CHARS } from '../src/command/definitions.ts';
import { chooseArticles, chosenArticle } from '../src/command/scope.ts';
import { tagFirst } from '../src/command/tagFirst.ts';
import { eventOptionProblem } from '../src/reply/words/commands/eventOptionWords.ts';
import { edtfInWords } from '../src/reply/words/events/edtfInWords.ts';
import { EXPORT_FORMATS } from '../src/reply/export/exportFormats.ts';
import { EXPORT_NAMES } from '../src/reply/words/events/exportWords.ts';
import { parseCalendarDate } from '../src/language/dates/calendar.ts';
import { formatDay, MINUTES_PER_DAY } from '../src/schedule/times/wallClock.ts';
import { wallAt } from '../src/schedule/times/nextOccurrences.ts';
import { inSlices } from '../src/runtime/steps/inSlices.ts';

const DATE_MAX_CHARS = 60;

const definition = {
  name: 'event',
  description: 'What happened, when and where, in the source’s own words',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'about',
      description: 'Words, places or times, such as "arrests in 2022" or "last summer"; leave empty for the timeline',
      max_length: QUERY_MAX_CHARS,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'from',
      description: 'From this date: 2022, 2023-03, "last summer"',
      max_length: DATE_MAX_CHARS,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'to',
      description: 'Until this date',
      max_length: DATE_MAX_CHARS,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'place',
      description: 'Where',
      max_length: 100,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'who',
      description: 'Who acts, or is named',
      max_length: 100,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'day',
      description: 'On this day of any year: 05-03, or today',
      max_length: 10,
      autocomplete: true,
    },
    ARTICLE_OPTION,
    {
      type: ApplicationCommandOptionType.String,
      name: 'order',
      description: 'Order of the timeline (default: by date)',
      choices: [
        { name: 'By date, undated last', value: 'date' },
        { name: 'As the source tells it', value: 'text' },
      ],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'export',
      description: 'Get the results as a file',
      choices: EXPORT_FORMATS.map((value) => ({ name: EXPORT_NAMES[value], value })),
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  needs: 'events',
  help: [
    'Each event is a sentence of the source. Its date is from that sentence or the text around it, with the rule that was used and how certain it is; vague dates stay vague.',
    'The words can contain dates, too: "since March 2023", "in 2022", "last summer".',
    'The results can be exported as a table, a calendar (only events with a full date), JSON or Markdown, each with the verbatim sentence and where it is from.',
  ].join('\n'),
  async run({ day, article, order, export: _, hide: __, ...query }: OptionsOf<typeof definition>, context) {
    const choice = chooseArticles(article, context);
    if (choice.kind === 'invalid') return choice;
    const today = todayIn(context);
    const monthDay = day === undefined ? undefined : monthDayOf(day, today);
    if (day !== undefined && monthDay === undefined)
      return invalid('day', eventOptionProblem({ kind: 'no-day', typed: day }), ['today']);
    const { articles } = choice;
    const among = articles ?? [...context.library.articles.values()];
    await tagFirst(among, context);
    await inSlices(prepareEvents(among));
    const answer = event({ ...query, order, day: monthDay, articles }, context.library, today);
    if (answer.kind === 'reversed') return invalid('to', eventOptionProblem(answer));
    if (answer.kind !== 'no-date') return withLater(answer, context);
    return invalid(answer.option, eventOptionProblem(answer));
  },
  async complete({ name, value }, options, context) {
    if (name === 'article') return articleChoices(value, context);
    const article = chosenArticle(options, context);
    await inSlices(prepareEvents(article ? [article] : context.library.articles.values()));
    const events = eventsIn(context.library, article ? [article] : context.library.articles.values());
    return eventValueChoices(name, value, events) ?? labelChoices(value, options, context);
  },
} satisfies Command;

/** Adds to an answer whether what was not read will be. */
function withLater(answer: Answer, { tagger }: CommandContext): Answer {
  if ((answer.kind !== 'events' && answer.kind !== 'nothing') || !answer.unread || tagger?.isAble() !== true)
    return answer;
  return { ...answer, unread: { ...answer.unread, later: true } };
}

/** Returns today's date (YYYY-MM-DD) in the server's time zone, else in UTC. */
function todayIn({ now, settings }: CommandContext): string {
  return formatDay(Math.floor(wallAt(now.getTime(), settings.zone ?? 'UTC') / MINUTES_PER_DAY));
}

/** Parses a day of the year, `05-03`, from that form, from a full date, or from "today". */
function monthDayOf(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase() === 'today' ? today : typed.trim();
  const [, day] = /^(?:\d{4}-)?(\d\d-\d\d)$/u.exec(text) ?? [];
  // A leap year has every day.
  return day !== undefined && parseCalendarDate(`2024-${day}`) !== undefined ? day : undefined;
}

/** Suggests events, each with its date; words for the list come first. */
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
