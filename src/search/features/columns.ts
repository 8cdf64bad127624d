import type { Article } from '../../article/article.ts';
import type { Alias } from '../query/aliases.ts';
import type { IndexedArticle } from '../index/indexedArticle.ts';

/** The columns of an indexed article that are stored unchanged, with the type of their numbers. */
const PLAIN = {
  terms: Int32Array,
  shapes: Uint8Array,
  forms: Int32Array,
  contentStart: Int32Array,
  sentenceStart: Int32Array,
  sentenceBlock: Int32Array,
  blockStart: Int32Array,
  blockIndex: Int32Array,
  cues: Uint16Array,
  titleTerms: Int32Array,
  besideTerms: Int32Array,
  besideBlock: Int32Array,
} satisfies { readonly [Name in PlainName]: new (length: number) => IndexedArticle[Name] };

type PlainName = {
  [Name in keyof IndexedArticle]: IndexedArticle[Name] extends ArrayBufferView ? Name : never;
}[keyof IndexedArticle];

/** Every column of an indexed article with the type of its numbers. */
export const COLUMNS = {
  ...PLAIN,
  /** Runs of blocks under one heading: how many blocks, how many terms, the terms. */
  headings: Int32Array,
  /** Aliases: the short name, how many words the long form has, and those words. */
  aliases: Int32Array,
};

export type ColumnName = keyof typeof COLUMNS;

/** An indexed article as plain columns of numbers. */
export type Columns = Pick<IndexedArticle, PlainName> & { readonly headings: Int32Array; readonly aliases: Int32Array };

/** Returns an indexed article's columns, without copying those that already are columns. */
export function columnsOf(indexed: IndexedArticle): Columns {
  return {
    ...indexed,
    headings: Int32Array.from(writeHeadings(indexed.headingTerms)),
    aliases: Int32Array.from(indexed.aliases.flatMap(({ short, other }) => [short, other.length, ...other])),
  };
}

/** Builds an indexed article from its columns. */
export function fromColumns(article: Article, { headings, aliases, ...plain }: Columns): IndexedArticle {
  return { ...plain, article, headingTerms: readHeadings(headings), aliases: readAliases(aliases) };
}

function* writeHeadings(headingTerms: readonly Int32Array[]): Iterable<number> {
  for (let at = 0, next = 0; at < headingTerms.length; at = next) {
    const terms = headingTerms[at]!;
    while (headingTerms[next] === terms) next += 1;
    yield next - at;
    yield terms.length;
    yield* terms;
  }
}

function readHeadings(column: Int32Array): readonly Int32Array[] {
  const headingTerms: Int32Array[] = [];
  for (let at = 0; at < column.length;) {
    const [blocks, length] = [column[at]!, column[at + 1]!];
    const terms = column.subarray(at + 2, at + 2 + length);
    for (let block = 0; block < blocks; block += 1) headingTerms.push(terms);
    at += 2 + length;
  }
  return headingTerms;
}

function readAliases(column: Int32Array): readonly Alias[] {
  const aliases: Alias[] = [];
  for (let at = 0; at < column.length;) {
    const [short, length] = [column[at]!, column[at + 1]!];
    aliases.push({ short, other: [...column.subarray(at + 2, at + 2 + length)] });
    at += 2 + length;
  }
  return aliases;
}
