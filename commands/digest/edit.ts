import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import { zoneOption } from '../../src/command/zoneOption.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import { SCHEDULE_NAME_MAX_CHARS, type Schedule } from '../../src/schedule/schedule.ts';
import { editSchedule, type ScheduleChanges } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';
import { answerStored } from './answerStored.ts';
import { contentOptions, digestContent } from './draft/digestContent.ts';
import { DETAIL_OPTIONS, WHAT_OPTION, WHEN_OPTION } from './digestOptions.ts';
import { heldDigest } from './draft/heldDigest.ts';
import { draftRefusal } from './draft/draftRefusal.ts';
import { digestSubcommand } from './digestSubcommand.ts';
import { postingExtras } from './draft/postingExtras.ts';
import { latePolicy } from './draft/latePolicy.ts';
import { whenOption } from './draft/whenOption.ts';

const OPTIONS = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'rename',
    description: 'A new name',
    max_length: SCHEDULE_NAME_MAX_CHARS,
  },
  WHAT_OPTION,
  WHEN_OPTION,
  ...DETAIL_OPTIONS,
  {
    type: ApplicationCommandOptionType.Boolean,
    name: 'unmention',
    description: 'Mention no role any more',
  },
] as const;

type Options = OptionsOf<{ options: typeof OPTIONS }>;

export default digestSubcommand({
  name: 'edit',
  description: 'Change a digest',
  options: OPTIONS,
  /** Changes what is given, and leaves the rest. */
  async run(schedule, options, context) {
    const { guild, limits } = context;
    const now = context.now.getTime();
    const zone = options.zone === undefined ? schedule.zone : zoneOption('zone', options.zone);
    if (typeof zone !== 'string') return zone;
    const when =
      options.when === undefined ? undefined : whenOption(options.when, { zone, now, minMinutes: limits.minMinutes });
    if (when?.kind === 'invalid') return when;
    const made = editedContent(schedule, options, context);
    if (made?.kind === 'invalid') return made;
    const content = made?.content;
    const { channel, late, rename } = options;
    if (channel !== undefined || content) {
      const draft = { guild, channel: channel ?? schedule.channel, content: content ?? schedule.content };
      const refusal = await draftRefusal(draft, context, { isChannelChosen: channel !== undefined });
      if (refusal) return refusal;
    }
    const extra = await editedExtras(schedule, options, context);
    if (extra?.kind === 'invalid') return extra;
    const changes: ScheduleChanges = {
      zone,
      ...extra?.extras,
      ...(rename === undefined ? {} : { name: rename }),
      ...(when ? { rule: when.rule } : {}),
      ...(content ? { content } : {}),
      ...(content && content.kind !== schedule.content.kind ? { position: 0 } : {}),
      ...(channel === undefined ? {} : { channel }),
      ...(late === undefined ? {} : { late: latePolicy(late) }),
    };
    if (!differs(schedule, changes)) return answerDigests([schedule], context, { done: 'unchanged' });
    const held = await heldDigest({ ...schedule, ...changes }, context);
    if (held) return held;
    const stored = await editSchedule(await context.store(), schedule.id, { changes, now });
    return answerStored(stored, { name: rename ?? schedule.name, done: 'edited' }, context);
  },
});

/** Returns what the digest is to post, checked; undefined if no option changes that. */
function editedContent(
  schedule: Schedule,
  { what, article, section, reference, length, after }: Options,
  context: ServerContext,
): ReturnType<typeof digestContent> | undefined {
  if ([what, article, section, reference, length, after].every((value) => value === undefined)) return undefined;
  if (article === undefined && isHidden(schedule, context))
    return invalid('article', digestProblem({ kind: 'article-hidden', channel: schedule.channel }));
  const before = contentOptions(schedule.content);
  const options = {
    what: what ?? before.what,
    article: article ?? before.article,
    section: section ?? before.section,
    reference: reference ?? before.reference,
    length: length ?? before.length,
    after: after ?? before.after,
  };
  return digestContent(options, context);
}

/** Returns whom posts mention and what becomes of them, checked; undefined if no option changes that or the channel. */
async function editedExtras(
  schedule: Schedule,
  { channel, mention, unmention, publish, thread, tag }: Options,
  context: ServerContext,
): Promise<Awaited<ReturnType<typeof postingExtras>> | undefined> {
  if ([channel, mention, unmention, publish, thread, tag].every((value) => value === undefined)) return undefined;
  const isMoved = channel !== undefined && channel !== schedule.channel;
  const chosen = {
    mention: unmention === true ? undefined : (mention ?? schedule.mention),
    publish: publish ?? schedule.publish,
    thread: thread ?? schedule.thread,
    tag: tag ?? (isMoved ? undefined : schedule.tag),
  };
  const checked = await postingExtras(chosen, channel ?? schedule.channel, context);
  if (checked.kind === 'invalid') return checked;
  return { kind: 'extras', extras: { ...NO_EXTRAS, ...checked.extras } };
}

const NO_EXTRAS = { mention: undefined, publish: undefined, thread: undefined, tag: undefined };

/** Whether a digest is about an article that the caller does not see. */
function isHidden({ content: { article } }: Schedule, { library }: ServerContext): boolean {
  return article !== undefined && !library.articles.has(article);
}

/** Whether changes would change anything. */
function differs(schedule: Schedule, changes: ScheduleChanges): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(value, schedule[key as keyof ScheduleChanges]),
  );
}
