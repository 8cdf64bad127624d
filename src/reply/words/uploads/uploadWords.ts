import type { UploadDetails, UploadRefusal, WriteTrouble } from '../../../intake/upload.ts';
import { counted } from '../counted.ts';

/** The words on the card of a document that waits to be accepted, and on its form. */
export const UPLOAD_LABELS = {
  accept: 'Accept',
  edit: 'Edit details',
  discard: 'Discard',
  show: 'Show it',
  formTitle: 'Details of the article',
  title: 'Title',
  author: 'Author',
  published: 'Date of publication',
  publishedForm: 'Date: YYYY-MM-DD, YYYY-MM or YYYY',
  authorForm: 'Authors, with commas between them',
  url: 'Address',
  urlForm: 'Address on the web (https://…)',
  text: 'Text',
  sections: 'Sections',
  furniture: 'Not taken for text, so left out of search',
  notes: 'Notes',
} as const;

/** Said of a detail that the document does not state. */
export const NOT_STATED = 'not stated';

/** Says what the card is about; Markdown, the file's name already escaped. */
export function uploadHeading(file: string): string {
  return `**This was read from ${file}.** Nothing is kept until you accept it; then only this server sees it.`;
}

/** Says how long the card works. */
export function uploadExpiry(waitMs: number): string {
  return `The file is dropped in ${counted(waitMs / 60_000, 'minute')} if you do nothing.`;
}

/** Says how much text there is. */
export function textFacts(facts: { readonly paragraphs: number; readonly captions: number }): string {
  const captions = facts.captions === 0 ? '' : `, ${counted(facts.captions, 'caption')}`;
  return `${counted(facts.paragraphs, 'paragraph')}${captions}`;
}

/** Said if a document has no headings. */
export const NO_SECTIONS = 'no headings were found';

/** Says that an article is in; title and id already escaped. */
export function uploadAccepted(title: string, id: string): string {
  return `**${title}** is now among the articles of this server, as ${id}. No other server sees it.`;
}

/** Says that the settings of the server or channel hide an article that is in. */
export const HIDDEN_BY_SETTINGS =
  'The setting “Articles that members see” does not name it, so it is not shown here yet; `/settings set` changes that.';

/** Said when a document was dropped. */
export const UPLOAD_DISCARDED = 'Discarded. Nothing of the file was kept.';

/** Said to members who may not add articles. */
export function mayNotUpload(): string {
  return 'Only members with Manage Server can add articles.';
}

/** Said where articles cannot be added at all. */
export function uploadsElsewhere(): string {
  return 'Files are added from Discord, in a server that has this bot. In a terminal, use `import`.';
}

/** Said if whoever runs the bot has switched uploads off. */
export function uploadsOff(): string {
  return 'Whoever runs this bot has switched off adding articles from Discord (UPLOADS=off).';
}

/** Says what is wrong with a detail. */
export const INVALID_DETAILS: Readonly<Record<keyof UploadDetails, string>> = {
  title: 'An article needs a title.',
  author: 'The authors cannot be read.',
  published: 'That is no date of publication: write it as 2024-06-30, 2024-06 or 2024.',
  url: 'That is no address of a web page: it begins with https:// or http://.',
};

/** Says why nothing can be written to the corpus, as the end of a sentence. */
export const WRITE_TROUBLES: Readonly<Record<WriteTrouble, string>> = {
  'read-only': 'the folder of the articles is read-only',
  forbidden: 'the folder of the articles may not be written to',
  full: 'the disk is full',
  'broken-access': 'the rules about who may see which article cannot be read',
  unwritable: 'the folder of the articles cannot be written to',
};

/** Says why a document is not taken. */
export function uploadRefused(refusal: UploadRefusal): string {
  switch (refusal.kind) {
    case 'unreadable':
      return `${refusal.name} cannot be added: ${refusal.reason}.`;
    case 'too-large':
      return `${refusal.name} cannot be added: it has more than ${Math.floor(refusal.most / (1024 * 1024))} MB.`;
    case 'unreachable':
      return `${refusal.name} could not be fetched from Discord. Try again.`;
    case 'archive':
      return `${refusal.name} is an archive. Add the documents in it one by one.`;
    case 'unwritable':
      return `Articles cannot be added here: ${WRITE_TROUBLES[refusal.reason]}. Whoever runs the bot can change that.`;
    case 'too-many':
      return `This server has added ${counted(refusal.most, 'article')}, and cannot add more. Whoever runs the bot can remove one, or raise the limit.`;
    case 'too-much':
      return `The articles that this server has added have ${refusal.most.toLocaleString('en')} characters or more, and it cannot add more. Whoever runs the bot can remove one, or raise the limit.`;
    case 'too-many-waiting':
      return 'Too many documents are waiting to be accepted or discarded. Decide about those, or try again in a few minutes.';
    case 'expired':
      return 'This document is no longer waiting: it was accepted or discarded, or its time was up. Add the file again if you need it.';
    case 'not-taken-up':
      return 'The change was saved, but the articles could not be read again. Whoever runs the bot can see why in its log.';
    case 'there-already':
      return `This server has added the same text already, as “${refusal.article.title}”.`;
    default:
      return refusal satisfies never;
  }
}
