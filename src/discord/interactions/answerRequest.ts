import { type AttachmentPayload, type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { articlesIn } from '../../answer/articlesIn.ts';
import type { CommandContext } from '../../command/command.ts';
import { runCommand } from '../../command/runCommand.ts';
import { shownArticles } from '../../command/shownArticles.ts';
import type { Request } from '../../reply/controls/request.ts';
import { type Reply, replySteps } from '../../reply/reply.ts';
import { messageGone } from '../../reply/words/messages/notices.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { textOf } from '../messages/messageText.ts';
import type { BotContext } from './botContext.ts';
import { noteUnanswered } from './noteUnanswered.ts';
import { callerOf, isInServer } from './callerOf.ts';
import { type Outgoing, respond, type Respondable } from './respond.ts';
import { aboutOf, responding, sentence } from './responding.ts';

interface AnswerOptions {
  readonly interaction: BaseInteraction;
  readonly context: BotContext;
  readonly hidden: boolean;
  /** Whether the settings here may hide the answer, if the user did not choose. */
  readonly hiddenByDefault?: boolean;
  readonly mention?: string | undefined;
  readonly postedBy?: string;
}

/** Answers a request: runs its command, and sends what it came to. */
export async function answerRequest(
  target: Respondable,
  request: Request,
  { interaction, context, hidden, hiddenByDefault = false, mention, postedBy }: AnswerOptions,
): Promise<void> {
  const { log } = context;
  const about = aboutOf(interaction, context.commands.has(request.command) ? request.command : 'unknown');
  const started = performance.now();
  let answeredWith = 'refused';
  const work = async (): Promise<Outgoing> => {
    const caller = await callerOf(interaction, context);
    // Everybody sees a posted answer, so the roles of the member who posts it do not count.
    const command = {
      ...(await context.contextFor(request.post ? { ...caller, roles: [] } : caller)),
      commandIds: context.commandIds,
    };
    const message = await messageAgain(request, interaction);
    if (message === 'gone') return sentence(messageGone(), context);
    const result = await runCommand(request.command, { ...withoutTarget(request.options), ...message }, command);
    if (interaction.isChatInputCommand() && isInServer(interaction))
      await noteUnanswered(request, { answer: result, context: command, log });
    const alone =
      hidden ||
      result.kind === 'invalid' ||
      (hiddenByDefault && command.settings.hide === true) ||
      !isForEverybody(result, command);
    const rendering = replySteps(result, {
      request,
      now: command.now,
      articles: await shownArticles(result, command),
      links: context.links,
      hidden: alone,
      isRated: command.settings.feedback === true && isInServer(interaction) && request.command !== 'digest',
      mayAttach: interaction.appPermissions.has(PermissionFlagsBits.AttachFiles),
      ...(postedBy === undefined ? {} : { postedBy }),
      ...(mention === undefined ? {} : { mention }),
    });
    const { components, files } = await inSlices(rendering);
    answeredWith = result.kind;
    const ms = Math.round(performance.now() - started);
    log.info({ command: request.command, kind: result.kind, ms }, 'answered');
    log.debug({ ...about, ...decisionOf(result), ms, hidden: alone }, 'decided');
    return {
      payload: {
        components,
        allowedMentions: { parse: [], users: mention === undefined ? [] : [mention] },
        // An empty list would remove the files of an edited message.
        ...(files.length === 0 ? {} : { files: files.map(attachment) }),
      },
      hidden: alone,
    };
  };
  const outcome = await respond(target, work, { hidden, ...responding(context, about) });
  const kind = outcome === 'answered' ? answeredWith : outcome;
  context.count(
    context.commands.has(request.command) ? request.command : 'unknown',
    kind,
    (performance.now() - started) / 1000,
  );
}

/** Reads the message of a button again; `gone` if it was deleted or the bot may not read it. */
async function messageAgain(
  { options: { message, target } }: Request,
  interaction: BaseInteraction,
): Promise<{ readonly message?: string } | 'gone'> {
  if (typeof target !== 'string' || message !== undefined) return {};
  try {
    const found = await interaction.channel?.messages.fetch(target);
    const message = found ? textOf(found) : '';
    // It had text; Discord leaves that out of what is fetched later, unless the bot may read all messages.
    return message === '' ? 'gone' : { message };
  } catch {
    return 'gone';
  }
}

/** Only buttons depend on which message it is. */
function withoutTarget({ target: _, ...options }: Request['options']): Request['options'] {
  return options;
}

/** The decision, by identifiers only. */
function decisionOf(answer: Answer): Readonly<Record<string, unknown>> {
  return {
    kind: answer.kind,
    ...('verdict' in answer ? { verdict: answer.verdict } : {}),
    ...(answer.kind === 'verdicts' ? { verdicts: answer.verdicts.map(({ verdict }) => verdict.verdict) } : {}),
    ...(answer.kind === 'nothing' ? { reason: answer.reason } : {}),
    ...(answer.kind === 'invalid' ? { option: answer.option } : {}),
  };
}

/**
 * Whether an answer only contains what everybody in the channel may see, and nothing that just the member's roles
 * grant.
 */
function isForEverybody(answer: Answer, { library, shared }: CommandContext): boolean {
  if (library.articles.size === shared.size) return true;
  return articlesIn(answer)?.every((id) => shared.has(id)) ?? false;
}

function attachment({ name, content }: Reply['files'][number]): AttachmentPayload {
  return { name, attachment: Buffer.from(content) };
}
