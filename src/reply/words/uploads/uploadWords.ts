import type { UploadDetails, UploadRefusal, WriteTrouble } from '../../../intake/upload.ts';
import { escape } from '../../escape.ts';
import { truncate } from '../../truncate.ts';
import { inline } from '../citation.ts';
import { counted, listed } from '../counted.ts';

const NAME_MAX_CHARS = 100;

/** The words on the card of a document that waits to be accepted, and on its form. */
export const UPLOAD_LABELS = {
  accept: 'Accept',
  edit: 'Edit details',
  discard: 'Discard',
  show: 'Show it',
  remove: 'Remove it',
  keep: 'Keep it',
  replace: 'Replace it',
  replaceIt: 'Accept the newer edition',
  formTitle: 'Details of the article',
  fileTitle: 'Add a document',
  newerTitle: 'A newer edition',
  file: 'The document',
  pick: 'Choose the file to add',
  edition: 'Is it a newer edition of an article here?',
  ownArticle: 'An article of its own, not a newer edition',
  changes: 'What changes',
  editions: 'Other editions',
  title: 'Title',
  author: 'Author',
  published: 'Date of publication',
  publishedForm: 'Date of publication, such as 30 June 2024',
  authorForm: 'Authors, with commas between them',
  url: 'Address',
  urlForm: 'Address on the web (https://…)',
  text: 'Text',
  sections: 'Sections',
  furniture: 'Not taken for text, so left out of search',
  notes: 'Notes',
} as const;

/** The entry in a message's menu that adds its file. */
export const UPLOAD_MENU = 'Add as source';

/** Said of a detail that the document does not state. */
export const NOT_STATED = 'not stated';

/** Says what the card is about; Markdown, the file's name already escaped. */
export function uploadHeading(file: string): string {
  return `**This was read from ${file}.** Nothing is kept until you accept it; then only this server sees it.`;
}

/** Says the same of a newer edition; title and file already escaped. */
export function editionHeading(file: string, title: string): string {
  return `**This was read from ${file}, as a newer edition of “${title}”.** That stays as it is until you accept it.`;
}

/** Says that a document would be next to articles of the same title; `canReplace`: if the server has added one of them. */
export function titleTaken(ids: readonly string[], { canReplace }: { readonly canReplace: boolean }): string {
  const [named, both] = ids.length === 1 ? ['Another article has', 'Both'] : ['Other articles have', 'All'];
  const advice = canReplace
    ? 'if this is a newer edition, choose that below'
    : 'only whoever runs the bot can put this in its place';
  return `**${named} this title: ${ids.join(', ')}.** ${both} will be searched; ${advice}.`;
}

/** The entry of the list that makes a document a newer edition of an article. */
export function editionEntry(title: string): string {
  return `A newer edition of ${title}`;
}

/** Counts what a newer edition changes; passages are titles, headings, paragraphs and captions. */
export function changeCounts(
  counts: Readonly<Record<'changed' | 'added' | 'removed' | 'moved' | 'same', number>>,
): string {
  const { changed, added, removed, moved, same } = counts;
  const kinds = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(added > 0 ? [`${added} new`] : []),
    ...(removed > 0 ? [`${removed} gone`] : []),
    ...(moved > 0 ? [`${moved} moved`] : []),
  ];
  if (kinds.length === 0) return 'The words of the text stay the same.';
  const others = same === 0 ? '' : `; ${same} the same, word for word`;
  return `Passages: ${listed(kinds)}${others}.`;
}

/** Names what becomes of a passage in a newer edition. */
export const CHANGE_LABELS = { changed: 'changed', added: 'new', removed: 'gone', before: 'before' } as const;

/** Says how long the card works. */
export function uploadExpiry(waitMs: number): string {
  return `The file is dropped in ${counted(waitMs / 60_000, 'minute')} if you do nothing.`;
}

/** Says how much text there is. */
export function textFacts(facts: { readonly paragraphs: number; readonly captions: number }): string {
  const captions = facts.captions === 0 ? '' : `, ${counted(facts.captions, 'caption')}`;
  return `${counted(facts.paragraphs, 'paragraph')}${captions}`;
}

/** Said of the kinds of files that can be added; Discord takes at most 100 characters there. */
export function fileHint(endings: string, maxBytes: number): string {
  return `${endings}; ${megabytes(maxBytes)} at most`;
}

/** Said if a message has no file that can be added. */
export function noFileInMessage(endings: string): string {
  return `This message has no file that can be added. Files with these endings can: ${endings}.`;
}

/** Asks which of a message's files is meant. */
export const WHICH_FILE = 'Which file of the message is the document?';

/** Asks whether an article is to be removed; the title already escaped. */
export function askRemoval(title: string): string {
  return `**Remove “${title}”?** Its file and all its editions are deleted, and this cannot be undone. Digests and settings that name it stay.`;
}

/** Says that an article was removed; the title already escaped. */
export function uploadRemoved(title: string): string {
  return `**${title}** was removed from the articles of this server.`;
}

/** Said if an article was not removed. */
export const NOT_REMOVED = 'Nothing was removed.';

/** Said of an article that is not among those that the server added. */
export const NOT_OURS = 'Only articles that members of this server have added can be removed or replaced here.';

/** Says why an article could not be removed. */
export function removalFailed(reason: WriteTrouble): string {
  return `Nothing was removed: ${WRITE_TROUBLES[reason]}. Whoever runs the bot can change that.`;
}

/** Says who added an article. */
export const ORIGINS = {
  ours: 'Members of this server have added it; no other server sees it.',
  theirs: 'Whoever runs the bot has added it.',
} as const;

/** Says when an edition came. */
export function editionLine(edition: string, received: string | undefined): string {
  return received === undefined ? `@${edition}` : `@${edition}, received on ${received}`;
}

/** Said if a document has no headings. */
export const NO_SECTIONS = 'no headings were found';

/** Says that an article is in; title and id already escaped. */
export function uploadAccepted(title: string, id: string): string {
  return `**${title}** is now among the articles of this server, as ${id}. No other server sees it.`;
}

/** Says that a newer edition is in; title already escaped. */
export function uploadReplaced(title: string, { isNew }: { readonly isNew: boolean }): string {
  if (!isNew) return `**${title}** was updated; its text is the same as before.`;
  return `**${title}** has a newer edition now. The earlier one is kept, so what was cited from it can still be read.`;
}

/** Says that the settings of the server or channel hide an article that is in. */
export const HIDDEN_BY_SETTINGS =
  'The setting “Articles that members see” does not name it, so it is not shown here yet; `/settings set` changes that.';

/** Said when a document was dropped. */
export const UPLOAD_DISCARDED = 'Discarded. Nothing of the file was kept.';

/** Said to members who may not add articles. */
export function mayNotUpload(): string {
  return 'Only members with Manage Server, or with the role that `/settings set` names for this, can add, replace and remove articles.';
}

/** Said where articles cannot be added at all. */
export function uploadsElsewhere(): string {
  return 'Files are added from Discord, in a server that has this bot. In a terminal, use `import`.';
}

/** Said where articles cannot be removed. */
export function removedElsewhere(): string {
  return 'Members remove what their server has added in that server, if the bot is in it. In a terminal, delete the folder of the article.';
}

/** Said if whoever runs the bot has switched uploads off. */
export function uploadsOff(): string {
  return 'Whoever runs this bot has switched off adding articles from Discord (UPLOADS=off).';
}

/** Says what is wrong with a detail. */
export const INVALID_DETAILS: Readonly<Record<keyof UploadDetails, string>> = {
  title: 'The title was not changed: an article needs one.',
  author: 'The authors cannot be read.',
  published:
    'The date of publication was not changed: write it so that it can be read in one way only, such as 30 June 2024, 2024-06 or 2024.',
  url: 'The address was not changed: that of a web page begins with https:// or http://.',
};

/** Says why nothing can be written to the corpus, as the end of a sentence. */
export const WRITE_TROUBLES: Readonly<Record<WriteTrouble, string>> = {
  'read-only': 'the folder of the articles is read-only',
  forbidden: 'the folder of the articles may not be written to',
  full: 'the disk is full',
  'broken-access': 'the rules about who may see which article cannot be read',
  unwritable: 'the folder of the articles cannot be written to',
};

/** Says why a document is not taken; Markdown, with what others have written escaped. */
export function uploadRefused(refusal: UploadRefusal): string {
  switch (refusal.kind) {
    case 'unreadable':
      return `${file(refusal)} cannot be added: ${escape(refusal.reason)}.`;
    case 'too-large':
      return `${file(refusal)} cannot be added: it has more than ${megabytes(refusal.most)}.`;
    case 'unreachable':
      return `${file(refusal)} could not be fetched from Discord. Try again.`;
    case 'archive':
      return `${file(refusal)} is an archive. Add the documents in it one by one.`;
    case 'unwritable':
      return `Articles cannot be added here: ${WRITE_TROUBLES[refusal.reason]}. Whoever runs the bot can change that.`;
    case 'too-many':
      return `This server has added ${counted(refusal.most, 'article')}, and cannot add more. Remove one with \`/sources remove\`; whoever runs the bot can raise the limit.`;
    case 'too-much':
      return `With this one, the articles that this server has added would have more than ${refusal.most.toLocaleString('en')} characters, and that is the limit. Remove one with \`/sources remove\`; whoever runs the bot can raise the limit.`;
    case 'too-many-waiting':
      return 'Too many documents are waiting to be accepted or discarded. Decide about those, or try again in a few minutes.';
    case 'expired':
      return 'This document is no longer waiting: it was accepted or discarded, its time was up, or the bot was restarted. Add the file again if you need it.';
    case 'not-taken-up':
      return 'The change was saved, but the articles could not be read again. Whoever runs the bot can see why in its log.';
    case 'replaced-gone':
      return 'The article that this would replace is not among those that this server has added.';
    case 'replaced-changed':
      return 'The article was replaced meanwhile, so the changes shown are no longer those that you would accept. Choose it again to see them.';
    case 'there-already':
      return `This server has added the same text already, as “${inline(truncate(refusal.article.title, NAME_MAX_CHARS))}”.`;
    default:
      return refusal satisfies never;
  }
}

function file({ name }: { readonly name: string }): string {
  return inline(truncate(name, NAME_MAX_CHARS));
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / (1024 * 1024))} MB`;
}
