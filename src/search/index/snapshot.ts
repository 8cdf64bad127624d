import type { Article } from '../../article/article.ts';
import type { Collection } from './collection.ts';
import { columnsOf, COLUMNS, fromColumns, type ColumnName, type Columns } from '../features/columns.ts';
import type { IndexedArticle } from './indexedArticle.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a snapshot holds, before the bytes themselves: the vocabulary's terms and the words of its forms (a line
 * each), the number of each form's term, then one column after another, each with that of every article in turn.
 */
interface Contents {
  readonly sections: readonly number[];
  /**
   * What an article's columns are made from (see `shapeOf`), and the length of each column, in the order of `COLUMNS`.
   */
  readonly articles: readonly { readonly shape: string; readonly lengths: readonly number[] }[];
}

/** Every section starts at a multiple of this many bytes, so that numbers can be read in place. */
const ALIGNMENT = 8;
const NAMES = Object.keys(COLUMNS) as readonly ColumnName[];
/** Terms added per step. */
const TERMS_A_STEP = 256;

/**
 * Serializes a collection as bytes, in parts: the vocabulary, and the articles as columns. Postings and counts are
 * derived from them.
 */
export function* writeSnapshot({ vocabulary, articles }: Collection): Steps<readonly Uint8Array[]> {
  // The collection may change between two steps; its vocabulary only grows.
  const all = [...articles.values()];
  const columns: Columns[] = [];
  for (const indexed of all) {
    columns.push(columnsOf(indexed));
    yield;
  }
  const encoder = new TextEncoder();
  const terms = encoder.encode(vocabulary.terms.join('\n'));
  yield;
  const words = encoder.encode(vocabulary.forms.map(({ word }) => word).join('\n'));
  yield;
  const numbers = Int32Array.from(vocabulary.forms, ({ term }) => term);
  const sections: Uint8Array[][] = [[terms], [words], [bytesOf(numbers)]];
  for (const name of NAMES) {
    sections.push(columns.map((own) => bytesOf(own[name])));
    yield;
  }
  const contents: Contents = {
    sections: sections.map((section) => section.reduce((sum, { length }) => sum + length, 0)),
    articles: all.map(({ article }, at) => ({
      shape: articleKey(article),
      lengths: NAMES.map((name) => columns[at]![name].length),
    })),
  };
  const json = encoder.encode(JSON.stringify(contents));
  const head = new Uint8Array(aligned(ALIGNMENT + json.length));
  new DataView(head.buffer).setUint32(0, json.length, true);
  head.set(json, ALIGNMENT);
  const parts: Uint8Array[] = [head];
  for (const [at, section] of sections.entries()) {
    const length = contents.sections[at]!;
    parts.push(...section, new Uint8Array(aligned(length) - length));
  }
  return parts;
}

/**
 * Restores the articles of a snapshot that are among `articles` and unchanged, and fills the empty vocabulary. Throws a
 * `RangeError` for bytes that are not a snapshot; the caller must detect damage.
 */
export function* readSnapshot(
  bytes: Uint8Array,
  articles: readonly Article[],
  vocabulary: Vocabulary,
): Steps<readonly IndexedArticle[]> {
  const { contents, sections } = openSections(bytes);
  yield;
  yield* readVocabulary(sections, vocabulary);
  const byShape = new Map(articles.map((article) => [articleKey(article), article]));
  const columns = NAMES.map((name, at) => {
    const { buffer, byteOffset, length } = sections[VOCABULARY_SECTIONS + at]!;
    const Column = COLUMNS[name];
    return new Column(buffer as ArrayBuffer, byteOffset, length / Column.BYTES_PER_ELEMENT);
  });
  const starts = NAMES.map(() => 0);
  const indexed: IndexedArticle[] = [];
  for (const { shape, lengths } of contents.articles) {
    const article = byShape.get(shape);
    const own = NAMES.map((name, at) => {
      const start = starts[at]!;
      starts[at] = start + lengths[at]!;
      return [name, columns[at]!.subarray(start, starts[at])] as const;
    });
    if (article) indexed.push(fromColumns(article, Object.fromEntries(own) as unknown as Columns));
    yield;
  }
  return indexed;
}

/** Returns true if a snapshot has exactly these articles, unchanged. */
export function isSnapshotOf(bytes: Uint8Array, articles: readonly Article[]): boolean {
  const { contents } = openSections(bytes);
  const shapes = new Set(articles.map(articleKey));
  return contents.articles.length === shapes.size && contents.articles.every(({ shape }) => shapes.has(shape));
}

const VOCABULARY_SECTIONS = 3;

function openSections(given: Uint8Array): { readonly contents: Contents; readonly sections: readonly Uint8Array[] } {
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : given.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const contents = JSON.parse(new TextDecoder().decode(bytes.subarray(ALIGNMENT, ALIGNMENT + length))) as Contents;
  let end = aligned(ALIGNMENT + length);
  const sections = contents.sections.map((size) => {
    const section = bytes.subarray(end, end + size);
    end += aligned(size);
    return section;
  });
  if (end !== bytes.length || sections.length !== VOCABULARY_SECTIONS + NAMES.length)
    throw new RangeError(`Cannot read a snapshot: it has ${bytes.length} bytes, not ${end}`);
  return { contents, sections };
}

function* readVocabulary([terms, words, numbers]: readonly Uint8Array[], vocabulary: Vocabulary): Steps<void> {
  const list = decodedLines(terms!);
  yield;
  for (const [at, term] of list.entries()) {
    vocabulary.intern(term);
    if (at % TERMS_A_STEP === 0) yield;
  }
  const termOf = new Int32Array(numbers!.buffer, numbers!.byteOffset, numbers!.length / Int32Array.BYTES_PER_ELEMENT);
  const forms = decodedLines(words!);
  yield;
  for (const [at, word] of forms.entries()) {
    vocabulary.internForm(word, termOf[at]!);
    if (at % TERMS_A_STEP === 0) yield;
  }
}

/**
 * Returns what an article's columns are made from: its edition covers source and blocks, but not title and language.
 */
function articleKey({ id, edition, language, title }: Article): string {
  return JSON.stringify([id, edition, language, title]);
}

function decodedLines(bytes: Uint8Array): readonly string[] {
  return bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n');
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
