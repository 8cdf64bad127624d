import { isTextBlock, type Article } from '../article/article.ts';
import { passageOfSentences, type Passage } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { isAsking } from '../language/isAsking.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { leadInOf } from './listBelow.ts';
import { leaningOf } from './summary/leaning.ts';

/**
 * Adds the sentence before to the excerpt of a sentence that cannot be understood without it ("He was not told."), the question
 * that it answers, or what leads in to the list that it is in.
 */
export function withBefore(
  excerpt: Excerpt,
  { article, block, sentence }: { readonly article: Article; readonly block: number; readonly sentence: number },
): Excerpt {
  const leadIn = leadInOf(article, block);
  if (leadIn !== undefined) return { ...excerpt, before: excerptOf(article, lastSentence(article, leadIn)) };
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
    return lastSentence(article, index);
  }
  return undefined;
}

/** Adds to the excerpt of a sentence the question that it answers, or what leads in to the list that it is in. */
export function withQuestion(article: Article, block: number, excerpt: Excerpt): Excerpt {
  const leadIn = leadInOf(article, block);
  const found = article.blocks[block];
  const isFirst = found !== undefined && isTextBlock(found) && found.sentences[0]?.[0] === excerpt.span[0];
  const passage =
    leadIn === undefined
      ? isFirst && !isAsking(excerpt.text)
        ? sentenceBefore(article, block, 0)
        : undefined
      : lastSentence(article, leadIn);
  if (!passage) return excerpt;
  const before = excerptOf(article, passage);
  return leadIn !== undefined || isAsking(before.text) ? { ...excerpt, before } : excerpt;
}

/** Leaves out what goes before an excerpt where it is in the answer already. */
export function onceBefore(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const shown = new Set(excerpts.map(placeKey));
  return excerpts.map(({ before, ...excerpt }): Excerpt => {
    const isNew = before !== undefined && !shown.has(placeKey(before));
    if (before) shown.add(placeKey(before));
    return isNew ? { ...excerpt, before } : excerpt;
  });
}

function placeKey({ article, span }: Pick<Excerpt, 'article' | 'span'>): string {
  return `${article} ${span.join()}`;
}

function lastSentence(article: Article, index: number): Passage {
  const block = entryAt(article.blocks, index);
  const count = isTextBlock(block) ? block.sentences.length : 1;
  return passageOfSentences(article, index, [count - 1, count]);
}
