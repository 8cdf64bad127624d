import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handOn } from '../../../src/answer/reading/handOn.ts';
import { isAsking } from '../../../src/language/isAsking.ts';

function one(text: string, at: number, order?: number, follows?: boolean) {
  return { text, block: at, place: at / 10, order, nearness: (order ?? 0) / 10, follows };
}

describe('handOn', () => {
  test.each([
    ['a question', ['Q: Who taught you to sail?', 'A: My aunt.'], ['A: My aunt.']],
    ['a question in quotation marks', ['“Where do you live?”', '“In a barn.”'], ['“In a barn.”']],
    ['several questions', ['Who paid for it?', 'Who else?', 'A brewer.'], ['A brewer.']],
  ])('hands on from %s', (_, texts, left) => {
    const read = handOn(texts.map((text, at) => one(text, at, at === 0 ? 9 : undefined)));
    expect(read.map(({ text, order, nearness }) => [text, order, nearness])).toEqual(
      left.map((text) => [text, 9, 0.9]),
    );
  });

  test('hands nothing on to a sentence that does not follow', () => {
    expect(handOn([one('Who paid?', 0, 9), one('A brewer.', 1, undefined, false)])).toEqual([
      one('A brewer.', 1, undefined, false),
    ]);
  });

  test('leaves every sentence that asks nothing, in its order, and never lowers it', () => {
    const sentences = fc.array(
      fc.record({ asks: fc.boolean(), order: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }) }),
    );
    fc.assert(
      fc.property(sentences, (some) => {
        const read = some.map(({ asks, order }, at) => one(asks ? `Why ${at}?` : `So ${at}.`, at, order));
        const left = handOn(read);
        const own = read.filter(({ text }) => !isAsking(text));
        expect(left.map(({ text }) => text)).toEqual(own.map(({ text }) => text));
        for (const [at, { order, nearness }] of left.entries()) {
          expect(order ?? -1).toBeGreaterThanOrEqual(own[at]!.order ?? -1);
          expect(nearness).toBeGreaterThanOrEqual(own[at]!.nearness);
        }
      }),
      { seed: 13 },
    );
  });
});
