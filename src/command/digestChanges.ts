import { isDeepStrictEqual } from 'node:util';
import type { Answer, AnswerOf } from '../answer/answer.ts';
import { channel as mention, said } from '../answer/said.ts';
import { parseWhen } from '../schedule/when/parseWhen.ts';
import { DEFAULT_LATE, type Content, type LatePolicy, type Schedule } from '../schedule/schedule.ts';
import { createSchedule, editSchedule, type ScheduleChanges, type Stored } from '../schedule/schedules.ts';
import { invalid } from './checkOptions.ts';
import type { CommandOptions } from './command.ts';
import type { CommandContext } from './context.ts';
import { contentOf, type ContentOptions, type DigestKind } from './digestOptions.ts';
import { answerWith, findDigest, libraryOf } from './digestUses.ts';
import { postingRefusal } from './postingRefusal.ts';
import { zoneOption } from './zoneOption.ts';

/** The zone of digests where neither they nor their server have one. */
const DEFAULT_ZONE = 'UTC';

/** Schedules a new digest, after the channel was looked at. */
export async function createDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const { caller, now, limits } = context;
  const channel = textOf(options, 'channel') ?? caller.channel;
  if (channel === undefined) return invalid('channel', 'Choose where to post it with the option "channel".');
  const zone = zoneOf(options, context.settings.zone ?? DEFAULT_ZONE);
  if (typeof zone !== 'string') return zone;
  const when = parseWhen(textOf(options, 'when')!, { zone, now: now.getTime(), minMinutes: limits.minMinutes });
  if (when.kind === 'invalid') return invalid('when', when.message, when.nearest);
  const content = contentOf(options as unknown as ContentOptions, context);
  if (content.kind === 'invalid') return content;
  const refusal =
    (await refusalOf({ guild, channel }, context)) ??
    (await contentRefusalOf({ guild, channel, content: content.content }, context));
  if (refusal) return refusal;
  const stored = await createSchedule(
    await context.store(),
    {
      guild,
      channel,
      name: textOf(options, 'name')!,
      content: content.content,
      rule: when.rule,
      zone,
      late: lateOf(options) ?? DEFAULT_LATE,
      creator: caller.user ?? 'terminal',
    },
    { now: now.getTime(), limit: limits.perServer },
  );
  return afterStoring(stored, { name: textOf(options, 'name')!, context, done: 'created' });
}

/** Changes what is named of a digest, and leaves the rest. */
export async function editDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const zone = zoneOf(options, schedule.zone);
  if (typeof zone !== 'string') return zone;
  const when = textOf(options, 'when');
  const rule =
    when === undefined
      ? undefined
      : parseWhen(when, { zone, now: context.now.getTime(), minMinutes: context.limits.minMinutes });
  if (rule?.kind === 'invalid') return invalid('when', rule.message, rule.nearest);
  const changes = changesContent(options);
  if (changes && isHidden(schedule.content, options, context))
    return invalid(
      'article',
      said`It posts an article that is not available here. Name another one, or edit it in ${mention(schedule.channel)}.`,
    );
  const content = changes
    ? contentOf({ ...optionsOf(schedule.content), ...(options as Partial<ContentOptions>) }, context)
    : undefined;
  if (content?.kind === 'invalid') return content;
  const channel = textOf(options, 'channel');
  const next = { guild, channel: channel ?? schedule.channel, content: content?.content ?? schedule.content };
  const refusal =
    (channel === undefined ? undefined : await refusalOf(next, context)) ??
    (channel === undefined && !content ? undefined : await contentRefusalOf(next, context));
  if (refusal) return refusal;
  const late = lateOf(options);
  const rename = textOf(options, 'rename');
  const changed: ScheduleChanges = {
    zone,
    ...(rename === undefined ? {} : { name: rename }),
    ...(rule ? { rule: rule.rule } : {}),
    ...(content ? { content: content.content } : {}),
    ...(content && content.content.kind !== schedule.content.kind ? { position: 0 } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(late ? { late } : {}),
  };
  if (!differs(schedule, changed)) return answerWith([schedule], context, { done: 'unchanged' });
  const stored = await editSchedule(await context.store(), schedule.id, {
    changes: changed,
    now: context.now.getTime(),
  });
  return afterStoring(stored, { name: rename ?? schedule.name, context, done: 'edited' });
}

/** Whether changes would change anything. */
function differs(schedule: Schedule, changes: ScheduleChanges): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(value, schedule[key as keyof ScheduleChanges]),
  );
}

function afterStoring(
  stored: Stored,
  {
    name,
    context,
    done,
  }: { readonly name: string; readonly context: CommandContext; readonly done: 'created' | 'edited' },
): Promise<Answer> | Answer {
  switch (stored.kind) {
    case 'stored':
      context.posting?.wake();
      return answerWith([stored.schedule], context, { done });
    case 'taken':
      return invalid('name', `This server already has a digest "${name}".`);
    case 'full':
      return invalid('name', `This server can have up to ${stored.limit} digests. Delete one first.`);
    case 'missing':
      return invalid('name', `The digest "${name}" was deleted meanwhile.`);
    default:
      return stored satisfies never;
  }
}

/** Whether a digest is about an article that the caller does not see, and that the options do not replace. */
function isHidden({ article }: Content, options: CommandOptions, { library }: CommandContext): boolean {
  return article !== undefined && textOf(options, 'article') === undefined && !library.articles.has(article);
}

/** Checks whether the channel may see the article that a digest is to post there. */
async function contentRefusalOf(
  draft: Pick<Schedule, 'guild' | 'channel' | 'content'>,
  context: CommandContext,
): Promise<AnswerOf<'invalid'> | undefined> {
  if (draft.content.article === undefined || (await libraryOf(draft, context)).articles.size > 0) return undefined;
  return invalid(
    'article',
    said`This article is not available in ${mention(draft.channel)}, so no digest there can post it.`,
  );
}

async function refusalOf(
  place: Pick<Schedule, 'guild' | 'channel'>,
  context: CommandContext,
): Promise<AnswerOf<'invalid'> | undefined> {
  const refusal = await postingRefusal(place, context);
  return refusal && invalid('channel', refusal);
}

function zoneOf(options: CommandOptions, standard: string): string | AnswerOf<'invalid'> {
  const typed = textOf(options, 'zone');
  return typed === undefined ? standard : zoneOption('zone', typed);
}

function lateOf({ late }: CommandOptions): LatePolicy | undefined {
  if (typeof late !== 'number') return undefined;
  return late === 0 ? { kind: 'skip' } : { kind: 'late', hours: late };
}

function changesContent(options: CommandOptions): boolean {
  return ['what', 'article', 'section', 'reference', 'length', 'after'].some((name) => options[name] !== undefined);
}

function optionsOf(content: Content): ContentOptions {
  const what: DigestKind = content.kind === 'events' && content.which === 'on-this-day' ? 'on-this-day' : content.kind;
  const { article, length } = content;
  return {
    what,
    article,
    length,
    ...(content.kind === 'section' ? { section: content.section } : {}),
    ...(content.kind === 'sections' ? { after: content.after } : {}),
    ...(content.kind === 'quote' ? { reference: content.reference } : {}),
  };
}

function textOf(options: CommandOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
