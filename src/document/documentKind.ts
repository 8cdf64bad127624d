import { extname } from 'node:path';
import type { DocumentKind } from './document.ts';
import { signatureOf } from './signature.ts';

/** What a file is by its name and its first bytes, or why it cannot be read. */
export type DocumentType =
  | { readonly kind: 'known'; readonly as: DocumentKind; readonly extension: string }
  | { readonly kind: 'invalid'; readonly message: string };

const KINDS: Readonly<Record<string, DocumentKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.adoc': 'asciidoc',
  '.asciidoc': 'asciidoc',
  '.rst': 'rst',
  '.rest': 'rst',
  '.org': 'org',
  '.srt': 'text',
  '.vtt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.eml': 'mail',
  '.mbox': 'mbox',
  '.mht': 'mhtml',
  '.mhtml': 'mhtml',
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.epub': 'epub',
  '.zip': 'zip',
};

/** The endings of files that can be read, without other spellings. */
export const KNOWN_ENDINGS =
  '.txt, .md, .rst, .org, .adoc, .html, .docx, .pdf, .epub, .eml, .mbox, .mhtml, .srt, .vtt and .zip';

/** The endings of what people mostly have, where there is no room for all. */
export const COMMON_ENDINGS = '.docx, .pdf, .html, .md, .txt, .epub, .eml and others';

const NAMES: Readonly<Record<DocumentKind, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  asciidoc: 'AsciiDoc',
  rst: 'reStructuredText',
  org: 'Org',
  html: 'a web page (HTML)',
  mail: 'a mail (.eml)',
  mbox: 'a mailbox (.mbox)',
  mhtml: 'a web archive (.mhtml)',
  docx: 'a Word document (.docx)',
  pdf: 'a PDF',
  epub: 'a book (EPUB)',
  zip: 'a ZIP archive',
};

/** Kinds that no bytes tell apart. */
const TEXTS: ReadonlySet<DocumentKind> = new Set(['text', 'markdown', 'asciidoc', 'rst', 'org', 'html', 'mail']);

/** What to do about files that people have and this cannot read. */
const ADVICE: Readonly<Record<string, string>> = {
  '.doc': 'older Word files cannot be read; save it as .docx',
  '.odt': 'OpenDocument files cannot be read; save it as .docx',
  '.rtf': 'RTF files cannot be read; save it as .docx',
  '.pages': 'Pages files cannot be read; export it as .docx or .pdf',
  '.webarchive': 'web archives cannot be read; save the page as .html',
};

/** Of kinds that are not called as their ending is. */
const EXTENSIONS: Readonly<Partial<Record<DocumentKind, string>>> = { text: '.txt', mail: '.eml', asciidoc: '.adoc' };

/** Returns true if a file with this name can be read. */
export function hasKnownEnding(name: string): boolean {
  return Object.hasOwn(KINDS, extname(name).toLowerCase());
}

/**
 * Tells what a file is. The ending decides between kinds of text; bytes that say something else than the ending does
 * are refused, since one of the two must be a mistake. A name without an ending goes by the bytes alone.
 */
export function documentKind(name: string, bytes: Uint8Array): DocumentType {
  const extension = extname(name).toLowerCase();
  const known = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
  const found = signatureOf(bytes);
  if (known === undefined && extension !== '')
    return invalidType(
      (Object.hasOwn(ADVICE, extension) ? ADVICE[extension] : undefined) ??
        `"${extension.slice(0, 20)}" files cannot be read, only ${KNOWN_ENDINGS}`,
    );
  if (bytes.length === 0) return invalidType('the file is empty');
  if (found !== undefined && 'other' in found)
    return invalidType(
      extension === '' ? `it is ${found.other}` : `its name ends in "${extension}", but it is ${found.other}`,
    );
  if (known === undefined) {
    const as = found?.as ?? 'text';
    return { kind: 'known', as, extension: EXTENSIONS[as] ?? `.${as}` };
  }
  // Word writes web archives as mail, and mails have pages in them.
  if (known === 'mhtml' && found !== undefined && 'as' in found && found.as === 'mail')
    return { kind: 'known', as: 'mhtml', extension };
  if (known === 'mail' && found !== undefined && 'as' in found && found.as === 'mhtml')
    return { kind: 'known', as: 'mail', extension };
  if (known === 'mbox' && /^From \S/u.test(Buffer.from(bytes.buffer, bytes.byteOffset, 10).toString('latin1')))
    return { kind: 'known', as: 'mbox', extension };
  if (known === 'text' && found !== undefined && 'as' in found && found.as === 'mail')
    return { kind: 'known', as: 'mail', extension };
  if (found === undefined ? isText(known) : found.as === known || (found.as === 'zip' && isPacked(known)))
    return { kind: 'known', as: known, extension };
  if (found === undefined)
    return invalidType(`its name ends in "${extension}", but it is not ${NAMES[known]}, or it is damaged`);
  return invalidType(wrongEnding(extension, found.as));
}

/** Says that a file's ending does not fit what it is. */
export function wrongEnding(extension: string, is: DocumentKind): string {
  return `its name ends in "${extension}", but it is ${NAMES[is]}; give it the right ending`;
}

function isText(kind: DocumentKind): boolean {
  return TEXTS.has(kind);
}

function isPacked(kind: DocumentKind): boolean {
  return kind === 'docx' || kind === 'epub' || kind === 'zip';
}

function invalidType(message: string): DocumentType & { kind: 'invalid' } {
  return { kind: 'invalid', message };
}
