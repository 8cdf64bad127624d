import { describe, expect, test } from 'vitest';
import { answerFit, answerFitSteps, namesHeld, type Fit } from '../../../src/answer/reading/answerFit.ts';
import { RULES } from '../../../src/language/dates/candidates.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';

/** Checks a sentence in which `[…]` is what the reader takes for the answer. */
function fit(question: string, marked: string, around = ''): Readonly<Record<Fit, number>> {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/gu, '');
  const span = start === -1 ? ([0, text.length] as const) : ([start, marked.indexOf(']') - 1] as const);
  return answerFit(questionAsked(question, true), { text, span, around });
}

describe('questionAsked', () => {
  test.each([
    ['How many boats sank?', 'quantity', 'count'],
    ['How much did the pier cost?', 'quantity', 'money'],
    ['What price did they pay?', 'quantity', 'money'],
    ['How old is the keeper?', 'quantity', 'age'],
    ['How long did the storm last?', 'quantity', 'duration'],
    ['How deep is the harbour?', 'quantity', 'length'],
    ['What share of the boats was lost?', 'quantity', 'share'],
    ['When did the ferry leave?', 'when', undefined],
    ['Which year did it open?', 'when', undefined],
    ['Who owns the rock?', 'who', undefined],
    ['Where was it built?', 'where', undefined],
    ['Why was the lamp put out?', 'why', undefined],
    ['What did the mayor say about the lamp?', 'said', undefined],
    ['What is the name of the ferry?', 'name', undefined],
    ['Was the keeper told?', 'yes-no', undefined],
    ['Which lamp burned longest?', 'which', undefined],
    ['What burned?', 'what', undefined],
  ])('reads %j as %s', (question, kind, measure) => {
    expect(questionAsked(question, true)).toMatchObject({ kind, ...(measure ? { measure } : {}) });
  });

  test('takes a text without a question for keywords', () => {
    expect(questionAsked('lamp keeper pension', false).kind).toBe('keywords');
  });

  test('finds names by their capitals, but not the first word of the question', () => {
    expect(questionAsked('Did Ines Hallam leave Skarn Rock?', true).names).toEqual([
      ['ines', 'hallam'],
      ['skarn', 'rock'],
    ]);
  });
});

describe('answerFit', () => {
  test.each([
    ['How many boats sank?', '[Two] boats sank.', 'quantity', 1],
    ['How many boats sank?', 'The boats [sank at noon].', 'quantity', -1],
    ['How many boats sank?', '[Two] boats sank.', 'counted', 1],
    ['How many boats sank?', '[Two] of the sailors saw a boat.', 'counted', -1],
    ['How many boats sank?', '[Two] of the old fishing boats sank.', 'counted', 1],
    ['How many boats sank?', '[Dozens] of reports, including some on boats, are lost.', 'counted', -1],
    ['How many boats sank?', '[Seven] sailors, boats and nets were lost.', 'counted', -1],
    ['How much did the pier cost?', 'The pier cost [$3 million].', 'measure', 1],
    ['How much did the pier cost?', 'The pier took [three years].', 'measure', -1],
    ['What will the keeper do next?', 'The keeper [will sail] to Velda.', 'ahead', 0],
    ['What will the keeper do next?', 'The keeper [sailed] to Velda.', 'ahead', -1],
    ['Who is going to row?', '[Ida Brandt] rowed in 1990.', 'ahead', -1],
    ['Who rowed?', '[Ida Brandt] rowed in 1990.', 'ahead', 0],
    ['How old is the keeper?', 'Hallam, [64], is the keeper.', 'measure', 1],
    ['How old is the keeper?', 'The keeper has [two] dogs.', 'measure', -1],
    ['When did the ferry leave?', 'It left on [3 May 2021].', 'when', 1],
    ['When did the ferry leave?', 'It left [the quay] on Monday.', 'when', 0],
    ['When did the ferry leave?', 'It left [the quay].', 'when', -1],
    ['When will the ferry leave?', 'It left on [Monday].', 'future', -1],
    ['When will the ferry leave?', 'It will leave on [Monday].', 'future', 1],
    ['Who owns the rock?', 'It belongs to [Ines Hallam].', 'who', 1],
    ['Who told Ines Hallam?', '[Ines Hallam] was told.', 'who', -1],
    ['What did Orr say about the lamp?', 'Orr said it was [a shame].', 'said', 1],
    ['What did Orr say about the lamp?', 'The lamp [went out].', 'said', -1],
    ['What did Orr say about the lamp?', '“[A shame],” Hallam said.', 'speaker', -1],
    ['Why was the lamp put out?', 'It was put out [to save money].', 'why', 0],
    ['Why was the lamp put out?', 'It was [put out].', 'why', -1],
  ] as const)('%j, %j: %s %i', (question, sentence, name, value) => {
    expect(fit(question, sentence)[name]).toBe(value);
  });

  test('looks for a date one rule at a step', () => {
    const text = 'The ferry left with 40 people. '.repeat(20);
    const steps = [
      ...answerFitSteps(questionAsked('When did it sink?', true), { text, span: [0, text.length], around: '' }),
    ];
    expect(steps.length).toBeGreaterThanOrEqual(RULES.length);
  });

  test('finds the speaker in a sentence next to the quotation', () => {
    expect(fit('What did Orr say?', '“[A shame],” he said.', 'Orr came late.').speaker).toBe(0);
  });

  test('counts names by their last word', () => {
    const asked = questionAsked('Did Ines Hallam leave Skarn Rock?', true);
    expect([
      namesHeld(asked, 'Hallam stays.'),
      namesHeld(asked, 'Hallam stays on the rock.'),
      namesHeld(asked, 'Ines'),
    ]).toEqual([0.5, 1, 0]);
  });
});
