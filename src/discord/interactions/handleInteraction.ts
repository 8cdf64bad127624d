import {
  MessageFlags,
  PermissionFlagsBits,
  type AttachmentPayload,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { articlesIn } from '../../answer/articlesIn.ts';
import type { CommandContext } from '../../command/command.ts';
import { completeOption, runCommand } from '../../command/runCommand.ts';
import { shownArticles } from '../../command/shownArticles.ts';
import { readEcho } from '../../reply/echo.ts';
import { readHeading } from '../../reply/words/messages/heading.ts';
import { reply, replySteps, type Reply } from '../../reply/reply.ts';
import { decodeRequest, type Request } from '../../reply/controls/request.ts';
import { expiredButton, failed, messageGone, slowDown, tooBusy } from '../../reply/words/messages/notices.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { textOf } from '../messages/messageText.ts';
import type { BotContext } from './botContext.ts';
import { callerOf } from './callerOf.ts';
import { plainOptions } from './options.ts';
import type { Admission } from './rateGate.ts';
import { ACK_DEADLINE_MS } from './acknowledge.ts';
import { reportTrouble, respond, type Outgoing, type Respondable, type RespondOptions } from './respond.ts';
import { updating } from './updating.ts';

/** Commands about a server's own settings and digests. */
const PRIVATE: ReadonlySet<string> = new Set(['settings', 'digest']);

/**
 * Answers one interaction of any kind. Must be called on receipt, since the deferral is timed from the call. Never
 * throws.
 */
export function handleInteraction(interaction: Interaction, context: BotContext): Promise<void> {
  return context.queue.run(interaction.user.id, () => answerOne(interaction, context));
}

async function answerOne(interaction: Interaction, context: BotContext): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, context);
  const admission = context.enter(interaction.user.id);
  if (!admission.admitted) return refuse(interaction, admission, context);
  if (interaction.isChatInputCommand()) return answerCommand(interaction, context);
  if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, context);
  if (interaction.isMessageComponent()) return answerComponent(interaction, context);
}

async function complete(
  interaction: AutocompleteInteraction,
  { commands, contextFor, enter, log, queue }: BotContext,
): Promise<void> {
  const received = performance.now();
  try {
    if (!enter(interaction.user.id, 'suggestion').admitted) return await interaction.respond([]);
    await queue.turn();
    if (performance.now() - received > ACK_DEADLINE_MS) return;
    const command = commands.get(interaction.commandName);
    const { name, value } = interaction.options.getFocused(true);
    const options = plainOptions(interaction.options.data);
    const choices = command
      ? await completeOption(
          command,
          { name, value },
          { options, context: await contextFor(await callerOf(interaction)) },
        )
      : [];
    await interaction.respond(choices);
  } catch (error) {
    reportTrouble(error, log, { ...aboutOf(interaction, interaction.commandName), autocomplete: true });
  }
}

/**
 * Notifies a member who is over the limit, once and privately. Until the limit lets them through, further uses are
 * acknowledged without a message, because Discord shows an unacknowledged interaction as a failure.
 */
async function refuse(
  interaction: Interaction,
  { waitSeconds, notified }: Extract<Admission, { admitted: false }>,
  context: BotContext,
): Promise<void> {
  const { log } = context;
  if (!interaction.isRepliable()) return;
  log.debug({ user: interaction.user.id, waitSeconds, notified }, 'a member is over the limit');
  try {
    if (!notified) {
      const { payload } = sentence(slowDown(waitSeconds), context);
      await interaction.reply({ ...payload, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] });
    } else if (interaction.isMessageComponent()) {
      await interaction.deferUpdate();
    } else {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.deleteReply();
    }
  } catch (error) {
    log.warn({ err: error }, 'a member over the limit could not be told');
  }
}

async function answerCommand(interaction: ChatInputCommandInteraction, context: BotContext): Promise<void> {
  const options = plainOptions(interaction.options.data);
  const request = requestOf(interaction.commandName, options);
  await answer(interaction, request, {
    interaction,
    context,
    hidden: options['hide'] === true || PRIVATE.has(interaction.commandName),
    hiddenByDefault: options['hide'] === undefined,
    mention: interaction.options.getUser('mention')?.id,
  });
}

async function answerMenu(interaction: MessageContextMenuCommandInteraction, context: BotContext): Promise<void> {
  const request: Request = {
    command: interaction.commandName,
    options: {
      message: textOf(interaction.targetMessage),
      // The bot cannot read the message again in a server that it is not a member of.
      ...(interaction.inRawGuild() && !interaction.inCachedGuild() ? {} : { target: interaction.targetId }),
    },
  };
  await answer(interaction, request, {
    interaction,
    context,
    hidden: true,
  });
}

async function answerComponent(interaction: MessageComponentInteraction, context: BotContext): Promise<void> {
  const { message } = interaction;
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const components = message.components.map((component) => component.toJSON());
  const request = decodeRequest(interaction.customId, { chosen, echoed: readEcho(components) });
  if (!request) {
    await respond(interaction, async () => sentence(expiredButton(), context), {
      hidden: true,
      ...responding(context, aboutOf(interaction, 'expired button')),
    });
    return;
  }
  const ephemeral = message.flags.has(MessageFlags.Ephemeral);
  if (request.post)
    return answer(interaction, request, { interaction, context, hidden: false, postedBy: interaction.user.id });
  if (request.options['format'] !== undefined || request.options['export'] !== undefined)
    return answer(interaction, request, { interaction, context, hidden: true });
  const owner = message.interactionMetadata?.user.id;
  const own = ephemeral || owner === interaction.user.id || (owner === undefined && interaction.guildId === null);
  await answer(own ? updating(interaction) : interaction, request, {
    context,
    hidden: own ? ephemeral : true,
    interaction,
    ...(own ? readHeading(components) : {}),
  });
}

interface AnswerOptions {
  readonly interaction: BaseInteraction;
  readonly context: BotContext;
  readonly hidden: boolean;
  /** Whether the settings here may hide the answer, if the user did not choose. */
  readonly hiddenByDefault?: boolean;
  readonly mention?: string | undefined;
  readonly postedBy?: string;
}

async function answer(
  target: Respondable,
  request: Request,
  { interaction, context, hidden, hiddenByDefault = false, mention, postedBy }: AnswerOptions,
): Promise<void> {
  const { log } = context;
  const about = aboutOf(interaction, context.commands.has(request.command) ? request.command : 'unknown');
  const started = performance.now();
  let answeredWith = 'refused';
  const work = async (): Promise<Outgoing> => {
    const caller = await callerOf(interaction);
    // Everybody sees a posted answer, so the roles of the member who posts it do not count.
    const command = await context.contextFor(request.post ? { ...caller, roles: [] } : caller);
    const message = await messageAgain(request, interaction);
    if (message === 'gone') return sentence(messageGone(), context);
    const result = await runCommand(request.command, { ...withoutTarget(request.options), ...message }, command);
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
    return found ? { message: textOf(found) } : 'gone';
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

function requestOf(command: string, options: Readonly<Record<string, unknown>>): Request {
  return { command, options: options as Request['options'] };
}

function sentence(text: string, { links }: BotContext): Outgoing {
  const notice: Answer = { kind: 'notice', text };
  const { components } = reply(notice, {
    request: { command: 'help', options: {} },
    articles: new Map(),
    links,
    hidden: true,
    now: new Date(),
  });
  return { payload: { components, allowedMentions: { parse: [] } }, hidden: true };
}

function attachment({ name, content }: Reply['files'][number]): AttachmentPayload {
  return { name, attachment: Buffer.from(content) };
}

function responding(
  context: BotContext,
  about: RespondOptions['about'],
): Pick<RespondOptions, 'log' | 'about' | 'failure' | 'tooBusy' | 'queue'> {
  const { log, queue } = context;
  return {
    log,
    about,
    queue,
    failure: (id) => sentence(failed(id), context),
    tooBusy: () => sentence(tooBusy(), context),
  };
}

/** What is logged of an interaction; never what was typed. */
function aboutOf(interaction: BaseInteraction, command: string): RespondOptions['about'] {
  return { command, interaction: interaction.id, server: interaction.guildId };
}
