import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVAL_FOLDER } from './questions.ts';

/** A document of the public data (docs/evaluation.md) that has a text of its own. */
export interface PublicDocument {
  readonly id: string;
  readonly text: string;
  readonly dct?: string;
  readonly refs?: readonly string[];
}

const SETS = ['sum-train', 'sum-dev', 'events-timebank-dev'] as const;
const MONTHS =
  /(January|February|March|April|May|June|July|August|September|October|November|December) (\d+), (\d{4})/u;
/** How many sentences go into a paragraph where a document has none. */
const PARAGRAPH_SENTENCES = [2, 1, 2, 3];
/** A first paragraph of fewer words is the title of a report by the BBC. */
const TITLE_WORDS = 15;

/** All of them, by id. */
export function publicDocuments(): ReadonlyMap<string, PublicDocument> {
  return new Map(SETS.flatMap((set) => documentsOf(set).map((each) => [each.id, each] as const)));
}

/** The same as a Markdown file, with its title, its day where it is known, and paragraphs. */
export function markdownOf({ id, text, dct, refs }: PublicDocument): string {
  if (dct !== undefined) return page('Report', dct, paragraphsOf(text));
  if (id.startsWith('gum:')) {
    const [title = '', ...rest] = text.split('\n\n');
    const date = MONTHS.exec(rest[0] ?? '');
    return page(title, date ? isoDay(date) : undefined, date ? rest.slice(1) : rest);
  }
  if (id.startsWith('bbc:')) {
    const [first = '', ...rest] = paragraphsOf(text);
    return first.split(' ').length < TITLE_WORDS
      ? page(first, undefined, rest)
      : page('Report', undefined, [first, ...rest]);
  }
  const title = (refs?.[0] ?? '')
    .split('\n')[0]!
    .replace(/\s*\.$/u, '')
    .trim();
  return page(title, undefined, cutIntoParagraphs(withoutDateline(text)));
}

function documentsOf(set: string): readonly PublicDocument[] {
  return readFileSync(path.join(EVAL_FOLDER, `data/${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PublicDocument);
}

/** A report without the agency's name before its first word. */
export function withoutDateline(text: string): string {
  return text.replace(/^\(CNN\)\s*(?:--\s*)?/u, '');
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
