import { isBodyBlock, type Article } from '../../article/article.ts';
import { passageOfBlock, passageOfSentences, type Passage } from '../../article/passage.ts';
import type { Span } from '../../language/span.ts';

/** How far a step to the next passage goes. */
type Step = 'sentence' | 'block';

/** Finds the passage before (-1) or after (1) a span, across paragraphs and captions; undefined at either end. */
export function neighbour(
  article: Article,
  span: Span,
  { step, direction }: { readonly step: Step; readonly direction: -1 | 1 },
): Passage | undefined {
  const isBeyond = ([start, end]: Span): boolean => (direction === 1 ? start >= span[1] : end <= span[0]);
  const first = direction === 1 ? 0 : article.blocks.length - 1;
  for (let index = first; ; index += direction) {
    const block = article.blocks[index];
    if (!block) return undefined;
    if (!isBodyBlock(block)) continue;
    if (step === 'block') {
      if (isBeyond(block.span)) return passageOfBlock(article, index);
      continue;
    }
    const beyond = block.sentences.flatMap((sentence, position) => (isBeyond(sentence) ? [position] : []));
    const position = direction === 1 ? beyond[0] : beyond.at(-1);
    if (position !== undefined) return passageOfSentences(article, index, [position, position + 1]);
  }
}
