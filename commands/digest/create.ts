import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { zoneOption } from '../../src/command/zoneOption.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import { DEFAULT_LATE } from '../../src/schedule/schedule.ts';
import { createSchedule } from '../../src/schedule/schedules.ts';
import { answerStored } from './answerStored.ts';
import { digestContent } from './draft/digestContent.ts';
import { DETAIL_OPTIONS, NAME_OPTION, WHAT_OPTION, WHEN_OPTION } from './digestOptions.ts';
import { heldDigest } from './draft/heldDigest.ts';
import { draftRefusal } from './draft/draftRefusal.ts';
import { postingExtras } from './draft/postingExtras.ts';
import { latePolicy } from './draft/latePolicy.ts';
import { whenOption } from './draft/whenOption.ts';

/** The zone of a digest if neither it nor its server has one. */
const DEFAULT_ZONE = 'UTC';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'create',
  description: 'Schedule a new digest',
  options: [
    { ...NAME_OPTION, description: 'A name for it', autocomplete: false },
    { ...WHAT_OPTION, required: true },
    { ...WHEN_OPTION, required: true },
    ...DETAIL_OPTIONS,
  ],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  async run({ name, late, ...options }: OptionsOf<typeof definition>, context) {
    const { caller, guild, limits, settings } = context;
    const now = context.now.getTime();
    const channel = options.channel ?? caller.channel;
    if (channel === undefined) return invalid('channel', digestProblem({ kind: 'no-channel' }));
    const zone = options.zone === undefined ? (settings.zone ?? DEFAULT_ZONE) : zoneOption('zone', options.zone);
    if (typeof zone !== 'string') return zone;
    const when = whenOption(options.when, { zone, now, minMinutes: limits.minMinutes });
    if (when.kind === 'invalid') return when;
    const made = digestContent(options, context);
    if (made.kind === 'invalid') return made;
    const { content } = made;
    const refusal = await draftRefusal({ guild, channel, content }, context, { isChannelChosen: true });
    if (refusal) return refusal;
    const extra = await postingExtras(options, channel, context);
    if (extra.kind === 'invalid') return extra;
    const draft = {
      guild,
      channel,
      name,
      content,
      rule: when.rule,
      zone,
      late: late === undefined ? DEFAULT_LATE : latePolicy(late),
      creator: caller.user ?? 'terminal',
      ...extra.extras,
    };
    const held = await heldDigest(draft, context);
    if (held) return held;
    const stored = await createSchedule(await context.store(), draft, { now, limit: limits.perServer });
    return answerStored(stored, { name, done: 'created' }, context);
  },
} satisfies Subcommand<ServerContext>;
