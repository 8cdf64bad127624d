import type { Draft } from '../segment/draft.ts';

/** A file as it was received: its name, of which only the ending matters, and its bytes. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The kinds of files that can be read. */
export type DocumentKind =
  | 'text'
  | 'markdown'
  | 'asciidoc'
  | 'rst'
  | 'org'
  | 'html'
  | 'mail'
  | 'mbox'
  | 'mhtml'
  | 'docx'
  | 'pdf'
  | 'epub'
  | 'zip';

/** What reading one document may take. */
export interface DocumentLimits {
  readonly timeMs: number;
  /** The heap and the buffers of the thread that reads. */
  readonly memoryBytes: number;
  /** Of a file, and of each file in an archive. */
  readonly fileBytes: number;
  /** Of all files in an archive, unpacked. */
  readonly unpackedBytes: number;
  /** Of the text that is read, in UTF-16 code units. Default: as much as the file holds. */
  readonly sourceChars?: number;
}

/** Books have about one megabyte, and a manual of 400 pages as PDF takes 20 seconds on a busy machine. */
export const DOCUMENT_LIMITS: DocumentLimits = {
  timeMs: 60_000,
  memoryBytes: 768_000_000,
  fileBytes: 32_000_000,
  unpackedBytes: 256_000_000,
};

/** What is asked for besides the file's own bytes. */
export interface DocumentOptions {
  /** BCP 47; overrides what the file names. */
  readonly language?: string | undefined;
}

/** What the parsers get. */
export interface ParseRequest extends DocumentOptions {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly limits: DocumentLimits;
}

/** What a file was read as: an article, the files of an archive, or why neither, as the end of a sentence. */
export type DocumentReading =
  | {
      readonly kind: 'draft';
      readonly draft: Extract<Draft, { kind: 'draft' }>;
      /** Begins with a dot, such as `.md`; the original is kept with it. */
      readonly extension: string;
    }
  | { readonly kind: 'files'; readonly files: readonly DocumentFile[] }
  | { readonly kind: 'invalid'; readonly message: string };

/** Said where the program that reads a kind of file does not load, which is no fault of the file. */
export const NO_PARSER = 'the program that reads such files could not be loaded; install Rapporteur again (npm ci)';

/** Says why a file cannot be read, as the end of a sentence. */
export function invalidDocument(message: string): Extract<DocumentReading, { kind: 'invalid' }> {
  return { kind: 'invalid', message };
}
