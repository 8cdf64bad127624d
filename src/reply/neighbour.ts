import { isTextBlock, type Article } from '../article/article.ts';
import { passageOfBlock, passageOfSentences, type Passage } from '../article/passage.ts';
import type { Span } from '../language/span.ts';

/** How far a step to the next passage goes. */
export type Step = 'sentence' | 'block';

/** Finds the passage before (-1) or after (1) a span, across paragraphs and captions; undefined at either end. */
export function neighbour(
  article: Article,
  span: Span,
  { step, direction }: { readonly step: Step; readonly direction: -1 | 1 },
): Passage | undefined {
  const passages = article.blocks.flatMap((block, index) => {
    if (!isTextBlock(block)) return [];
    if (step === 'block') return [passageOfBlock(article, index)];
    return block.sentences.map((_, sentence) => passageOfSentences(article, index, [sentence, sentence + 1]));
  });
  return direction === 1
    ? passages.find(({ span: [start] }) => start >= span[1])
    : passages.findLast(({ span: [, end] }) => end <= span[0]);
}
