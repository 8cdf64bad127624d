import { expect, test } from 'vitest';
import { passageOfBlock, passageOfSentences } from '../../../src/article/passage.ts';
import { formatReference } from '../../../src/article/references/reference.ts';
import { neighbour } from '../../../src/reply/parts/neighbour.ts';
import { lighthouse } from '../../fixtures/article.ts';

// Blocks: title, standfirst, ¶1, Fig. 1, heading, ¶2, ¶3, heading, ¶4.
test.each([
  ['sentence', 5, [1, 2], '¶2.1', '¶2.3'],
  ['sentence', 5, [0, 1], 'Fig. 1', '¶2.2'],
  ['sentence', 5, [2, 3], '¶2.2', '¶3.1'],
  ['sentence', 1, [0, 1], undefined, 'standfirst.2'],
  ['sentence', 8, [1, 2], '¶4.1', undefined],
  ['block', 5, undefined, 'Fig. 1', '¶3'],
  ['block', 1, undefined, undefined, '¶1'],
  ['block', 8, undefined, '¶3', undefined],
] as const)('neighbour steps by %s from block %i %j to %s and %s', (step, block, sentences, before, after) => {
  const { span } = sentences ? passageOfSentences(lighthouse, block, sentences) : passageOfBlock(lighthouse, block);
  const to = (direction: -1 | 1): string | undefined => {
    const passage = neighbour(lighthouse, span, { step, direction });
    return passage && formatReference(passage.reference);
  };
  expect([to(-1), to(1)]).toEqual([before, after]);
});
