import { expect, test } from 'vitest';
import { figureBeside } from '../../../../src/answer/reading/beside/figureBeside.ts';
import { questionAsked } from '../../../../src/answer/reading/questionAsked.ts';

const asked = (question: string, deed: string) => ({ ...questionAsked(question, true), deed: new Set([deed]) });
const read = (...texts: readonly string[]) => texts.map((text, block) => ({ text, block }));

test.each([
  ['How many people applied?', 'appli', 'Some 900 people could get relief.', 'Only about 700 had applied.'],
  ['How many workers joined?', 'join', 'Up to 80 workers may be covered.', 'By May, 45 had joined.'],
  ['How much did they pay?', 'pay', 'A ticket could be worth $90.', 'They paid $40.'],
])('%j is answered beside what only might be', (question, deed, might, told) => {
  expect(figureBeside(asked(question, deed), read(might, told), 0)).toBe(1);
  expect(figureBeside(asked(question, deed), read(told, might), 1)).toBe(0);
});

test.each([
  ['it says what was so', 'How many applied?', 'Some 900 people got relief.', 'Only 700 had applied.'],
  ['it has the deed', 'How many applied?', 'Some 900 people could have applied.', 'Only 700 had applied.'],
  ['the one beside it has no number', 'How many applied?', 'Some 900 could get relief.', 'Few had applied.'],
  [
    'the one beside it has no money',
    'How much money did those pay who applied?',
    'It could cost $90.',
    'And 700 applied.',
  ],
  ['no number is asked for', 'Who applied?', 'Some 900 people could get relief.', 'Only 700 had applied.'],
])('the likeliest sentence stays first if %s', (_, question, first, other) => {
  expect(figureBeside(asked(question, 'appli'), read(first, other), 0)).toBeUndefined();
});
