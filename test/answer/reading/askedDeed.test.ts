import { describe, expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { deedIn, withDeed } from '../../../src/answer/reading/askedDeed.ts';
import { isDoubted } from '../../../src/answer/reading/doubts/doubted.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';

function tagged(question: string, verb: string): TaggedSentence {
  const start = question.indexOf(verb);
  return {
    isTree: true,
    isComplete: true,
    words: [
      {
        span: [start, start + verb.length],
        upos: 'VERB',
        head: -1,
        relation: 'root',
        name: undefined,
        event: undefined,
        telling: 0,
      },
    ],
  };
}
/** The deed of a question all of whose words are tagged. */
function wordsTagged(question: string, verb: string): ReadonlySet<string> {
  const [own] = tagged(question, verb).words;
  const words = Array.from(question.matchAll(/\p{L}+/gu), ({ 0: word, index }) => ({
    ...own!,
    span: [index, index + word.length] as const,
    upos: word === verb ? ('VERB' as const) : ('X' as const),
    relation: word === verb ? 'root' : 'dep',
  }));
  return deedIn(question, { ...tagged(question, verb), words });
}
const tag = (verb: string) => (sentences: readonly string[]) =>
  Promise.resolve({ ready: true as const, sentences: sentences.map((one) => tagged(one, verb)) });

describe('deedIn', () => {
  test('takes the verb and words related to it', () => {
    expect(deedIn('Who founded the firm?', tagged('Who founded the firm?', 'founded'))).toContain('found');
  });

  test('takes what a verb with a particle stands for, where it is asked whether something is so', () => {
    const question = 'Did they call off the match?';
    const start = question.indexOf('call');
    const word = (from: number, to: number, upos: 'VERB' | 'ADP') => ({
      ...tagged(question, 'call').words[0]!,
      span: [from, to] as const,
      upos,
    });
    const words = [word(start, start + 4, 'VERB'), { ...word(start + 5, start + 8, 'ADP'), relation: 'compound:prt' }];
    expect(deedIn(question, { ...tagged(question, 'call'), words }, { isWhether: true })).toContain('cancel');
  });

  test.each([
    ['Who looked into the fire?', 'looked', 'investig'],
    ['Who put off the match?', 'put', 'postpon'],
    ['Who set up the firm?', 'set', 'establish'],
  ])('takes what the verb of %j stands for with its particle', (question, verb, meant) => {
    expect(wordsTagged(question, verb)).toContain(meant);
  });

  test('takes no particle verb of a verb that any other can stand for', () => {
    expect(wordsTagged('When were they taken out of service?', 'taken').size).toBe(0);
  });

  test('takes no verb that any other can stand for', () => {
    expect(deedIn('When did it happen?', tagged('When did it happen?', 'happen')).size).toBe(0);
  });
});

describe('a deed that is asked about', () => {
  test.each([
    ['Who founded the firm?', 'founded', 'Carrow advised the firm.', -4.5, true],
    ['Who founded the firm?', 'founded', 'Carrow advised the firm.', 0, false],
    ['Who founded the firm?', 'founded', 'The founder of the firm is Ida Carrow.', -9, false],
    ['When was the pier painted?', 'painted', 'The pier closed in 2019.', -2.5, true],
    ['How many huts were burned?', 'burned', 'Nine huts were sold.', -8.5, true],
    ['How many huts were burned?', 'burned', 'Nine huts were burned.', -9, false],
  ])('%j, %j in %j at %d: doubted %s', async (question, verb, text, score, doubted) => {
    const asked = await withDeed(questionAsked(question, true), question, { reader: { tag: tag(verb) } });
    expect(isDoubted(asked, { text, around: '' }, score)).toBe(doubted);
  });

  test('is told by the sentence beside as well', async () => {
    const question = 'Who founded the firm?';
    const asked = await withDeed(questionAsked(question, true), question, { reader: { tag: tag('founded') } });
    const around = 'The firm was founded in 1921.';
    expect(isDoubted(asked, { text: 'It was Ida Carrow’s idea.', around }, -1)).toBe(false);
  });

  test('is not known where the reader cannot tag', async () => {
    const question = 'Who founded the firm?';
    const plain = questionAsked(question, true);
    const off = { tag: () => Promise.resolve({ ready: false as const, reason: 'crashed' as const }) };
    expect(await withDeed(plain, question, { reader: off })).toEqual(plain);
    expect(await withDeed(plain, question, { reader: {} })).toEqual(plain);
  });
});
