import { basename, dirname } from 'node:path';
import type { DocumentReading } from '../../document/document.ts';
import { writeArticle } from '../../article/writeArticle.ts';
import { ARTICLE_ID_MAX_CHARS } from '../../article/article.ts';
import { articleFromDraft, idFromName, refused, type Import } from '../../document/articleFromDraft.ts';
import type { ImportOptions } from '../../document/importOptions.ts';

/** A document that was read, and where it is to go. */
export interface ReadDocument {
  readonly reading: Extract<DocumentReading, { kind: 'draft' }>;
  readonly bytes: Uint8Array;
  /** Tells the id, if neither the document nor the options name one. */
  readonly name: string;
  /** Where it was fetched from. */
  readonly address?: string | undefined;
}

/** What is in the corpus, and what this import put there. */
export interface Ids {
  readonly taken: Set<string>;
  readonly written: Set<string>;
}

/** Writes a document that was read as an article, with the original, or says why not. */
export async function importDocument(
  { reading, bytes, name, address }: ReadDocument,
  { options, corpus, ids }: { readonly options: ImportOptions; readonly corpus: string; readonly ids: Ids },
): Promise<Import> {
  const { extension } = reading;
  const { metadata } = reading.draft;
  const url = metadata.url ?? address;
  const draft = { ...reading.draft, metadata: url === undefined ? metadata : { ...metadata, url } };
  const named = options.id ?? metadata.id;
  const id = named ?? freeId(name, ids.written);
  const result = articleFromDraft(draft, { file: name, extension, options: { ...options, id } });
  if (result.kind === 'refused') return result;
  if (ids.taken.has(id) && options.replace !== true)
    return refused(`the corpus has an article "${id}"; --replace puts this one in its place, --id gives it another id`);
  if (ids.written.has(id)) return refused(`another of these files has the id "${id}" too`);
  try {
    await writeArticle(corpus, result.article, { extension, bytes, received: today() });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refused(`the corpus "${corpus}" cannot be written to (${code})`);
  }
  ids.written.add(id);
  return result;
}

/**
 * Derives an id that no other document of this import has: from the file's name, then with its folder's name before it,
 * then with a number behind it.
 */
function freeId(name: string, written: ReadonlySet<string>): string {
  const own = idFromName(name);
  if (!written.has(own)) return own;
  const folder = basename(dirname(name));
  const within = idFromName(`${folder} ${basename(name)}`);
  if (folder !== '.' && folder !== '' && !written.has(within)) return within;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const numbered = `${own.slice(0, ARTICLE_ID_MAX_CHARS - suffix.length).replace(/-+$/u, '')}${suffix}`;
    if (!written.has(numbered)) return numbered;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
