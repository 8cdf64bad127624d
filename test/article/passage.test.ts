import { describe, expect, test } from 'vitest';
import { resolveReference } from '../../src/article/passage.ts';
import { formatReference, parseReference } from '../../src/article/references/reference.ts';
import { lighthouse } from '../fixtures/article.ts';

describe('resolveReference', () => {
  test.each([
    ['1.2', ['¶1.2'], ['Dr. Ines Hallam, who had kept it since 1998, was not told.']],
    ['2.2-3', ['¶2.2-3'], ['No other bidder came. The deed calls it “a stone of no use.”']],
    [
      '3-4',
      ['¶3', '¶4'],
      [
        'Two ships ran aground there before the lamp was built.',
        'The board plans to sell the tower in 2025. Hallam says she will not leave.',
      ],
    ],
    ['fig1', ['Fig. 1'], ['The tower in winter, seen from the ferry.']],
    ['fig1.1', ['Fig. 1'], ['The tower in winter, seen from the ferry.']],
    ['standfirst', ['standfirst'], ['A lamp that burned for ninety years goes dark. Its keeper stays.']],
    ['standfirst.2', ['standfirst.2'], ['Its keeper stays.']],
    ['title', ['title'], ['The Last Keeper of Skarn Rock']],
    ['§2', ['§2'], ['What comes next']],
  ])('%s gives %j', (typed, references, texts) => {
    const resolution = resolveReference(lighthouse, parseReference(typed)!);
    if (resolution.kind === 'missing') throw new Error('not found');
    expect(resolution.passages.map(({ reference }) => formatReference(reference))).toEqual(references);
    expect(resolution.passages.map(({ span }) => lighthouse.source.slice(...span))).toEqual(texts);
  });

  test.each([
    ['5', { nearest: ['¶4'], last: '¶4' }],
    ['99999', { nearest: ['¶4'], last: '¶4' }],
    ['0', { nearest: ['¶1'], last: '¶4' }],
    ['3-5', { nearest: ['¶3'], last: '¶4' }],
    ['2.4', { nearest: ['¶2.3'], last: '¶2.3' }],
    ['2.0', { nearest: ['¶2.3'], last: '¶2.3' }],
    ['fig2', { nearest: ['Fig. 1'], last: 'Fig. 1' }],
    ['title.1', { nearest: ['title'], last: undefined }],
  ])('%s is missing, with the nearest there is', (typed, missing) => {
    expect(resolveReference(lighthouse, parseReference(typed)!)).toEqual({ kind: 'missing', ...missing });
  });
});
