import type { Interaction, MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { KNOWN_ENDINGS } from '../../document/documentKind.ts';
import { fileChoice } from '../../reply/uploads/uploadCard.ts';
import {
  mayNotUpload,
  noFileInMessage,
  NOT_OURS,
  UPLOAD_DISCARDED,
  uploadRefused,
  uploadsElsewhere,
  uploadsOff,
} from '../../reply/words/uploads/uploadWords.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { callerOf, isInServer } from '../interactions/callerOf.ts';
import { type Outgoing, reportTrouble, respond, type Respondable } from '../interactions/respond.ts';
import { aboutOf, responding, sentence } from '../interactions/responding.ts';
import { updating } from '../interactions/updating.ts';
import { answerOwn } from './answerOwn.ts';
import { acceptPending, addFile, changeDetails, relatePending } from './answerPending.ts';
import { messageFiles } from './messageFiles.ts';
import { ownArticles, privately, type UploadCall } from './uploadCall.ts';
import { detailsForm, fileForm } from './uploadForms.ts';
import type { UploadUse } from './uploadUse.ts';

/** Answers a use of what adds articles from Discord, always privately. */
export async function answerUpload(interaction: Interaction, use: UploadUse, context: BotContext): Promise<void> {
  if (!interaction.isRepliable()) return;
  if (opensForm(use) && !interaction.isModalSubmit()) {
    const form = await formToOpen(interaction, use, context);
    if (typeof form !== 'string') {
      try {
        await interaction.showModal(form);
      } catch (error) {
        reportTrouble(error, context.log, aboutOf(interaction, 'sources'));
      }
      return;
    }
    await respondPrivately(interaction, async () => sentence(form, context), context);
    return;
  }
  await respondPrivately(
    interaction,
    async () => {
      const call = await callOf(interaction, context);
      return typeof call === 'string' ? sentence(call, context) : answerUse(use, call);
    },
    context,
  );
}

async function respondPrivately(
  interaction: Interaction & Respondable,
  work: () => Promise<Outgoing>,
  context: BotContext,
): Promise<void> {
  const target = interaction.isMessageComponent() || isFromMessage(interaction) ? updating(interaction) : interaction;
  await respond(target, work, { hidden: true, ...responding(context, aboutOf(interaction, 'sources')) });
}

function opensForm(use: UploadUse): boolean {
  return (
    use.kind === 'open' || (use.kind === 'action' && (use.action.name === 'edit' || use.action.name === 'replace'))
  );
}

/** Finds the form that a use opens; or why it opens none, as a sentence. */
async function formToOpen(interaction: Interaction, use: UploadUse, context: BotContext) {
  const call = await callOf(interaction, context);
  if (typeof call === 'string') return call;
  const { uploads, uploader, mayChange } = call;
  if (!mayChange) return mayNotUpload();
  if (!uploads) return uploadsOff();
  if (use.kind !== 'action') return fileForm(undefined, uploads.limits);
  const { name, token } = use.action;
  if (name === 'edit') {
    const upload = uploads.find(token, uploader);
    return upload ? detailsForm(upload) : uploadRefused({ kind: 'expired' });
  }
  const article = ownArticles(call).find(({ id }) => id === token);
  return article ? fileForm(article, uploads.limits) : NOT_OURS;
}

/** Finds out who adds to which server; or why that may not be, as a sentence. */
async function callOf(interaction: Interaction, context: BotContext): Promise<UploadCall | string> {
  const { uploads, added } = context;
  const { guildId: guild } = interaction;
  if (!added || guild === null || !isInServer(interaction)) return uploadsElsewhere();
  const caller = await callerOf(interaction, context);
  const command = await context.contextFor(caller);
  const { uploadRole } = command.settings;
  const hasRole = uploadRole !== undefined && (caller.roles?.includes(uploadRole) === true || uploadRole === guild);
  return {
    uploads,
    added,
    command,
    context,
    mayChange: caller.manages || hasRole,
    uploader: { guild, user: interaction.user.id },
  };
}

async function answerUse(use: UploadUse, call: UploadCall): Promise<Outgoing> {
  const { uploads, uploader, context, mayChange } = call;
  if (use.kind === 'show') return answerOwn({ kind: 'show', article: use.article }, call);
  if (!mayChange) return sentence(mayNotUpload(), context);
  if (use.kind === 'remove') return answerOwn({ kind: 'remove', article: use.article }, call);
  if (use.kind === 'action' && isOwn(use.action.name))
    return answerOwn({ kind: use.action.name, article: use.action.token }, call);
  if (!uploads) return sentence(uploadsOff(), context);
  const adding = { ...call, uploads };
  switch (use.kind) {
    case 'add':
      return addFile(use.file, use.replaces, adding);
    case 'message': {
      const files = messageFiles(use.message);
      const [file] = files;
      if (!file) return sentence(noFileInMessage(KNOWN_ENDINGS), context);
      if (files.length === 1) return addFile(file, undefined, adding);
      return privately(fileChoice(uploads.offered.offer(files, uploader), files));
    }
    case 'details':
      return changeDetails(use.token, use.details, adding);
    case 'open':
      return sentence(uploadRefused({ kind: 'expired' }), context);
    case 'action': {
      const { name, token } = use.action;
      if (name === 'discard')
        return sentence(
          uploads.discard(token, uploader) ? UPLOAD_DISCARDED : uploadRefused({ kind: 'expired' }),
          context,
        );
      if (name === 'edition') return relatePending(token, use.chosen, adding);
      if (name === 'pick') {
        const file = uploads.offered.find(token, uploader, Number(use.chosen));
        return file ? addFile(file, undefined, adding) : sentence(uploadRefused({ kind: 'expired' }), context);
      }
      return acceptPending(token, adding);
    }
    default:
      return use satisfies never;
  }
}

function isOwn(name: string): name is 'remove' | 'erase' | 'keep' {
  return name === 'remove' || name === 'erase' || name === 'keep';
}

function isFromMessage(interaction: Interaction): interaction is ModalSubmitInteraction & MessageComponentInteraction {
  return interaction.isModalSubmit() && interaction.isFromMessage();
}
