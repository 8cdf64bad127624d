import { describe, expect, test } from 'vitest';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { ask } from '../fixtures/finished.ts';

const { library } = contextOf([lighthouse]);

describe('ask', () => {
  test.each([
    ['How much was Skarn Rock bought for?', '¶2.1'],
    ['When did the board switch off the lamp?', '¶1.1'],
    ['Who will not leave?', '¶4.2'],
    ['How many ships ran aground?', '¶3'],
  ])('answers %j with the sentence of %s', (question, reference) => {
    const answer = ask(question, library);
    expect(answer.kind === 'excerpts' && answer.excerpts[0]!.reference).toMatch(new RegExp(`^${reference}`, 'u'));
  });

  test('returns one sentence per paragraph, most likely first', () => {
    const answer = ask('the lamp', library);
    if (answer.kind !== 'excerpts') throw new Error('the lamp is in the article');
    const blocks = answer.excerpts.map(({ reference }) => reference.split('.', 1)[0]!);
    expect(new Set(blocks).size).toBe(blocks.length);
    const scores = answer.excerpts.map(({ score }) => score!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('scores further sentences by their probability relative to the best', () => {
    const answer = ask('How much was Skarn Rock bought for?', library);
    if (answer.kind !== 'excerpts') throw new Error('the article says for how much');
    const [best = 0, ...others] = answer.excerpts.map(({ score }) => score!);
    expect(best).toBeGreaterThan(0.5);
    for (const score of others) expect(score).toBeLessThan(best / 2);
  });

  test('answers nothing if the source has no answer, with the closest passage', () => {
    expect(ask('Which planet has the most moons and rings around the lamp of Saturn?', library)).toMatchObject({
      kind: 'nothing',
      reason: 'no-answer',
      unmatched: expect.arrayContaining(['Saturn']) as unknown,
      nearest: { article: 'lighthouse' },
      searched: [{ article: 'lighthouse', edition: lighthouse.edition }],
    });
    expect(ask('best sourdough recipe', library)).toMatchObject({ kind: 'nothing', reason: 'no-match' });
  });

  test('says that there is nothing to look in', () => {
    expect(ask('the lamp', contextOf([]).library)).toMatchObject({ kind: 'nothing', reason: 'no-articles' });
  });

  test('searches only the given scope', () => {
    const other = articleOf('other', [['paragraph', 'The lamp of the harbour was lit by a boy.']]);
    const both = contextOf([lighthouse, other]).library;
    const answer = ask('the lamp of the harbour', both, { article: other });
    expect(answer.kind === 'excerpts' && new Set(answer.excerpts.map(({ article }) => article))).toEqual(
      new Set(['other']),
    );
  });
});
