import { type Attachment, type Interaction } from 'discord.js';
import type { UploadDetails } from '../../intake/upload.ts';
import { readUploadAction, type UploadAction } from '../../reply/uploads/uploadAction.ts';
import type { AttachedFile } from './fetchAttachment.ts';

/** What somebody does about articles of their server that are added from Discord. */
export type UploadUse =
  | { readonly kind: 'add'; readonly file: AttachedFile }
  | { readonly kind: 'form'; readonly token: string; readonly details: UploadDetails }
  | { readonly kind: 'action'; readonly action: UploadAction };

/** Reads an interaction as one about articles that are added from Discord; undefined if it is about something else. */
export function uploadUse(interaction: Interaction): UploadUse | undefined {
  if (interaction.isChatInputCommand() && interaction.commandName === 'sources') {
    const file = interaction.options.getAttachment('add');
    return file ? { kind: 'add', file: fileOf(file) } : undefined;
  }
  if (interaction.isMessageComponent()) {
    const action = readUploadAction(interaction.customId);
    return action && { kind: 'action', action };
  }
  if (interaction.isModalSubmit()) {
    const action = readUploadAction(interaction.customId);
    const field = (name: keyof UploadDetails): string => interaction.fields.getTextInputValue(name).trim();
    return (
      action && {
        kind: 'form',
        token: action.token,
        details: { title: field('title'), author: field('author'), published: field('published'), url: field('url') },
      }
    );
  }
  return undefined;
}

function fileOf({ name, url, size }: Attachment): AttachedFile {
  return { name, url, size };
}
