import type { Interaction, Message } from 'discord.js';
import type { AttachedFile, UploadDetails } from '../../intake/upload.ts';
import { readUploadAction, type UploadAction } from '../../reply/uploads/uploadAction.ts';
import { UPLOAD_MENU } from '../../reply/words/uploads/uploadWords.ts';
import { isInServer } from '../interactions/callerOf.ts';
import { attachedFile } from './messageFiles.ts';

/** What somebody does about articles of their server that are added from Discord. */
export type UploadUse =
  | { readonly kind: 'add'; readonly file: AttachedFile; readonly replaces?: string | undefined }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'details'; readonly token: string; readonly details: UploadDetails }
  | { readonly kind: 'action'; readonly action: UploadAction; readonly chosen?: string | undefined }
  | { readonly kind: 'open' }
  | { readonly kind: 'show'; readonly article: string }
  | { readonly kind: 'remove'; readonly article: string };

/** The field of the form that takes a file. */
export const FILE_FIELD = 'file';

/** Reads an interaction as one about articles that are added from Discord; undefined if it is about something else. */
export function uploadUse(interaction: Interaction): UploadUse | undefined {
  if (interaction.isChatInputCommand() && interaction.commandName === 'sources') {
    const { options } = interaction;
    const file = options.getAttachment('add');
    if (file) return { kind: 'add', file: attachedFile(file) };
    if (options.getBoolean('upload') === true) return { kind: 'open' };
    const remove = options.getString('remove');
    if (remove !== null) return { kind: 'remove', article: remove };
    const show = options.getString('show');
    // Elsewhere it is a list of one article, which the command gives.
    return show !== null && isInServer(interaction) ? { kind: 'show', article: show } : undefined;
  }
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === UPLOAD_MENU)
    return { kind: 'message', message: interaction.targetMessage };
  if (interaction.isMessageComponent()) {
    const action = readUploadAction(interaction.customId);
    const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    return action && { kind: 'action', action, chosen };
  }
  if (!interaction.isModalSubmit()) return undefined;
  const action = readUploadAction(interaction.customId);
  if (action?.name === 'file') {
    const file = interaction.fields.getUploadedFiles(FILE_FIELD)?.first();
    return file && { kind: 'add', file: attachedFile(file), replaces: action.token === '' ? undefined : action.token };
  }
  if (action?.name !== 'edit') return undefined;
  const field = (name: keyof UploadDetails): string => interaction.fields.getTextInputValue(name).trim();
  return {
    kind: 'details',
    token: action.token,
    details: { title: field('title'), author: field('author'), published: field('published'), url: field('url') },
  };
}
