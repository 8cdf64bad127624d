import type { Span } from '../language/span.ts';
import type { Article } from './article.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** A stretch of an article from one heading to the next; the first has no heading where text is before any. */
export interface Section {
  /** 0 for what is before the first heading, then 1, 2, … in order. */
  readonly number: number;
  /** The heading's own words, or null before the first heading. */
  readonly heading: string | null;
  readonly level: number;
  /** Indexes into `article.blocks`, half-open; the heading is included, title and standfirst are not. */
  readonly blocks: readonly [from: number, to: number];
  /** First and last paragraph number, or null if it holds none. */
  readonly paragraphs: readonly [from: number, to: number] | null;
  readonly span: Span;
}

/** Lists the sections in order. Every block but title and standfirst is in exactly one. */
export function sectionsOf(article: Article): readonly Section[] {
  const { blocks } = article;
  const starts = blocks.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
  const body = blocks.findIndex(({ kind }) => kind !== 'title' && kind !== 'standfirst');
  if (body === -1) return [];
  const borders = starts[0] === body ? starts : [body, ...starts];
  const before = borders.length - starts.length;
  return borders.map((from, position) =>
    sectionAt(article, [from, borders[position + 1] ?? blocks.length], position - before + 1),
  );
}

/** Finds the section that holds the block with this index; title and standfirst are in none. */
export function sectionOfBlock(sections: readonly Section[], block: number): Section | undefined {
  return sections.find(({ blocks: [from, to] }) => from <= block && block < to);
}

function sectionAt(article: Article, [from, to]: readonly [number, number], number: number): Section {
  const blocks = article.blocks.slice(from, to);
  const first = entryAt(blocks, 0);
  const numbers = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.number] : []));
  return {
    number: first.kind === 'heading' ? number : 0,
    heading: first.kind === 'heading' ? article.source.slice(...first.span) : null,
    level: first.kind === 'heading' ? first.level : 1,
    blocks: [from, to],
    paragraphs: numbers.length === 0 ? null : [entryAt(numbers, 0), lastOf(numbers)],
    span: [first.span[0], lastOf(blocks).span[1]],
  };
}
