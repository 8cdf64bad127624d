import {
  articleChoices,
  referenceChoices,
  scheduleChoices,
  sectionChoices,
  zoneChoices,
} from '../../src/command/choices.ts';
import type { Choice, Command, CommandContext, CommandOptions, SlashDefinition } from '../../src/command/command.ts';
import { FOR_MANAGERS } from '../../src/command/definitions.ts';
import { requireManagedGuild, type ServerContext } from '../../src/command/requireManagedGuild.ts';
import { chosenArticle } from '../../src/command/scope.ts';
import { runSubcommand, type Subcommand } from '../../src/command/subcommands.ts';
import { usableTags } from '../../src/delivery/postingPermissions.ts';
import { nearest } from '../../src/language/nearest.ts';
import { findSchedule } from '../../src/schedule/schedules.ts';
import { parseZone } from '../../src/settings/zones/parseZone.ts';
import { untilChoices, whenChoices } from './draft/whenChoices.ts';
import create from './create.ts';
import deleteDigest from './delete.ts';
import edit from './edit.ts';
import history from './history.ts';
import list from './list.ts';
import pause from './pause.ts';
import preview from './preview.ts';
import resume from './resume.ts';
import runNow from './runNow.ts';
import show from './show.ts';

const SUBCOMMANDS: readonly Subcommand<ServerContext>[] = [
  create,
  list,
  show,
  edit,
  pause,
  resume,
  runNow,
  preview,
  deleteDigest,
  history,
];

/** Suggests posting times, or ends of a pause, by the clock of the zone that is typed, or the server's. */
function timeChoices(
  option: 'when' | 'until',
  typed: string,
  { zone }: CommandOptions,
  { settings, now, limits }: CommandContext,
): readonly Choice[] {
  const read = typeof zone === 'string' ? parseZone(zone) : undefined;
  const times = { zone: read?.kind === 'zone' ? read.zone : (settings.zone ?? 'UTC'), now: now.getTime() };
  return option === 'when'
    ? whenChoices(typed, { ...times, minMinutes: limits.minMinutes })
    : untilChoices(typed, times);
}

/** Suggests the tags of the forum that the digest posts in. */
async function tagChoices(
  typed: string,
  { channel, name }: CommandOptions,
  { caller: { guild, channel: here }, posting, store }: CommandContext,
): Promise<readonly Choice[]> {
  if (guild === undefined) return [];
  const edited = typeof name === 'string' ? await findSchedule(await store(), { guild, name }) : undefined;
  const id = typeof channel === 'string' ? channel : (edited?.channel ?? here);
  const place = id === undefined ? undefined : await posting?.look(id, guild);
  const names = place ? usableTags(place).map((tag) => tag.name) : [];
  return nearest(typed, names, names.length).map((tag) => ({ name: tag, value: tag }));
}

const definition = {
  name: 'digest',
  description: 'Posts on a schedule: sections, summaries, events, quotes',
  ...FOR_MANAGERS,
  options: SUBCOMMANDS.map((subcommand) => subcommand.definition),
} satisfies SlashDefinition;

export default {
  definition,
  asksInForm: ['create'],
  help: [
    'For members with Manage Server. A digest posts once at each run, by the clock of its time zone. If it cannot, it reports that in the channel for failures (see /settings) or to its creator. On Discord, create without its options and edit with the name alone open a form, which shows the next post before anything is saved.',
    'When: every weekday at 9:00 · daily 08:30 · Mondays and Thursdays 17:00 · every 2 weeks on Friday 16:00 · first Monday of the month 10:00 · last day of the month 18:00 · every quarter 9:00 · every year on 1 March 9:00 · weekdays except Friday 9:00 · every weekday 9:00 except 24-26 December · every 4 hours between 8 and 20 · once tomorrow 09:00 · next Friday 16:00 · in 2 hours · a cron expression.',
  ].join('\n'),
  run(options, context) {
    const server = requireManagedGuild('digests', context);
    return 'kind' in server ? server : runSubcommand(SUBCOMMANDS, options, server);
  },
  async complete({ name, value }, options, context) {
    if (name === 'name') return scheduleChoices(value, context);
    if (name === 'zone') return zoneChoices(value);
    if (name === 'when' || name === 'until') return timeChoices(name, value, options, context);
    if (name === 'article') return articleChoices(value, context);
    if (name === 'tag') return tagChoices(value, options, context);
    const article = chosenArticle(options, context);
    if (name === 'section') return sectionChoices(value, article);
    return referenceChoices(value, article ? [article] : [], (reference) => reference);
  },
} satisfies Command;
