import { isTextBlock, type Article, type TextBlock } from '../article/article.ts';
import { tokensOf, type Shape } from '../language/tokens.ts';
import { termsFor, type TermOf } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * An article as columns of numbers, so that ranking reads no strings. Sentences and text blocks are counted through
 * the article from 0; `…Start` columns have one entry more than there are things, the end of the last.
 */
export interface IndexedArticle {
  readonly article: Article;
  /** Terms of all sentences in order, by vocabulary number; stop words are left out. */
  readonly terms: Int32Array;
  /** How each of them is written, see `SHAPES`. */
  readonly shapes: Uint8Array;
  readonly sentenceStart: Int32Array;
  /** The text block of each sentence. */
  readonly sentenceBlock: Int32Array;
  readonly blockStart: Int32Array;
  /** Index into `article.blocks` of each text block. */
  readonly blockIndex: Int32Array;
  readonly titleTerms: Int32Array;
  /** Terms of the heading that each text block stands under. */
  readonly headingTerms: readonly Int32Array[];
}

/** The order of `Token` shapes in the `shapes` column. */
export const SHAPES: readonly Shape[] = ['lower', 'capital', 'upper', 'number'];

/** Splits an article into columns; interns its terms but does not count them. */
export function indexArticle(article: Article, vocabulary: Vocabulary): IndexedArticle {
  const termOf = termsFor(article.language);
  const terms: number[] = [];
  const shapes: number[] = [];
  const sentenceStart = [0];
  const sentenceBlock: number[] = [];
  const blockStart = [0];
  const blockIndex: number[] = [];
  const headingTerms: Int32Array[] = [];
  const intern = (text: string): Int32Array => Int32Array.from(idsOf(text, article.language, termOf, vocabulary));
  let heading: Int32Array = new Int32Array();
  for (const [index, block] of article.blocks.entries()) {
    if (block.kind === 'heading') heading = intern(article.source.slice(...block.span));
    if (!isTextBlock(block)) continue;
    for (const span of block.sentences) {
      for (const token of tokensOf(article.source.slice(...span), article.language)) {
        const term = termOf(token);
        if (term === undefined) continue;
        terms.push(vocabulary.intern(term));
        shapes.push(SHAPES.indexOf(token.shape));
      }
      sentenceStart.push(terms.length);
      sentenceBlock.push(blockIndex.length);
    }
    blockStart.push(sentenceBlock.length);
    blockIndex.push(index);
    headingTerms.push(heading);
  }
  return {
    article,
    terms: Int32Array.from(terms),
    shapes: Uint8Array.from(shapes),
    sentenceStart: Int32Array.from(sentenceStart),
    sentenceBlock: Int32Array.from(sentenceBlock),
    blockStart: Int32Array.from(blockStart),
    blockIndex: Int32Array.from(blockIndex),
    titleTerms: intern(article.title),
    headingTerms,
  };
}

/** Gives a sentence's span in the source. */
export function sentenceSpan({ article, sentenceBlock, blockStart, blockIndex }: IndexedArticle, sentence: number) {
  const ordinal = sentenceBlock[sentence]!;
  const block = article.blocks[blockIndex[ordinal]!] as TextBlock;
  return block.sentences[sentence - blockStart[ordinal]!]!;
}

/** Gives the half-open range of `terms` that a text block's sentences take. */
export function blockTerms({ blockStart, sentenceStart }: IndexedArticle, block: number): readonly [number, number] {
  return [sentenceStart[blockStart[block]!]!, sentenceStart[blockStart[block + 1]!]!];
}

function* idsOf(text: string, language: string, termOf: TermOf, vocabulary: Vocabulary): Iterable<number> {
  for (const token of tokensOf(text, language)) {
    const term = termOf(token);
    if (term !== undefined) yield vocabulary.intern(term);
  }
}
