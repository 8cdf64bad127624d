import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import type { Article } from '../../article/article.ts';
import { listFolders } from '../../article/readCorpus.ts';
import { createDocumentReader, type DocumentReader } from '../../document/createDocumentReader.ts';
import { DOCUMENT_LIMITS, type DocumentFile } from '../../document/document.ts';
import { importDocument, type Ids } from '../import/importDocument.ts';
import { importOptionsSchema, optionProblem, type ImportOptions } from '../../document/importOptions.ts';
import { createImportReport, type ImportReport } from '../import/reportImport.ts';
import { findSources, type Source } from '../import/findSources.ts';
import type { FetchPage } from '../import/web/fetchPage.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';

/** One use of `import`. */
export interface ImportCall {
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly corpus: string;
  readonly input: Readable;
  readonly terminal: Terminal;
  /** Undefined while pages are not fetched from the web. */
  readonly fetchPage?: FetchPage | undefined;
  /** Called after each import, before the next. Default: nothing is called. */
  readonly onImported?: ((article: Article) => Promise<void>) | undefined;
}

/**
 * Imports documents into the corpus, and prints how each was read. One that cannot be imported gets one sentence, and the
 * rest continues; the exit code is then 1, or 2 if none was imported.
 */
export async function importFiles(
  words: readonly string[],
  { options: given, corpus, input, terminal, fetchPage, onImported = () => Promise.resolve() }: ImportCall,
): Promise<ExitCode> {
  const parsed = importOptionsSchema.safeParse(given);
  if (!parsed.success) return fail(terminal, optionProblem(parsed.error));
  const options = parsed.data;
  if (words.length === 0)
    return fail(terminal, 'Name what to import: rapporteur import FILE… (a folder, or - for standard input).');
  if (options.name !== undefined && !words.includes('-'))
    return fail(terminal, '--name is for standard input, which is named as "-".');
  const { sources, passedOver } = await findSources(words, {
    corpus,
    input,
    name: options.name,
    maxBytes: DOCUMENT_LIMITS.fileBytes,
    fetchPage,
  });
  if (sources.length > 1 && (options.id ?? options.title) !== undefined)
    return fail(terminal, '--id and --title are for one file at a time.');
  const taken = new Set((await listFolders(corpus))?.map(({ name }) => name));
  const report = createImportReport(terminal, { json: options.json === true, quiet: options.quiet === true });
  const reader = createDocumentReader();
  try {
    report.expect(sources.length);
    const ids = { taken, written: new Set<string>() };
    for (const source of sources) await importSource(source, { options, corpus, reader, report, ids, onImported });
  } finally {
    await reader.close();
  }
  const { imported, failed } = report.end(passedOver);
  if (failed === 0) return 0;
  return imported === 0 ? 2 : 1;
}

interface ImportRun {
  readonly options: ImportOptions;
  readonly corpus: string;
  readonly reader: DocumentReader;
  readonly report: ImportReport;
  readonly ids: Ids;
  readonly onImported: (article: Article) => Promise<void>;
}

async function importSource(source: Source, run: ImportRun): Promise<void> {
  run.report.next(source.label);
  const bytes = await source.read();
  if (typeof bytes === 'string') return run.report.failed(source.label, bytes);
  await importFile({ name: source.name, bytes }, { label: source.label, address: source.address?.(), run });
}

/** Reads and writes one file, or those of an archive. */
async function importFile(
  file: DocumentFile,
  { label, address, run }: { readonly label: string; readonly address?: string | undefined; readonly run: ImportRun },
): Promise<void> {
  const { options, corpus, reader, report, ids } = run;
  const reading = await reader.read(file, { language: options.language });
  switch (reading.kind) {
    case 'invalid':
      return report.failed(label, reading.message);
    case 'files': {
      if (reading.files.length > 1 && (options.id ?? options.title) !== undefined)
        return report.failed(label, 'it holds several files, and --id and --title are for one');
      report.expect(reading.files.length - 1);
      for (const inner of reading.files) {
        report.next(`${label}/${inner.name}`);
        await importFile(inner, { label: `${label}/${inner.name}`, run });
      }
      return undefined;
    }
    case 'draft': {
      const name = posix.normalize(file.name);
      const result = await importDocument({ reading, bytes: file.bytes, name, address }, { options, corpus, ids });
      if (result.kind === 'refused') return report.failed(label, result.reason);
      report.imported(result);
      return run.onImported(result.article);
    }
    default:
      return reading satisfies never;
  }
}
