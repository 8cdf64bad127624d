import type { Span } from '../language/span.ts';
import { isTextBlock, type Article, type Block, type TextBlock } from './article.ts';
import { formatReference, type Reference, type ReferenceTarget } from './references/reference.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** A span within one block of an article, and the reference that names it. */
export interface Passage {
  /** Index into `article.blocks`. */
  readonly block: number;
  readonly reference: Reference;
  readonly span: Span;
}

/** What a reference points at, or how far the numbers go where it points at nothing. */
export type Resolution =
  | { readonly kind: 'passages'; readonly passages: readonly Passage[] }
  | {
      readonly kind: 'missing';
      readonly nearest: readonly string[];
      readonly last: string | undefined;
      /** The member of a list that is missing. */
      readonly missing?: string;
    };

/** Finds the passages that a reference names: one for each block, or one for a run of sentences. */
export function resolveReference(article: Article, reference: Reference): Resolution {
  const blocks = blocksOfTarget(article, reference.target);
  const chosen = blocks.filter(({ number }) => reference.from <= number && number <= reference.to);
  const wanted = reference.to - reference.from + 1;
  if (chosen.length === 0 || chosen.length !== wanted) return missing(reference, blocks.length);
  if (!reference.sentences)
    return { kind: 'passages', passages: chosen.map(({ index }) => passageOfBlock(article, index)) };
  const { index } = entryAt(chosen, 0);
  const block = entryAt(article.blocks, index);
  if (!isTextBlock(block))
    return { kind: 'missing', nearest: [formatReference(referenceOfBlock(article, index))], last: undefined };
  const [first, last] = reference.sentences;
  if (first < 1 || last > block.sentences.length) return missingSentence(reference, block.sentences.length);
  return { kind: 'passages', passages: [passageOfSentences(article, index, [first - 1, last])] };
}

/** Names a whole block; a caption's credit is left out of the span. */
export function passageOfBlock(article: Article, index: number): Passage {
  return { block: index, reference: referenceOfBlock(article, index), span: bodyOf(entryAt(article.blocks, index)) };
}

/**
 * Names a run of sentences, half-open and counted from 0. The only sentence of a caption or standfirst is named by the
 * block itself (`Fig. 3`); a paragraph's is `¶3.1`.
 */
export function passageOfSentences(article: Article, index: number, [from, to]: readonly [number, number]): Passage {
  const block = article.blocks[index] as TextBlock;
  const span: Span = [entryAt(block.sentences, from)[0], entryAt(block.sentences, to - 1)[1]];
  const reference = referenceOfBlock(article, index);
  if (block.kind !== 'paragraph' && block.sentences.length === 1) return { block: index, reference, span };
  return { block: index, reference: { ...reference, sentences: [from + 1, to] }, span };
}

/** Returns the part of a block that excerpts quote: all of it, less a caption's credit. */
export function bodyOf(block: Block): Span {
  return block.kind === 'caption' ? [entryAt(block.sentences, 0)[0], lastOf(block.sentences)[1]] : block.span;
}

/** Returns the reference that names a whole block. */
export function referenceOfBlock(article: Article, index: number): Reference {
  const block = entryAt(article.blocks, index);
  const number = block.kind === 'paragraph' || block.kind === 'caption' ? block.number : ordinal(article, index);
  return { target: block.kind, from: number, to: number };
}

function blocksOfTarget(
  article: Article,
  target: ReferenceTarget,
): readonly { readonly index: number; readonly number: number }[] {
  return article.blocks.flatMap(({ kind }, index) =>
    kind === target ? [{ index, number: referenceOfBlock(article, index).from }] : [],
  );
}

function ordinal(article: Article, index: number): number {
  const { kind } = entryAt(article.blocks, index);
  return article.blocks.slice(0, index + 1).filter((block) => block.kind === kind).length;
}

function missing({ target, from }: Reference, count: number): Resolution {
  if (count === 0) return { kind: 'missing', nearest: [], last: undefined };
  const nearest = Math.min(Math.max(from, 1), count);
  const last = formatReference({ target, from: count, to: count });
  return { kind: 'missing', nearest: [formatReference({ target, from: nearest, to: nearest })], last };
}

function missingSentence({ target, from, to }: Reference, count: number): Resolution {
  const last = formatReference({ target, from, to, sentences: [count, count] });
  return { kind: 'missing', nearest: [last], last };
}
