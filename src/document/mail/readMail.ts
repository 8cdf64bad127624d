import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { splitNames } from '../../excerpt/splitNames.ts';
import { decodeText } from '../../segment/decodeText.ts';
import type { Draft } from '../../segment/draft.ts';
import { segmentText } from '../../segment/segmentText.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { readHtml } from '../html/readHtml.ts';
import { withNotes } from '../withNotes.ts';
import { isMailHead, mailHead, readersHead } from './mailHead.ts';

const NAMES_MAX = 10;
/** Deeper than any program nests the parts of a mail. */
const NESTING_MAX = 50;

/** Reads a mail: its text, that of its page (HTML) where it has no other, below its head. What is attached is named in a note. */
export async function readMail({ bytes, language, limits }: ParseRequest): Promise<Draft> {
  const decoded = decodeText(bytes);
  const options = language === undefined ? {} : { language };
  if (decoded.kind === 'invalid') return decoded;
  if (!isMailHead(decoded.text)) return withNotes(segmentText(decoded.text, options), decoded.notes);
  const mail = await PostalMime.parse(withoutEnvelope(bytes), { maxNestingDepth: NESTING_MAX });
  const text = mail.text?.trim() ?? '';
  const html = mail.html?.trim() ?? '';
  if (text === '' && html === '')
    return invalidDocument('the mail has no text of its own, only what is attached to it');
  const draft =
    text === ''
      ? readHtml({ bytes: new TextEncoder().encode(`<meta charset="utf-8">${html}`), limits, language })
      : segmentText(`${readersHead(mailHead(decoded.text))}\n\n${text.replaceAll(/\r\n?/gu, '\n')}\n`, options);
  if (draft.kind === 'invalid') return draft;
  return withNotes({ ...draft, metadata: { ...statedIn(mail), ...draft.metadata, ...subjectTitle(mail) } }, [
    ...(text === ''
      ? ['it is a mail; its text was read from the page (HTML) that is in it']
      : [
          `it is a mail${/^content-type:\s{0,9}multipart/imu.test(mailHead(decoded.text)) ? ' of several parts' : ''}; its text was read`,
        ]),
    ...attachmentNotes(mail.attachments),
  ]);
}

function withoutEnvelope(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const isEnvelope = new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === 'From ';
  return isEnvelope ? bytes.slice(bytes.indexOf(0x0a) + 1) : bytes;
}

/** The subject, decoded. */
function subjectTitle({ subject }: Email): { readonly title?: string } {
  const title = subject?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  return title === '' ? {} : { title };
}

/** The sender and the day. */
function statedIn({ from, date }: Email): Partial<Extract<Draft, { kind: 'draft' }>['metadata']> {
  const author = splitNames(from?.name ?? '').filter((name) => name.length > 1);
  const published = /^\d{4}-\d{2}-\d{2}/u.exec(date ?? '')?.[0];
  return {
    ...(author.length === 0 ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  };
}

function attachmentNotes(attachments: readonly Attachment[]): readonly string[] {
  if (attachments.length === 0) return [];
  const names = attachments
    .slice(0, NAMES_MAX)
    .map(({ filename, mimeType }) => `"${(filename ?? mimeType).slice(0, 100)}"`);
  const more = attachments.length > NAMES_MAX ? ` and ${attachments.length - NAMES_MAX} more` : '';
  return [`what is attached to it was left out: ${names.join(', ')}${more}`];
}
