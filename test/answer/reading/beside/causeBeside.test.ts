import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeBeside } from '../../../../src/answer/reading/beside/causeBeside.ts';
import { questionAsked } from '../../../../src/answer/reading/questionAsked.ts';

/** Finds the cause beside the sentence in brackets, by its text. */
function cause(question: string, marked: readonly string[]): string | undefined {
  const at = marked.findIndex((text) => text.startsWith('['));
  const read = marked.map((text, block) => ({ text: text.replace(/[[\]]/gu, ''), block }));
  const found = causeBeside(questionAsked(question, true), read, at);
  return found === undefined ? undefined : read[found]!.text;
}

describe('causeBeside', () => {
  test.each([
    ['Why are the trains late?', ['[The trains have been late for weeks.]', 'A shortage of drivers is to blame.'], 1],
    ['Why do the bees die?', ['Mites and hunger all seem to play a part.', '[More bees die every winter.]'], 0],
    ['Why does the lake turn red?', ['[The lake turns red in May.]', 'Algae are responsible.', 'It is deep.'], 1],
    ['Why do whales strand?', ['[Whales strand here each year.]', 'Falling tides are thought to contribute.'], 1],
    // The sentence tells a cause itself, tells something else, or another question is asked.
    ['Why are the trains late?', ['[The trains are late because of snow.]', 'A shortage of drivers is to blame.'], -1],
    ['Why are the trains late?', ['[The trains are late after the flood.]', 'A shortage of drivers is to blame.'], -1],
    ['Why are the trains late?', ['[The trains are full.]', 'A shortage of drivers is to blame.'], -1],
    ['Are the trains late?', ['[The trains have been late for weeks.]', 'A shortage of drivers is to blame.'], -1],
    ['Why are the trains late?', ['[The trains have been late for weeks.]', 'The line runs along the coast.'], -1],
  ] as const)('%j, %j: %i', (question, marked, wanted) => {
    expect(cause(question, marked)).toBe(wanted === -1 ? undefined : marked[wanted].replace(/[[\]]/gu, ''));
  });

  test('is a sentence right before or after, of the same article', () => {
    const texts = [
      'The trains have been late for weeks.',
      'A shortage of drivers is to blame.',
      'The line runs along the coast.',
    ];
    const sentence = fc.record({
      text: fc.constantFrom(...texts),
      block: fc.nat({ max: 3 }),
      from: fc.constantFrom('one', 'other'),
      follows: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat({ max: 5 }), (read, at) => {
        const found = causeBeside(questionAsked('Why are the trains late?', true), read, at);
        if (found === undefined) return;
        expect([Math.abs(found - at), read[found]!.from, read[found]!.text]).toEqual([1, read[at]!.from, texts[1]]);
        expect(read[at]!.text).toBe(texts[0]);
        expect(read[Math.max(found, at)]!.follows).not.toBe(false);
      }),
      { seed: 13 },
    );
  });
});
