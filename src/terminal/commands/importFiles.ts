import { extname } from 'node:path';
import type { Article } from '../../article/article.ts';
import { listFolders } from '../../article/readCorpus.ts';
import { writeArticle } from '../../article/writeArticle.ts';
import { decodeText } from '../../segment/decodeText.ts';
import { outline } from '../../segment/outline.ts';
import type { segmentText } from '../../segment/segmentText.ts';
import { articleFromDraft, refused, type Import } from '../import/articleFromDraft.ts';
import { importOptionsSchema, optionProblem, type ImportOptions } from '../import/importOptions.ts';
import { readOriginal } from '../import/readOriginal.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';

type Imported = Extract<Import, { kind: 'imported' }>;

const loadText = async () => (await import('../../segment/segmentText.ts')).segmentText;
const loadMarkdown = async () => (await import('../../segment/segmentMarkdown.ts')).segmentMarkdown;
const SEGMENTERS: Readonly<Record<string, () => Promise<typeof segmentText>>> = {
  '.txt': loadText,
  '.text': loadText,
  '.md': loadMarkdown,
  '.markdown': loadMarkdown,
};

/**
 * Imports files into the corpus, and prints how each was read. A file that cannot be imported gets one sentence, and
 * the rest continues; the exit code is then 2.
 */
export async function importFiles(
  files: readonly string[],
  {
    options: given,
    corpus,
    terminal,
    onImported = () => Promise.resolve(),
  }: {
    readonly options: Readonly<Record<string, string | boolean>>;
    readonly corpus: string;
    readonly terminal: Terminal;
    /** Called after each import, before the next. Default: nothing is called. */
    readonly onImported?: ((article: Article) => Promise<void>) | undefined;
  },
): Promise<ExitCode> {
  const parsed = importOptionsSchema.safeParse(given);
  if (!parsed.success) return fail(terminal, optionProblem(parsed.error));
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
    terminal.out(options.json === true ? `${JSON.stringify(summaryOf(result))}\n` : report(result));
    await onImported(result.article);
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
  const bytes = await readOriginal(file);
  if (typeof bytes === 'string') return refused(bytes);
  if (!load) return refused('only .txt and .md files can be imported');
  const decoded = decodeText(bytes);
  if (decoded.kind === 'invalid') return refused(decoded.message);
  const segment = await load();
  const draft = segment(decoded.text, options.language === undefined ? {} : { language: options.language });
  if (draft.kind === 'invalid') return refused(draft.message);
  const notes = [...decoded.notes, ...(draft.notes ?? [])];
  const article = articleFromDraft({ ...draft, notes }, { file, extension, options });
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

function report({ article, notes }: Imported): string {
  const { id, title, published, author = [] } = article;
  const date = published === undefined ? 'no publication date; --published gives one' : `published ${published}`;
  const by = author.length === 0 ? '' : `; by ${author.join(', ')}`;
  return `${id}: "${title}" (${date}${by})\n${notes.map((note) => `  Note: ${note}.\n`).join('')}${outline(article)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}

function summaryOf({ article: { id, title, published, edition, blocks }, notes }: Imported): object {
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
    furniture: blocks.filter((block) => block.kind === 'paragraph' && block.role === 'furniture').length,
    notes,
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
