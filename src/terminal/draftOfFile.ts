import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { formatReference } from '../article/references/reference.ts';
import { pagesOf } from '../article/pagesOf.ts';
import { passageOfBlock } from '../article/passage.ts';
import { articleFromDraft } from '../document/articleFromDraft.ts';
import { readDocument } from '../document/createDocumentReader.ts';
import { DOCUMENT_LIMITS, invalidDocument, type DocumentReading } from '../document/document.ts';
import { documentKind } from '../document/documentKind.ts';
import { signatureOf } from '../document/signature.ts';
import { pagesInWords } from '../excerpt/pagesInWords.ts';
import { readInput, readOriginal } from './import/readOriginal.ts';
import { INPUT_SIGN, textOfBytes, unread, type ReadText } from './textOfInput.ts';

/** A draft that was read, or one sentence why there is none. */
export type ReadDraft =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** For a document without lines of its own: the paragraph that each line of `text` is, counted from 1. */
      readonly places?: ReadonlyMap<number, string>;
    }
  | Extract<ReadText, { kind: 'unread' }>;

/** Reads a draft from a file or standard input: plain text and Markdown as they are, other documents by paragraphs. */
export async function readDraft(file: string, input: Readable): Promise<ReadDraft> {
  const isInput = file === INPUT_SIGN;
  const name = isInput ? 'standard input' : `"${file}"`;
  const received = await (isInput
    ? readInput(input, DOCUMENT_LIMITS.fileBytes)
    : readOriginal(file, DOCUMENT_LIMITS.fileBytes));
  if (typeof received === 'string') return unread(name, received);
  const ending = isInput ? '' : basename(file);
  const type = documentKind(ending, received);
  const signature = signatureOf(received);
  if (type.kind === 'invalid' && signature && 'as' in signature) return unread(name, type.message);
  if (type.kind === 'invalid' || type.as === 'text' || type.as === 'markdown') return textOfBytes(name, received);
  // What comes from standard input has no ending, and Word documents and books are archives.
  const extensions = isInput && type.as === 'zip' ? ['.docx', '.epub', '.zip'] : [type.extension];
  let reading: DocumentReading = invalidDocument('it is damaged');
  for (const extension of extensions) {
    if (reading.kind === 'invalid') reading = await readDocument(received, `draft${extension}`);
  }
  if (reading.kind === 'draft') return draftText(reading, name);
  return unread(name, reading.kind === 'files' ? 'it holds several documents; take one of them' : reading.message);
}

/** Writes a line for each block, quoted paragraphs as such. */
function draftText({ draft, extension }: Extract<DocumentReading, { kind: 'draft' }>, name: string): ReadDraft {
  const made = articleFromDraft(draft, { file: `draft${extension}`, extension, options: { id: 'draft' } });
  if (made.kind === 'refused') return unread(name, made.reason);
  const { article } = made;
  const places = new Map<number, string>();
  const lines: string[] = [];
  for (const [index, block] of article.blocks.entries()) {
    const pages = pagesOf(block, block.span);
    const reference = formatReference(passageOfBlock(article, index).reference);
    const place = pages === undefined ? reference : `${reference}, ${pagesInWords(pages)}`;
    const mark = block.kind === 'paragraph' && block.role === 'quote' ? '> ' : '';
    for (const line of article.source.slice(...block.span).split('\n')) {
      lines.push(`${mark}${line}`);
      places.set(lines.length, place);
    }
    lines.push('');
  }
  return { kind: 'text', text: lines.join('\n'), places };
}
