import { describe, expect, test } from 'vitest';
import { verify } from '../../../../src/answer/verify/verify.ts';
import { detailsInWords, verdictInWords, warningInWords } from '../../../../src/reply/words/verdicts/verdictWords.ts';
import { articleOf, lighthouse } from '../../../fixtures/article.ts';

function said(quote: string): { readonly sentence: string; readonly details: string; readonly warning: string } {
  const answer = verify({ quote }, { articles: new Map([[lighthouse.id as string, lighthouse]]) });
  if (answer.kind !== 'verdict') throw new Error(answer.reason);
  return {
    sentence: verdictInWords(answer).sentence,
    details: detailsInWords(answer).join('\n'),
    warning: warningInWords(answer),
  };
}

describe('verdictInWords', () => {
  test.each([
    [
      'Hallam says she will not leave. — Total Lies',
      'The words without “— Total Lies” are in the source, word for word.',
    ],
    [
      'Ida Brandt: “Hallam says she will not leave.”',
      'The words without “Ida Brandt:” are in the source, word for word.',
    ],
    ['Hallam says she will not leave. (¶4)', 'This is in the source, word for word.'],
    [
      'He wrote: “Hallam says she will not leave.”',
      'Not all of this is in the source. The part “Hallam says she will not leave.” is, word for word, at ¶4.2; what differs is listed below.',
    ],
    [
      'Hallam says, she will not leave!',
      'The words are in the source in this order, but the punctuation or typography differs in 2 places.',
    ],
    ['Hallam [the keeper] will not leave.', 'The words outside the brackets are in the source, in this order.'],
  ])('%j is told as %j', (quote, sentence) => expect(said(quote).sentence).toBe(sentence));

  test('does not say that words are not in the source if only marks around them differ', () => {
    const other = articleOf('other', [
      ['paragraph', 'She said: "Nobody screamed.', 'The machine just slid across the floor."'],
    ]);
    const quote = '“Nobody screamed.” “The machine just slid across the floor.”';
    const answer = verify({ quote }, { articles: new Map([[other.id as string, other]]) });
    expect(answer.kind === 'verdict' && [answer.verdict, verdictInWords(answer).sentence]).toEqual([
      'altered',
      expect.stringMatching(/^The words are in the source in this order, but the punctuation or typography differs/u),
    ]);
  });

  test('names the articles of parts that are from several', () => {
    const other = articleOf('other', [['paragraph', 'The ferry left at noon without the mayor.']]);
    const quote = 'He wrote “The ferry left at noon without the mayor.” and “Hallam says she will not leave.”';
    const answer = verify(
      { quote },
      { articles: new Map([lighthouse, other].map((each) => [each.id as string, each])) },
    );
    expect(answer.kind === 'verdict' && verdictInWords(answer).sentence).toBe(
      'Not all of this is in the source. The part “The ferry left at noon without the mayor.” is, word for word, at ¶1 of other and “Hallam says she will not leave.” is, word for word, at ¶4.2 of lighthouse; what differs is listed below.',
    );
  });

  test('says that who said it was not checked', () => {
    expect(said('Hallam says she will not leave. — Total Lies')).toMatchObject({
      details:
        'not judged: “— Total Lies”, taken for who said it or where it is from; whether that is true was not checked',
      warning: ' (who said it was not checked)',
    });
  });

  test.each([
    ['Hallam says she will … leave.', ' (careful: a negation left out, added or changed)'],
    ['Skarn Rock was bought for 40 crowns in 1931.', ''],
    ['Skarn Rock was bought for $40 crowns in 1931.', ' (careful: part of an amount left out, added or changed)'],
  ])('of %j warns %j', (quote, warning) => expect(said(quote).warning).toBe(warning));
});
