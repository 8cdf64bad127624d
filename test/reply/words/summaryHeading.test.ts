import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUMMARY_LENGTHS, summarize } from '../../../src/answer/summary/summary.ts';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import { plainText } from '../../../src/reply/text/plainText.ts';
import { articleOf, type BlockText } from '../../fixtures/article.ts';
import { contextOf } from '../../fixtures/context.ts';

/** The number in the heading of a summary, and how many passages are shown below it. */
function told(answer: AnswerOf<'summary'>, article: ReturnType<typeof articleOf>): readonly [number, number] {
  const [heading = '', ...shown] = plainText(answer, { articles: new Map([[article.id, article]]) }).split('\n\n');
  return [Number(/in (\d+) sentences? of its own/u.exec(heading)?.[1]), shown.length];
}

describe('summaryHeading', () => {
  test('counts each sentence that is shown, a question before its answer too', () => {
    const sentence = fc.constantFrom(
      'You closed the bridge in 2017.',
      'Why?',
      'Because the north pier had moved by 14 millimetres.',
      'He never regretted it.',
      'The province spends 18 million euros on its bridges.',
      'Did it help?',
    );
    const drawn = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(drawn, fc.constantFrom(...SUMMARY_LENGTHS), (texts, length) => {
        const article = articleOf('bridge', [
          ['title', 'A bridge'],
          ...texts.map((own): BlockText => ['paragraph', ...own]),
        ]);
        const answer = summarize(article, contextOf([article]).library, { length });
        if (answer.kind !== 'summary') return;
        const [counted, shown] = told(answer, article);
        expect(counted).toBe(shown);
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});
