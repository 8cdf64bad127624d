import {
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { readVoteAction } from '../../reply/controls/voteAction.ts';
import { decodeRequest, isPageNumber, type Request } from '../../reply/controls/request.ts';
import { readEcho } from '../../reply/echo.ts';
import { PAGE_FORM } from '../../reply/words/pageWords.ts';
import { readHeading } from '../../reply/words/messages/heading.ts';
import { expiredButton, slowDown } from '../../reply/words/messages/notices.ts';
import { answerDigestForm } from '../digests/answerDigestForm.ts';
import { digestUse } from '../digests/digestUse.ts';
import { answerUpload } from '../uploads/answerUpload.ts';
import { uploadUse } from '../uploads/uploadUse.ts';
import { textOf } from '../messages/messageText.ts';
import { answerVote } from './answerVote.ts';
import { answerRequest } from './answerRequest.ts';
import type { BotContext } from './botContext.ts';
import { completeInteraction } from './completeInteraction.ts';
import { plainOptions } from './options.ts';
import type { Admission } from './rateGate.ts';
import { respond } from './respond.ts';
import { askForPage, typedPage } from './pageForm.ts';
import { aboutOf, responding, sentence } from './responding.ts';
import { type OnMessage, updating } from './updating.ts';

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
  if (interaction.isAutocomplete()) return completeInteraction(interaction, context);
  const admission = context.enter(interaction.user.id);
  if (!admission.admitted) return refuse(interaction, admission, context);
  const upload = uploadUse(interaction);
  if (upload) return answerUpload(interaction, upload, context);
  const digest = digestUse(interaction, context.commands);
  if (digest && (await answerDigestForm(interaction, digest, context))) return;
  if (interaction.isChatInputCommand()) return answerCommand(interaction, context);
  if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, context);
  const vote = interaction.isButton() ? readVoteAction(interaction.customId) : undefined;
  if (interaction.isButton() && vote) return answerVote(interaction, vote, context);
  if (interaction.isButton() && isPageNumber(interaction.customId)) return askForPage(interaction, context);
  if (interaction.isMessageComponent()) return answerComponent(interaction, context);
  if (interaction.isModalSubmit() && interaction.isFromMessage()) return answerComponent(interaction, context);
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
  await answerRequest(interaction, request, {
    interaction,
    context,
    hidden: options['hide'] === true || options['gaps'] === true || PRIVATE.has(interaction.commandName),
    hiddenByDefault: options['hide'] === undefined,
    mention: interaction.options.get('mention')?.user?.id,
  });
}

async function answerMenu(interaction: MessageContextMenuCommandInteraction, context: BotContext): Promise<void> {
  const request: Request = {
    command: interaction.commandName,
    options: {
      message: textOf(interaction.targetMessage),
      // Without the message content intent only the gateway's client still has the text, and only of servers that it is a member of.
      ...(interaction.inRawGuild() && !interaction.inCachedGuild() ? {} : { target: interaction.targetId }),
    },
  };
  await answerRequest(interaction, request, {
    interaction,
    context,
    hidden: true,
  });
}

async function answerComponent(interaction: OnMessage, context: BotContext): Promise<void> {
  const { message } = interaction;
  const chosen = interaction.isModalSubmit() || !interaction.isStringSelectMenu() ? undefined : interaction.values[0];
  const components = message.components.map((component) => component.toJSON());
  const asked = decodeRequest(interaction.customId, { chosen, echoed: readEcho(components) });
  const page = interaction.isModalSubmit() ? typedPage(interaction) : undefined;
  if (page === 'none') return say(interaction, PAGE_FORM.wrong, context);
  const request = asked && page !== undefined ? { ...asked, page } : asked;
  if (!request) {
    return say(interaction, expiredButton(), context);
  }
  const ephemeral = message.flags.has(MessageFlags.Ephemeral);
  if (request.post)
    return answerRequest(interaction, request, { interaction, context, hidden: false, postedBy: interaction.user.id });
  if (request.options['format'] !== undefined || request.options['export'] !== undefined)
    return answerRequest(interaction, request, { interaction, context, hidden: true });
  const owner = message.interactionMetadata?.user.id;
  const own = ephemeral || owner === interaction.user.id || (owner === undefined && interaction.guildId === null);
  await answerRequest(own ? updating(interaction) : interaction, request, {
    context,
    hidden: own ? ephemeral : true,
    interaction,
    ...(own ? readHeading(components) : {}),
  });
}

/** Answers with one private sentence. */
async function say(interaction: OnMessage, text: string, context: BotContext): Promise<void> {
  await respond(interaction, async () => sentence(text, context), {
    hidden: true,
    ...responding(context, aboutOf(interaction, 'expired button')),
  });
}

function requestOf(command: string, options: Readonly<Record<string, unknown>>): Request {
  return { command, options: options as Request['options'] };
}
