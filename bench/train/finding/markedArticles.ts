import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../../src/article/article.ts';
import { EVAL_FOLDER } from '../questions.ts';
import marked from './marked.json' with { type: 'json' };

/**
 * An article of the public data in which a reader marked the words that tell of an event, by where they start in its source:
 * those one would miss, others that one would accept, and words that tell the same as another one.
 */
export interface MarkedArticle {
  readonly of: string;
  /** The edition that the offsets are of. */
  readonly edition: string;
  readonly main: readonly number[];
  readonly other: readonly number[];
  readonly same: readonly (readonly number[])[];
}

interface Document {
  readonly id: string;
  readonly text: string;
  readonly dct?: string;
  readonly refs?: readonly string[];
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SETS = ['sum-train', 'sum-dev', 'events-timebank-dev'] as const;
const MONTHS =
  /(January|February|March|April|May|June|July|August|September|October|November|December) (\d+), (\d{4})/u;
/** How many sentences go into a paragraph where a document has none. */
const PARAGRAPH_SENTENCES = [2, 1, 2, 3];

/** Imports the marked articles into a corpus that it makes in `folder`; returns each with the name of its own folder. */
export function importMarked(folder: string): readonly { readonly at: string; readonly marked: MarkedArticle }[] {
  const [texts, corpus] = [path.join(folder, 'texts'), path.join(folder, 'corpus')];
  mkdirSync(texts, { recursive: true });
  const documents = new Map(SETS.flatMap((set) => documentsOf(set).map((each) => [each.id, each] as const)));
  const names = marked.articles.map(({ of }, at) => {
    const document = documents.get(of);
    if (!document) throw new RangeError(`No document "${of}" in the public data`);
    const name = `marked-${String(at).padStart(3, '0')}`;
    writeFileSync(path.join(texts, `${name}.md`), markdownOf(document));
    return name;
  });
  const files = names.map((name) => path.join(texts, `${name}.md`));
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/cli.ts'), 'import', ...files, '--corpus', corpus],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The import of the marked articles ended with ${status}`);
  return names.map((name, at) => ({ at: path.join(corpus, name), marked: marked.articles[at]! }));
}

/** Checks that offsets are of the text at hand. */
export function checkEdition({ edition }: Article, { of, edition: expected }: MarkedArticle): void {
  if (edition !== expected) throw new RangeError(`"${of}" is not the text that was marked`);
}

function documentsOf(set: string): readonly Document[] {
  return readFileSync(path.join(EVAL_FOLDER, `data/${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Document);
}

function markdownOf({ id, text, dct, refs }: Document): string {
  if (dct !== undefined) return page('Report', dct, paragraphsOf(text));
  if (id.startsWith('gum:')) {
    const [title = '', ...rest] = text.split('\n\n');
    const date = MONTHS.exec(rest[0] ?? '');
    return page(title, date ? isoDay(date) : undefined, date ? rest.slice(1) : rest);
  }
  const title = (refs?.[0] ?? '')
    .split('\n')[0]!
    .replace(/\s*\.$/u, '')
    .trim();
  return page(title, undefined, cutIntoParagraphs(text.replace(/^\(CNN\)\s*(?:--\s*)?/u, '')));
}

function page(title: string, published: string | undefined, paragraphs: readonly string[]): string {
  const head = [`title: ${JSON.stringify(title)}`, ...(published === undefined ? [] : [`published: ${published}`])];
  return `---\n${head.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .trim()
    .split('\n\n')
    .map((each) => each.replaceAll(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

function cutIntoParagraphs(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.!?]["”)])\s+(?=[A-Z"“(])|(?<=[.!?])\s+(?=[A-Z"“(])/u);
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length;) {
    const count = PARAGRAPH_SENTENCES[paragraphs.length % PARAGRAPH_SENTENCES.length]!;
    paragraphs.push(sentences.slice(at, at + count).join(' '));
    at += count;
  }
  return paragraphs;
}

function isoDay([, month = '', day = '', year = '']: RegExpExecArray): string {
  const index = MONTHS.source.slice(1).split(/[|)]/u).indexOf(month);
  return `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
