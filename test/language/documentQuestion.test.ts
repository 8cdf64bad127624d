import { describe, expect, test } from 'vitest';
import { documentAsked } from '../../src/language/documentQuestion.ts';

describe('documentAsked', () => {
  test.each([
    ['What is this about?', 'about'],
    ["what's this piece about", 'about'],
    ['What is this opinion piece arguing?', 'about'],
    ['what does this article cover?', 'about'],
    ['Main takeaways?', 'about'],
    ['what are the key points of this report', 'about'],
    ['Please summarize this', 'about'],
    ['tl;dr', 'about'],
    ['give me a short summary of the article', 'about'],
    ['Who wrote this?', 'author'],
    ['who is the author of this piece?', 'author'],
    ['When was this published?', 'published'],
    ['how old is this article?', 'published'],
    ['What does it conclude?', 'conclusion'],
    ['How does the story end?', 'conclusion'],
  ] as const)('reads %j as a question about the document: %s', (question, asked) => {
    expect(documentAsked(question)).toBe(asked);
  });

  test.each([
    'What is this ship about?',
    'What was the quarrel about?',
    'Who wrote the letter to the mayor?',
    'When was it released?',
    'What does it cost?',
    'What did the report say?',
    'When was the law published?',
    'How does the war end?',
    'What are the main exports of Norland?',
    'What is it called?',
    'summary execution',
    '',
  ])('leaves %j to the text', (question) => {
    expect(documentAsked(question)).toBeUndefined();
  });

  test('reads no question of more than 120 characters as one about the document', () => {
    const question = `what is this about${' '.repeat(102)}`;
    expect([question, `${question} `].map(documentAsked)).toEqual(['about', undefined]);
  });
});
