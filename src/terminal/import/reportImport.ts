import type { Article } from '../../article/article.ts';
import { outline } from '../../segment/outline.ts';
import type { Terminal } from '../terminal.ts';

/** What became of the documents of one import. */
export interface ImportReport {
  /** How many there are, as far as is known: archives hold more. */
  readonly expect: (documents: number) => void;
  /** Shows which document is next, on a terminal. */
  readonly next: (label: string) => void;
  readonly imported: (imported: ImportedArticle) => void;
  readonly failed: (label: string, reason: string) => void;
  /** Writes the summary, the failures last, and returns how many succeeded and failed. */
  readonly end: (passedOver: number) => { readonly imported: number; readonly failed: number };
}

/** An article that was imported. */
interface ImportedArticle {
  readonly article: Article;
  readonly notes: readonly string[];
}

/** The most documents of which each is shown as an outline; of more, each is a line. */
const OUTLINES_MAX = 10;
const PROGRESS_MAX_CHARS = 100;
const ERASE_LINE = '\r\u001B[2K';

/** Makes the report of an import: outlines or lines, JSON, or with `quiet` what failed alone. */
export function createImportReport(
  terminal: Terminal,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
): ImportReport {
  const failures: { readonly label: string; readonly reason: string }[] = [];
  let [total, imported] = [0, 0];
  let isShowing = false;
  const clear = (): void => {
    if (isShowing) terminal.error(ERASE_LINE);
    isShowing = false;
  };
  return {
    expect: (documents) => void (total += documents),
    next(label) {
      if (!terminal.interactive || quiet || total < 2) return;
      const at = `${imported + failures.length + 1} of ${total}`;
      terminal.error(`${ERASE_LINE}${at}: ${label.slice(-PROGRESS_MAX_CHARS)}`);
      isShowing = true;
    },
    imported(result) {
      imported += 1;
      if (quiet) return;
      clear();
      if (json) terminal.out(`${JSON.stringify(summaryOf(result))}\n`);
      else terminal.out(total > OUTLINES_MAX ? `${articleLine(result.article)}\n` : reportOf(result));
    },
    failed(label, reason) {
      failures.push({ label, reason });
      if (!json) return;
      clear();
      terminal.out(`${JSON.stringify({ file: label, error: reason })}\n`);
    },
    end(passedOver) {
      clear();
      const all = imported + failures.length;
      if (all > 1 && !json && !quiet)
        terminal.out(
          `${all === imported ? `All ${all}` : `${imported} of ${all}`} files imported.${others(passedOver)}\n`,
        );
      for (const { label, reason } of failures) terminal.error(`Cannot import "${label}": ${reason}.\n`);
      return { imported, failed: failures.length };
    },
  };
}

function others(count: number): string {
  if (count === 0) return '';
  return ` ${count === 1 ? 'One other file was' : `${count} other files were`} passed over, being of another kind.`;
}

function articleLine({ id, title, published, publishedNote, author = [] }: Article): string {
  const date =
    published === undefined
      ? 'no publication date; --published gives one'
      : `published ${published}${publishedNote === undefined ? '' : ` (inferred: ${publishedNote})`}`;
  const by = author.length === 0 ? '' : `; by ${author.join(', ')}`;
  return `${id}: "${title}" (${date}${by})`;
}

function reportOf({ article, notes }: ImportedArticle): string {
  const lines = [...notes.map((note) => `Note: ${note}.`), ...outline(article)];
  return `${articleLine(article)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function summaryOf({
  article: { id, title, published, publishedNote, edition, blocks },
  notes,
}: ImportedArticle): object {
  const count = (kind: string): number => blocks.filter((block) => block.kind === kind).length;
  return {
    id,
    title,
    published: published ?? null,
    ...(publishedNote === undefined ? {} : { publishedNote }),
    edition,
    paragraphs: count('paragraph'),
    headings: count('heading'),
    captions: count('caption'),
    standfirst: count('standfirst'),
    furniture: blocks.filter((block) => block.kind === 'paragraph' && block.role === 'furniture').length,
    notes,
  };
}
