import { describe, expect, test } from 'vitest';
import { taggedTexts } from '../../src/events/taggedTexts.ts';
import { articleOf } from '../fixtures/article.ts';

describe('taggedTexts', () => {
  test.each([
    ['OSLO: Nurses protested on Tuesday.', 'Nurses protested on Tuesday.'],
    ['OSLO (AP) -- Nurses protested.', 'Nurses protested.'],
    ['Dayton, Ohio — Nurses protested.', 'Nurses protested.'],
    ['WARNING: Nurses protested.', 'WARNING: Nurses protested.'],
    ['Paris — the city of light — was dark.', 'Paris — the city of light — was dark.'],
    ['OSLO —', 'OSLO —'],
  ])('leaves a dateline out of the clause: %s', (sentence, words) => {
    const { source, blocks } = articleOf('news', [
      ['title', 'News'],
      ['paragraph', sentence, 'OSLO: It rained.'],
    ]);
    const texts = taggedTexts({ source, blocks });
    expect(texts.map(({ text }) => text.trim())).toEqual(['News', words, 'OSLO: It rained.']);
    for (const { span, text } of texts) {
      expect(text).toHaveLength(span[1] - span[0]);
      expect(source.slice(...span).endsWith(text.trim())).toBe(true);
    }
  });
});
