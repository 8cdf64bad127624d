import { isBodyBlock, type Article, type TextBlock } from '../../article/article.ts';
import { cuesOf } from '../../language/words/cues.ts';
import { NUMBER_WORDS } from '../../language/words/numberWords.ts';
import { tokensOf, type Shape, type Token } from '../../language/words/tokens.ts';
import { isKnownStem } from '../../language/words/wordList.ts';
import { aliasesOf, type Alias } from '../query/aliases.ts';
import { termsFor, type TermOf } from '../query/terms.ts';
import type { NumberOf } from './numbering.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * An article as columns of numbers, so that ranking needs no strings. Sentences and text blocks are numbered through
 * the article from 0; `…Start` columns have one extra entry, the end of the last.
 */
export interface IndexedArticle {
  readonly article: Article;
  /** Words of all sentences in order, by vocabulary number, including stop words. */
  readonly terms: Int32Array;
  /** The spelling of each, see `SHAPES`. */
  readonly shapes: Uint8Array;
  /** The different words, by their number among the vocabulary's forms. */
  readonly forms: Int32Array;
  /** How many words that are no stop words are before each sentence. */
  readonly contentStart: Int32Array;
  readonly sentenceStart: Int32Array;
  /** The text block of each sentence. */
  readonly sentenceBlock: Int32Array;
  readonly blockStart: Int32Array;
  /** Index into `article.blocks` of each text block. */
  readonly blockIndex: Int32Array;
  /** Cues in each sentence, see `CUES`. */
  readonly cues: Uint16Array;
  readonly titleTerms: Int32Array;
  /** Terms of the heading that each text block is under. */
  readonly headingTerms: readonly Int32Array[];
  /** Words outside sentences (headings, title, credits), including stop words, each once per block. */
  readonly besideTerms: Int32Array;
  /** Index into `article.blocks` for each of them; the number of blocks for words of a title that is not a block. */
  readonly besideBlock: Int32Array;
  /** Acronyms that it defines. */
  readonly aliases: readonly Alias[];
}

/** The order of `Token` shapes in the `shapes` column. */
export const SHAPES: readonly Shape[] = ['lower', 'capital', 'upper', 'number'];

/** Marks a stop word in the `shapes` column. */
export const STOP = SHAPES.length;

/** Splits an article into columns, one block per step; interns its terms but does not count them. */
export function* indexArticle(
  article: Article,
  { vocabulary, numberOf }: { readonly vocabulary: Vocabulary; readonly numberOf: NumberOf },
): Steps<IndexedArticle> {
  const termOf = termsFor(article.language);
  const terms: number[] = [];
  const shapes: number[] = [];
  const forms = new Set<number>();
  const cues: number[] = [];
  const contentStart = [0];
  let content = 0;
  const sentenceStart = [0];
  const sentenceBlock: number[] = [];
  const blockStart = [0];
  const blockIndex: number[] = [];
  const headingTerms: Int32Array[] = [];
  const intern = (text: string): Int32Array => Int32Array.from(idsOf(text, article.language, termOf, vocabulary));
  const beside: { readonly term: number; readonly block: number }[] = [];
  const putBeside = (text: string, block: number): void => {
    const seen = new Set(Array.from(tokensOf(text, article.language), (token) => numberOf(token).term));
    for (const term of seen) beside.push({ term, block });
  };
  putBeside(article.title, article.blocks.length);
  let heading: Int32Array = new Int32Array();
  for (const [index, block] of article.blocks.entries()) {
    if (block.kind === 'heading') heading = intern(article.source.slice(...block.span));
    const outside = isBodyBlock(block) ? (block.kind === 'caption' ? block.credit : undefined) : block.span;
    if (outside) putBeside(article.source.slice(...outside), index);
    if (!isBodyBlock(block)) continue;
    for (const span of block.sentences) {
      const text = article.source.slice(...span);
      for (const [position, token] of tokensOf(text, article.language).entries()) {
        const { term, form, isStopWord } = numberOf(token);
        terms.push(term);
        forms.add(form);
        shapes.push(isStopWord ? STOP : SHAPES.indexOf(shapeInSentence(token, vocabulary.terms[term]!, position)));
        if (!isStopWord) content += 1;
      }
      contentStart.push(content);
      cues.push(cuesOf(text));
      sentenceStart.push(terms.length);
      sentenceBlock.push(blockIndex.length);
    }
    blockStart.push(sentenceBlock.length);
    blockIndex.push(index);
    headingTerms.push(heading);
    yield;
  }
  return {
    article,
    terms: Int32Array.from(terms),
    shapes: Uint8Array.from(shapes),
    forms: Int32Array.from(forms),
    contentStart: Int32Array.from(contentStart),
    cues: Uint16Array.from(cues),
    sentenceStart: Int32Array.from(sentenceStart),
    sentenceBlock: Int32Array.from(sentenceBlock),
    blockStart: Int32Array.from(blockStart),
    blockIndex: Int32Array.from(blockIndex),
    titleTerms: intern(article.title),
    headingTerms,
    besideTerms: Int32Array.from(beside, ({ term }) => term),
    besideBlock: Int32Array.from(beside, ({ block }) => block),
    aliases: aliasesOf(article.source, article.language, termOf, vocabulary),
  };
}

/** Returns a sentence's span in the source. */
export function sentenceSpan({ article, sentenceBlock, blockStart, blockIndex }: IndexedArticle, sentence: number) {
  const ordinal = sentenceBlock[sentence]!;
  const block = article.blocks[blockIndex[ordinal]!] as TextBlock;
  return block.sentences[sentence - blockStart[ordinal]!]!;
}

/** Returns the half-open range of `terms` that a text block's sentences take. */
export function blockTerms({ blockStart, sentenceStart }: IndexedArticle, block: number): readonly [number, number] {
  return [sentenceStart[blockStart[block]!]!, sentenceStart[blockStart[block + 1]!]!];
}

/** The capital that opens a sentence says nothing, unless the word is uncommon. */
function shapeInSentence({ text, shape }: Token, term: string, position: number): Shape {
  if (NUMBER_WORDS.has(text)) return 'number';
  return shape === 'capital' && position === 0 && isKnownStem(term) ? 'lower' : shape;
}

function* idsOf(text: string, language: string, termOf: TermOf, vocabulary: Vocabulary): Iterable<number> {
  for (const token of tokensOf(text, language)) {
    const term = termOf(token);
    if (term !== undefined) yield vocabulary.intern(term);
  }
}
