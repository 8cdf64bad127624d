import { describe, expect, test } from 'vitest';
import { passageOfBlock } from '../../../src/article/passage.ts';
import { excerptOf, excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { plainText } from '../../../src/reply/text/plainText.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';

const articles = new Map([[lighthouse.id, lighthouse]]);
const hash = lighthouse.edition.slice(0, 8);
const excerpt = excerptOfSentence(lighthouse, 5, 0);

describe('plainText', () => {
  test('gives an excerpt as it is, with its citation below', () => {
    expect(plainText({ kind: 'excerpts', excerpts: [excerpt], more: 0 }, { articles })).toBe(
      [
        'Skarn Rock was bought for 40 crowns in 1931.',
        `  — ¶2.1 · “A rock nobody wanted” · The Last Keeper of Skarn Rock, 2 June 2024 · lighthouse/¶2.1@${hash}`,
      ].join('\n'),
    );
  });

  test('puts the sentence before a passage that leans on it, each cited, and shows none twice', () => {
    const { within: _, ...before } = excerptOfSentence(lighthouse, 5, 1);
    const leaning = { ...excerptOfSentence(lighthouse, 5, 2), score: 0.9, before };
    const text = plainText(
      { kind: 'excerpts', excerpts: [leaning, { ...excerptOfSentence(lighthouse, 5, 1), score: 0.5 }], more: 0 },
      { articles },
    );
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      'No other bidder came.',
      expect.stringContaining('¶2.2'),
      'The deed calls it “a stone of no use.”',
      expect.stringContaining('¶2.3'),
    ]);
  });

  test('counts what it does not show', () => {
    expect(plainText({ kind: 'excerpts', excerpts: [excerpt], more: 2 }, { articles })).toContain(
      '2 more passages not shown.',
    );
  });

  test('says why there is nothing, what was searched, and what comes nearest', () => {
    const text = plainText(
      {
        kind: 'nothing',
        reason: 'no-answer',
        searched: [{ article: lighthouse.id, edition: lighthouse.edition }],
        unmatched: ['bread', 'rye'],
        nearest: excerpt,
      },
      { articles },
    );
    expect(text).toContain(
      'No sentence clearly answers this.\nNot in “The Last Keeper of Skarn Rock”: “bread” and “rye”.',
    );
    expect(text).toContain('Closest:\nSkarn Rock was bought');
    expect(text).toContain(`Searched: The Last Keeper of Skarn Rock (lighthouse@${hash}).`);
  });

  test('says a verdict in words first, then each difference once', () => {
    const difference = { kind: 'quote-mark', quoted: '"', source: '“', span: [0, 1] as const };
    const text = plainText(
      {
        kind: 'verdict',
        verdict: 'folded',
        matches: [excerpt],
        differences: [difference, difference],
        omitted: [],
        searched: [],
      },
      { articles },
    );
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Same words, different typography. This is in the source, but for typography: 2 differences, listed below.',
      '- quotation mark: the quote has ", the source “ (2 times)',
    ]);
  });

  test('lists sections with the numbers that the section command takes', () => {
    const sections = [
      { heading: null, paragraphs: [1, 1] as const, span: [0, 1] as const },
      { heading: 'Next', paragraphs: [2, 4] as const, span: [1, 2] as const },
    ];
    expect(plainText({ kind: 'outline', article: lighthouse.id, sections }, { articles })).toBe(
      'The Last Keeper of Skarn Rock\n0. Before the first heading (¶1)\n1. Next (¶2-4)',
    );
  });

  test('takes the marks out of our own sentences', () => {
    expect(
      plainText(
        { kind: 'notice', text: '**/ask**: use `/ask question`\n  -# `/ask x-# y`\n- `hide`: to you alone' },
        { articles },
      ),
    ).toBe('/ask: use /ask question\n  /ask x-# y\n- hide: to you alone');
  });

  test('uses colour only when asked', () => {
    const answer = { kind: 'excerpts', excerpts: [excerpt], more: 0 } as const;
    expect(plainText(answer, { articles })).not.toContain('\u001B');
    expect(plainText(answer, { articles, color: true })).toContain('\u001B[2m');
  });

  test('lets no source drive the terminal', () => {
    const hostile = articleOf('hostile', [['paragraph', 'a\u001B[31m b\u009B c\u0007\td']]);
    const answer = { kind: 'excerpts', excerpts: [excerptOf(hostile, passageOfBlock(hostile, 0))], more: 0 } as const;
    expect(plainText(answer, { articles: new Map([[hostile.id, hostile]]) })).toMatch(/^a␛\[31m b\uFFFD c␇\td\n/u);
  });
});
