import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { ARTICLE_ID_MAX_CHARS, articleFileSchema, articleIdSchema, type Article } from '../../article/article.ts';
import { editionOf } from '../../article/edition.ts';
import { listFolders } from '../../article/readCorpus.ts';
import { writeArticle } from '../../article/writeArticle.ts';
import { decodeText } from '../../segment/decodeText.ts';
import type { Draft } from '../../segment/draft.ts';
import { splitNames } from '../../excerpt/splitNames.ts';
import { outline } from '../../segment/outline.ts';
import type { segmentText } from '../../segment/segmentText.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';

/** Books have about one; what is longer was hardly meant. */
const FILE_MAX_BYTES = 32_000_000;
const text = z.string().trim().min(1, 'it is empty');
const optionsSchema = z.object({
  json: z.boolean().optional(),
  replace: z.boolean().optional(),
  id: text.optional(),
  title: text.optional(),
  published: text.optional(),
  'published-note': text.optional(),
  author: text.optional(),
  publisher: text.optional(),
  url: text.optional(),
  language: text.optional(),
});
type ImportOptions = z.infer<typeof optionsSchema>;

const loadText = async () => (await import('../../segment/segmentText.ts')).segmentText;
const loadMarkdown = async () => (await import('../../segment/segmentMarkdown.ts')).segmentMarkdown;
const SEGMENTERS: Readonly<Record<string, () => Promise<typeof segmentText>>> = {
  '.txt': loadText,
  '.text': loadText,
  '.md': loadMarkdown,
  '.markdown': loadMarkdown,
};

type Import =
  | { readonly kind: 'imported'; readonly article: Article }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Takes files into the corpus, and prints how each was understood. A file that cannot be taken is told in one sentence,
 * and the others go on; the exit code is then 2.
 */
export async function importFiles(
  files: readonly string[],
  {
    options: given,
    corpus,
    terminal,
  }: {
    readonly options: Readonly<Record<string, string | boolean>>;
    readonly corpus: string;
    readonly terminal: Terminal;
  },
): Promise<ExitCode> {
  const parsed = optionsSchema.safeParse(given);
  if (!parsed.success) return fail(terminal, problemOf(parsed.error));
  const options = parsed.data;
  if (files.length === 0) return fail(terminal, 'Name the files to import: rapporteur import FILE… (.txt or .md).');
  if (files.length > 1 && (options.id ?? options.title) !== undefined)
    return fail(terminal, '--id and --title are for one file at a time.');
  const taken = new Set((await listFolders(corpus))?.map(({ name }) => name));
  let code: ExitCode = 0;
  for (const file of files) {
    const result = await importFile(file, { options, corpus, taken });
    if (result.kind === 'refused') {
      code = fail(terminal, `Cannot import "${file}": ${result.reason}.`);
      if (options.json === true) terminal.out(`${JSON.stringify({ file, error: result.reason })}\n`);
      continue;
    }
    taken.add(result.article.id);
    terminal.out(options.json === true ? `${JSON.stringify(summaryOf(result.article))}\n` : report(result.article));
  }
  return code;
}

async function importFile(
  file: string,
  {
    options,
    corpus,
    taken,
  }: { readonly options: ImportOptions; readonly corpus: string; readonly taken: ReadonlySet<string> },
): Promise<Import> {
  const extension = extname(file).toLowerCase();
  const load = Object.hasOwn(SEGMENTERS, extension) ? SEGMENTERS[extension] : undefined;
  const bytes = await readBytes(file);
  if (typeof bytes === 'string') return refused(bytes);
  if (!load) return refused('only .txt and .md files can be imported');
  const decoded = decodeText(bytes);
  if (decoded.kind === 'invalid') return refused(decoded.message);
  const segment = await load();
  const draft = segment(decoded.text, options.language === undefined ? {} : { language: options.language });
  if (draft.kind === 'invalid') return refused(draft.message);
  const article = articleFrom(draft, { file, extension, options });
  if (article.kind === 'refused') return article;
  const { id } = article.article;
  if (taken.has(id) && options.replace !== true)
    return refused(`the corpus has an article "${id}"; --replace puts this one in its place, --id gives it another id`);
  try {
    await writeArticle(corpus, article.article, { extension, bytes, received: today() });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refused(`the corpus "${corpus}" cannot be written to (${code})`);
  }
  return article;
}

function articleFrom(
  { source, blocks, metadata }: Extract<Draft, { kind: 'draft' }>,
  { file, extension, options }: { readonly file: string; readonly extension: string; readonly options: ImportOptions },
): Import {
  const id = articleIdSchema.safeParse(options.id ?? metadata.id ?? idFromName(file));
  if (!id.success)
    return refused(
      `"${options.id ?? metadata.id ?? ''}" is no article id, which is made of a-z, 0-9 and hyphens, ${ARTICLE_ID_MAX_CHARS} at most; give one with --id`,
    );
  const authors = options.author === undefined ? metadata.author : splitNames(options.author);
  const parsed = articleFileSchema.safeParse(
    withoutUndefined({
      id: id.data,
      title: options.title ?? metadata.title,
      published: options.published ?? metadata.published,
      publishedNote: options['published-note'],
      author: authors,
      publisher: options.publisher ?? metadata.publisher,
      url: options.url ?? metadata.url,
      language: options.language ?? metadata.language ?? 'en',
      original: `original${extension}`,
      edition: editionOf(source, blocks),
      blocks,
    }),
  );
  return parsed.success
    ? { kind: 'imported', article: { ...parsed.data, source } }
    : refused(problemOf(parsed.error).replace(/\.$/u, ''));
}

/** Reads a file, or says why not; one that is no file, such as a pipe, might never end. */
async function readBytes(file: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory()) return 'it is a pipe or a device; save what it gives as a file';
    if (found.size > FILE_MAX_BYTES) return `it has more than ${FILE_MAX_BYTES / 1_000_000} MB`;
    return await readFile(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return UNREADABLE[code] ?? `it cannot be read (${code || message})`;
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'you may not read it',
};

/** Makes an id of a file's name: its letters without their marks, lower case, hyphens for the rest. */
function idFromName(file: string): string {
  const name = basename(file, extname(file)).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const id = name
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, ARTICLE_ID_MAX_CHARS)
    .replaceAll(/^-+|-+$/gu, '');
  // A name without a Latin letter gives an id that stays the same, and is another one for another name.
  return id === '' ? `article-${createHash('sha256').update(name).digest('hex').slice(0, 6)}` : id;
}

function report(article: Article): string {
  const { id, title, published, author = [] } = article;
  const date = published === undefined ? 'no publication date; --published gives one' : `published ${published}`;
  const by = author.length === 0 ? '' : `; by ${author.join(', ')}`;
  return `${id}: "${title}" (${date}${by})\n${outline(article)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}

function summaryOf({ id, title, published, edition, blocks }: Article): object {
  const count = (kind: string): number => blocks.filter((block) => block.kind === kind).length;
  return {
    id,
    title,
    published: published ?? null,
    edition,
    paragraphs: count('paragraph'),
    headings: count('heading'),
    captions: count('caption'),
    standfirst: count('standfirst'),
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function refused(reason: string): Import & { kind: 'refused' } {
  return { kind: 'refused', reason };
}

function problemOf({ issues }: z.ZodError): string {
  const { path, message } = issues[0]!;
  return `${path.length === 0 ? '' : `--${path[0]!.toString()}: `}${message}.`;
}

function withoutUndefined(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
