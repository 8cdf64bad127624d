import { expect, test } from 'vitest';
import { deedHeld } from '../../../src/answer/reading/answerFit.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';
import { stemsSaid } from '../../../src/answer/reading/stemsSaid.ts';

test.each([
  ['Police are looking into the claims.', 'investig'],
  ['They set the firm up in May.', 'establish'],
  ['The vote was put off.', 'postpon'],
  ['The plan was turned down.', 'reject'],
])('stemsSaid has what a verb of %j stands for with its particle', (text, stem) => {
  expect(stemsSaid(text)).toContain(stem);
  const asked = { ...questionAsked('Who did it?', true), deed: new Set([stem]) };
  expect(deedHeld(asked, text)).toBe(true);
});

test('stemsSaid has no more than its words of a text without a particle', () => {
  expect(stemsSaid('Police are looking at the claims.')).toEqual(expect.not.arrayContaining(['investig', 'postpon']));
});
