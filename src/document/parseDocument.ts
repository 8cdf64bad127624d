import { isAsciidoc } from './asciidoc/isAsciidoc.ts';
import { isMarkdown } from '../segment/markdown/isMarkdown.ts';
import { isRst } from '../segment/rst/isRst.ts';
import { decodeText } from '../segment/decodeText.ts';
import type { Draft, SegmentOptions } from '../segment/draft.ts';
import type { DocumentRequest } from './createDocumentReader.ts';
import { documentKind, wrongEnding } from './documentKind.ts';
import { invalidDocument, type DocumentKind, type DocumentReading, type ParseRequest } from './document.ts';
import { filesOf } from './zip/filesOf.ts';
import { packedKind } from './zip/packedKind.ts';
import { withNotes } from './withNotes.ts';
import { unzip, type ZipEntry } from './zip/unzip.ts';
import { codeOf } from '../runtime/codeOf.ts';
import { NO_PARSER } from './document.ts';

type Archive = 'docx' | 'epub' | 'zip';

/** How much of a text is looked at to tell what it is written in. */
const START_BYTES = 50_000;

/** How each kind is read; what it takes is loaded when the first of its kind comes. */
const PARSERS: Readonly<
  Record<Exclude<DocumentKind, Archive>, (request: DocumentRequest) => Promise<Draft | DocumentReading>>
> = {
  text: async (request) => {
    const start = new TextDecoder().decode(request.bytes.subarray(0, START_BYTES));
    if (isAsciidoc(start)) return PARSERS.asciidoc(request);
    if (isRst(start)) return PARSERS.rst(request);
    if (isMarkdown(start)) return PARSERS.markdown(request);
    const { segmentText } = await import('../segment/segmentText.ts');
    return fromText(request, segmentText);
  },
  markdown: async (request) => {
    const { segmentMarkdown } = await import('../segment/segmentMarkdown.ts');
    return fromText(request, segmentMarkdown);
  },
  asciidoc: async (request) => (await import('./asciidoc/readAsciidoc.ts')).readAsciidoc(request),
  rst: async (request) => fromText(request, (await import('../segment/rst/segmentRst.ts')).segmentRst),
  org: async (request) => fromText(request, (await import('../segment/org/segmentOrg.ts')).segmentOrg),
  html: async (request) => (await import('./html/readHtml.ts')).readHtml(request),
  mail: async (request) => (await import('./mail/readMail.ts')).readMail(request),
  mbox: async (request) => {
    const { mailsOf } = await import('./mail/mailsOf.ts');
    const [only, ...others] = mailsOf(request);
    if (only === undefined) return invalidDocument('the mailbox has no mail in it');
    if (others.length > 0) return { kind: 'files', files: [only, ...others] };
    return (await import('./mail/readMail.ts')).readMail({ ...request, ...only });
  },
  mhtml: async (request) => (await import('./mail/readWebArchive.ts')).readWebArchive(request),
  pdf: async (request) => (await import('./pdf/readPdf.ts')).readPdf(request),
};

/** How what is packed is read, once the archive has been found harmless. */
const UNPACKERS: Readonly<
  Record<Archive, (entries: readonly ZipEntry[], request: ParseRequest) => Promise<Draft | DocumentReading>>
> = {
  docx: async (entries, request) => (await import('./docx/readDocx.ts')).readDocx(entries, request),
  epub: async (entries, request) => (await import('./epub/readEpub.ts')).readEpub(entries, request),
  zip: filesOf,
};

/** What Node says of a module that is not there, or not whole. */
const NOT_LOADED =
  /^ERR_(?:MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED|UNKNOWN_MODULE_FORMAT|DLOPEN_FAILED)$|^MODULE_NOT_FOUND$/u;

/** Parses one document, in the thread that reads documents. What its parser throws means that it is damaged; that there is none, that it is not installed. */
export async function parseDocument(request: DocumentRequest): Promise<DocumentReading> {
  const type = documentKind(request.name, request.bytes);
  if (type.kind === 'invalid') return type;
  const { as, extension } = type;
  try {
    if (as === 'docx' || as === 'epub' || as === 'zip') return await unpacked(request, { as, extension });
    return withExtension(withinChars(await PARSERS[as](request), request), extension);
  } catch (error) {
    if (error instanceof RangeError && /call stack/iu.test(error.message))
      return invalidDocument('it nests its elements too deeply');
    if (NOT_LOADED.test(codeOf(error) ?? '') || error instanceof SyntaxError) return invalidDocument(NO_PARSER);
    return invalidDocument('it is damaged, or made in a way that cannot be read');
  }
}

async function unpacked(
  request: DocumentRequest,
  { as, extension }: { readonly as: Archive; readonly extension: string },
): Promise<DocumentReading> {
  const archive = await unzip(request.bytes, request.limits);
  if (archive.kind === 'invalid') return archive;
  const found = await packedKind(archive.entries);
  const isNamed = request.name.endsWith(extension) || request.name.toLowerCase().endsWith(extension);
  if ('other' in found)
    return invalidDocument(
      isNamed ? `its name ends in "${extension}", but it is ${found.other}` : `it is ${found.other}`,
    );
  if (isNamed && found.as !== as) return invalidDocument(wrongEnding(extension, found.as));
  const reading = withinChars(await UNPACKERS[found.as](archive.entries, request), request);
  return withExtension(reading, isNamed ? extension : `.${found.as}`);
}

/** Refuses a text that is longer than it may be, before it leaves the thread. */
function withinChars<Reading extends Draft | DocumentReading>(
  reading: Reading,
  { limits: { sourceChars = Infinity } }: ParseRequest,
): Reading | ReturnType<typeof invalidDocument> {
  const source = 'source' in reading ? reading.source : 'draft' in reading ? reading.draft.source : '';
  if (source.length <= sourceChars) return reading;
  return invalidDocument(`its text has more than ${sourceChars.toLocaleString('en')} characters`);
}

function withExtension(reading: Draft | DocumentReading, extension: string): DocumentReading {
  if (reading.kind !== 'draft') return reading;
  return 'extension' in reading ? reading : { kind: 'draft', draft: reading, extension };
}

function fromText({ bytes, language }: ParseRequest, segment: (text: string, options: SegmentOptions) => Draft): Draft {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'invalid') return decoded;
  return withNotes(segment(decoded.text, language === undefined ? {} : { language }), decoded.notes);
}
