import { isTextBlock, type Article } from '../article/article.ts';
import { passageOfBlock, passageOfSentences, type Passage } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { isAsking } from '../language/isAsking.ts';
import { overlaps } from '../language/span.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { leadInOf, tableHeadOf } from './listBelow.ts';
import { leaningOf } from './summary/leaning.ts';

/** Of a longer question, its last sentences are shown. */
const QUESTION_MAX_CHARS = 400;

/**
 * Adds the sentence before to the excerpt of a sentence that cannot be understood without it ("He was not told."), the question
 * that it answers, or what leads in to the list that it is in.
 */
export function withBefore(
  excerpt: Excerpt,
  { article, block, sentence }: { readonly article: Article; readonly block: number; readonly sentence: number },
): Excerpt {
  const head = tableHeadOf(article, block);
  if (head !== undefined) return { ...excerpt, before: excerptOf(article, passageOfBlock(article, head)) };
  const leadIn = leadInOf(article, block);
  if (leadIn !== undefined) return { ...excerpt, before: excerptOf(article, lastSentence(article, leadIn)) };
  const passage = sentenceBefore(article, block, sentence);
  if (!passage) return excerpt;
  const leans = leaningOf(excerpt.text, article.language) === 'reference';
  const before = excerptOf(article, passage);
  if (isAsking(before.text)) return { ...excerpt, before: wholeQuestion(article, passage, sentence === 0) };
  return leans ? { ...excerpt, before } : excerpt;
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
  if (leadIn !== undefined) return { ...excerpt, before };
  return isAsking(before.text) ? { ...excerpt, before: wholeQuestion(article, passage, true) } : excerpt;
}

/**
 * A question with what leads up to it in a paragraph of its own ("You left in May. Why?"), as much as fits; of a question in the
 * paragraph that answers it, only what asks.
 */
function wholeQuestion(article: Article, passage: Passage, isOwnParagraph: boolean): Excerpt {
  const block = entryAt(article.blocks, passage.block);
  if (!isOwnParagraph || !isTextBlock(block)) return excerptOf(article, passage);
  const end = passage.span[1];
  const from = block.sentences.findIndex(([start]) => end - start <= QUESTION_MAX_CHARS);
  const to = block.sentences.findIndex((span) => span[1] === end) + 1;
  if (from === 0 && to === block.sentences.length) return excerptOf(article, passageOfBlock(article, passage.block));
  return from === -1 || from >= to
    ? excerptOf(article, passage)
    : excerptOf(article, passageOfSentences(article, passage.block, [from, to]));
}

/** Leaves out what goes before an excerpt where some of it is in the answer already. */
export function onceBefore(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const shown: Pick<Excerpt, 'article' | 'span'>[] = [...excerpts];
  return excerpts.map(({ before, ...excerpt }): Excerpt => {
    if (!before || shown.some(({ article, span }) => article === before.article && overlaps(span, before.span)))
      return excerpt;
    shown.push(before);
    return { ...excerpt, before };
  });
}

function lastSentence(article: Article, index: number): Passage {
  const block = entryAt(article.blocks, index);
  const count = isTextBlock(block) ? block.sentences.length : 1;
  return passageOfSentences(article, index, [count - 1, count]);
}
