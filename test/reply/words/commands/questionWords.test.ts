import { expect, test } from 'vitest';
import { questionInHeading } from '../../../../src/reply/words/commands/questionWords.ts';

test.each([
  ['Who pays for it?', 'Who pays for it?'],
  ['Why is the harbour silting up', 'Why is the harbour silting up?'],
  ['How much does a ticket cost', 'How much does a ticket cost?'],
  ['What time is it', 'What time is it?'],
  ['Is the bridge safe', 'Is the bridge safe?'],
  ['Are the bees dying', 'Are the bees dying?'],
  ['What it would cost', undefined],
  ['How bees are kept', undefined],
  ['What the farmers saw', undefined],
  ['Why they have left', undefined],
  ['Will power', undefined],
  ['How is it made:', undefined],
])('questionInHeading reads %j as %j', (heading, question) => {
  expect(questionInHeading(heading)).toBe(question);
});
