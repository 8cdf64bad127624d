import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contraryBeside } from '../../../../src/answer/reading/beside/contraryBeside.ts';
import { questionAsked, type QuestionAsked } from '../../../../src/answer/reading/questionAsked.ts';
import { stemmerFor } from '../../../../src/language/words/stem.ts';

function asking(question: string, deed: string): QuestionAsked {
  return { ...questionAsked(question, true), deed: new Set([stemmerFor('en')(deed)]) };
}

describe('contraryBeside', () => {
  test.each([
    ['Was Reed allowed to own guns?', 'allow', ['Reed lives near Velda.', 'He was barred from possessing a firearm.']],
    ['Did the county approve the gate?', 'approve', ['They asked for a gate.', 'It was turned down in May.']],
    ['Did the county approve the gate?', 'approve', ['They asked for a gate.', 'The board turned the plan down.']],
    ['Is the gallery open on Mondays?', 'open', ['The gallery is behind the station.', 'On Mondays it stays shut.']],
    ['Was he convicted?', 'convict', ['The defendant stood still.', 'The jury acquitted him.']],
    ['Was anyone hurt?', 'hurt', ['The fire broke out at noon.', 'All guests were led out unharmed.']],
  ] as const)('%j: finds what says the contrary of %j', (question, deed, texts) => {
    const read = texts.map((text, block) => ({ text, block }));
    expect(contraryBeside(asking(question, deed), read, 0)).toBe(1);
  });

  test.each([
    [
      'the likeliest sentence says it itself',
      'Is the gallery open?',
      'open',
      'The gallery opened in May.',
      'The bar is shut.',
    ],
    [
      'the likeliest sentence says the contrary',
      'Is the gallery open?',
      'open',
      'The gallery is shut.',
      'The bar is shut.',
    ],
    ['nothing says the contrary', 'Is the gallery open?', 'open', 'The gallery is old.', 'The bar is new.'],
    ['it is no question of yes or no', 'When is the gallery open?', 'open', 'The gallery is old.', 'It is shut.'],
  ])('finds none if %s', (_, question, deed, ...texts) => {
    const read = texts.map((text, block) => ({ text, block }));
    expect(contraryBeside(asking(question, deed), read, 0)).toBeUndefined();
  });

  test('finds only a sentence right before or after, of the same article', () => {
    const sentence = fc.record({
      text: fc.constantFrom('The gallery is old.', 'On Mondays it stays shut.', 'Visitors come by bus.'),
      block: fc.nat({ max: 3 }),
      from: fc.constantFrom('one', 'other'),
      follows: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat({ max: 5 }), (read, at) => {
        const found = contraryBeside(asking('Is the gallery open?', 'open'), read, at);
        if (found === undefined) return;
        expect([Math.abs(found - at), read[found]!.from]).toEqual([1, read[at]!.from]);
        expect([read[at]!.text.includes('shut'), read[found]!.text.includes('shut')]).toEqual([false, true]);
      }),
      { seed: 13 },
    );
  });
});
