import { isTextBlock, type Article } from '../article/article.ts';
import { passageOfSentences } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { isAsking } from '../language/isAsking.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { leaningOf } from './summary/leaning.ts';

/** Adds the sentence before to the excerpt of a sentence that cannot be understood without it ("He was not told."), or the question that it answers. */
export function withBefore(
  excerpt: Excerpt,
  { article, block, sentence }: { readonly article: Article; readonly block: number; readonly sentence: number },
): Excerpt {
  const passage = sentenceBefore(article, block, sentence);
  if (!passage) return excerpt;
  const leans = leaningOf(excerpt.text, article.language) === 'reference';
  const before = excerptOf(article, passage);
  return leans || isAsking(before.text) ? { ...excerpt, before } : excerpt;
}

/** The sentence before one, in its block or the paragraph before; captions are passed over, and a heading parts. */
export function sentenceBefore(article: Article, block: number, sentence: number) {
  if (sentence > 0) return passageOfSentences(article, block, [sentence - 1, sentence]);
  for (let index = block - 1; index >= 0; index -= 1) {
    const other = entryAt(article.blocks, index);
    if (other.kind === 'heading') return undefined;
    if (other.kind === 'caption' || !isTextBlock(other)) continue;
    return passageOfSentences(article, index, [other.sentences.length - 1, other.sentences.length]);
  }
  return undefined;
}
