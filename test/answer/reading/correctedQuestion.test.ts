import { describe, expect, test } from 'vitest';
import { correctedQuestion } from '../../../src/answer/reading/correctedQuestion.ts';
import { createMeaning } from '../../../src/answer/reading/createMeaning.ts';
import { readAnswer } from '../../../src/answer/readAnswer.ts';
import { READ_BUDGET_MS } from '../../../src/answer/reading/readingLimits.ts';
import { lighthouse } from '../../fixtures/article.ts';
import { contextOf } from '../../fixtures/context.ts';
import { fakeReader } from '../../fixtures/fakeReader.ts';

describe('correctedQuestion', () => {
  test.each([
    ['Who kept the lihgt?', [['lihgt', 'light']], 'Who kept the light?'],
    ['Who was Halalm, and is Halalm old?', [['Halalm', 'hallam']], 'Who was Hallam, and is Hallam old?'],
    ['Who kept the lihgts?', [['lihgt', 'light']], 'Who kept the lihgts?'],
    ['Who kept the light?', [], 'Who kept the light?'],
    ['Is it the cafée?', [['cafée', 'cafe']], 'Is it the cafe?'],
  ] as const)('of %j, with %j, is %j', (question, corrected, expected) => {
    const words = corrected.map(([from, to]) => ({ from, to }));
    expect(correctedQuestion(question, words)).toBe(expected);
  });
});

test('readAnswer reads for a mistyped question as it was meant', async () => {
  const questions: string[] = [];
  const reader = fakeReader((_, question) => {
    questions.push(question);
    return { score: 1 };
  });
  const { library } = contextOf([lighthouse]);
  const options = { reader, meaning: createMeaning(reader), budgetMs: READ_BUDGET_MS };
  await readAnswer('Who plans to sell the twoer of Skarn?', library, options);
  expect([...new Set(questions)]).toEqual(['Who plans to sell the tower of Skarn?']);
});
