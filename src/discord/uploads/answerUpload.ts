import {
  ComponentType,
  type Interaction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
  type APILabelComponent,
} from 'discord.js';
import type { CommandContext } from '../../command/command.ts';
import type { PendingUpload, UploadDetails, Uploader } from '../../intake/upload.ts';
import type { Uploads } from '../../intake/uploads.ts';
import { acceptedCard, uploadCard } from '../../reply/uploads/uploadCard.ts';
import { uploadActionId } from '../../reply/uploads/uploadAction.ts';
import {
  INVALID_DETAILS,
  mayNotUpload,
  UPLOAD_DISCARDED,
  UPLOAD_LABELS,
  uploadRefused,
  uploadsElsewhere,
  uploadsOff,
} from '../../reply/words/uploads/uploadWords.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { callerOf, isInServer } from '../interactions/callerOf.ts';
import { type Outgoing, respond, type Respondable } from '../interactions/respond.ts';
import { aboutOf, responding, sentence } from '../interactions/responding.ts';
import { updating } from '../interactions/updating.ts';
import { fetchAttachment } from './fetchAttachment.ts';
import type { UploadUse } from './uploadUse.ts';

const FIELD_MAX_CHARS = 500;

/** What a use is answered from, once the member may add articles. */
interface UploadCall {
  readonly uploads: Uploads;
  readonly uploader: Uploader;
  readonly command: CommandContext;
  readonly context: BotContext;
}

/** Answers a use of what adds articles from Discord, always privately. */
export async function answerUpload(interaction: Interaction, use: UploadUse, context: BotContext): Promise<void> {
  if (!interaction.isRepliable()) return;
  if (use.kind === 'action' && use.action.name === 'edit' && interaction.isMessageComponent())
    return openForm(interaction, use.action.token, context);
  const target: Respondable =
    interaction.isMessageComponent() || isFromMessage(interaction) ? updating(interaction) : interaction;
  await respond(
    target,
    async () => {
      const call = await callOf(interaction, context);
      return typeof call === 'string' ? sentence(call, context) : answerUse(use, call);
    },
    { hidden: true, ...responding(context, aboutOf(interaction, 'sources')) },
  );
}

/** Finds out who adds to which server; or why that may not be, as a sentence. */
async function callOf(interaction: Interaction, context: BotContext): Promise<UploadCall | string> {
  const { uploads } = context;
  if (!uploads) return uploadsOff();
  const { guildId: guild } = interaction;
  if (guild === null || !isInServer(interaction)) return uploadsElsewhere();
  const caller = await callerOf(interaction, context);
  const command = await context.contextFor(caller);
  if (!mayUpload(command)) return mayNotUpload();
  return { uploads, command, context, uploader: { guild, user: interaction.user.id } };
}

/** Whether a member may add articles to the server and remove them. */
function mayUpload({ caller }: CommandContext): boolean {
  return caller.manages;
}

async function answerUse(use: UploadUse, call: UploadCall): Promise<Outgoing> {
  const { uploads, uploader, context } = call;
  switch (use.kind) {
    case 'add': {
      const { file } = use;
      const load = (maxBytes: number) => fetchAttachment(file, { maxBytes, api: context.api });
      const reading = await uploads.read({ name: file.name, load }, uploader);
      return reading.kind === 'pending'
        ? cardOf(reading.upload, call)
        : sentence(uploadRefused(reading.refusal), context);
    }
    case 'form': {
      const corrected = uploads.correct(use.token, uploader, use.details);
      if (corrected.kind === 'refused') return sentence(uploadRefused(corrected.refusal), context);
      if (corrected.kind === 'pending') return cardOf(corrected.upload, call);
      const upload = uploads.find(use.token, uploader);
      const problem = INVALID_DETAILS[corrected.field];
      return upload ? cardOf(upload, call, problem) : sentence(problem, context);
    }
    case 'action':
      return use.action.name === 'discard' ? dropUpload(use.action.token, call) : accept(use.action.token, call);
    default:
      return use satisfies never;
  }
}

async function accept(token: string, { uploads, uploader, command, context }: UploadCall): Promise<Outgoing> {
  const accepted = await uploads.accept(token, uploader);
  if (accepted.kind === 'refused') return sentence(uploadRefused(accepted.refusal), context);
  const { article } = accepted;
  const { guild, channel, parent } = command.caller;
  const { articles } = await command.libraryAt({ guild, channel, parent });
  return privately(acceptedCard(article, { isHidden: !articles.has(article.id) }));
}

function dropUpload(token: string, { uploads, uploader, context }: UploadCall): Outgoing {
  const isDropped = uploads.discard(token, uploader);
  return sentence(isDropped ? UPLOAD_DISCARDED : uploadRefused({ kind: 'expired' }), context);
}

function cardOf(upload: PendingUpload, { uploads }: UploadCall, problem?: string): Outgoing {
  return privately(uploadCard(upload, { waitMs: uploads.limits.waitMs, problem }));
}

function privately(components: Outgoing['payload']['components']): Outgoing {
  return { payload: { components, allowedMentions: { parse: [] } } as Outgoing['payload'], hidden: true };
}

/** Opens the form in which details are corrected; it shows what was read. */
async function openForm(interaction: MessageComponentInteraction, token: string, context: BotContext): Promise<void> {
  const { guildId, user } = interaction;
  const upload = guildId === null ? undefined : context.uploads?.find(token, { guild: guildId, user: user.id });
  if (upload) {
    try {
      await interaction.showModal({
        custom_id: uploadActionId({ name: 'edit', token }),
        title: UPLOAD_LABELS.formTitle,
        components: fieldsOf(upload),
      });
    } catch (error) {
      context.log.warn({ err: error }, 'a form could not be opened');
    }
    return;
  }
  await respond(
    updating(interaction),
    async () => sentence(context.uploads ? uploadRefused({ kind: 'expired' }) : uploadsOff(), context),
    { hidden: true, ...responding(context, aboutOf(interaction, 'sources')) },
  );
}

function fieldsOf({ article: { title, author = [], published = '', url = '' } }: PendingUpload): APILabelComponent[] {
  return [
    textField('title', UPLOAD_LABELS.title, { value: title, required: true }),
    textField('author', UPLOAD_LABELS.authorForm, { value: author.join(', ') }),
    textField('published', UPLOAD_LABELS.publishedForm, { value: published }),
    textField('url', UPLOAD_LABELS.urlForm, { value: url }),
  ];
}

function textField(
  name: keyof UploadDetails,
  label: string,
  { value, required = false }: { readonly value: string; readonly required?: boolean },
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required,
      max_length: FIELD_MAX_CHARS,
      ...(value === '' ? {} : { value: value.slice(0, FIELD_MAX_CHARS) }),
    },
  };
}

function isFromMessage(interaction: Interaction): interaction is ModalSubmitInteraction & MessageComponentInteraction {
  return interaction.isModalSubmit() && interaction.isFromMessage();
}
