import { describe, expect, it } from 'vitest';
import { createGramIndex } from '../../../src/search/index/gramIndex.ts';

describe('createGramIndex', () => {
  it('finds terms that share letter sequences, the nearer the higher', () => {
    const grams = createGramIndex();
    for (const [id, term] of ['normandi', 'norman', 'doorman', 'cat', 'enorm'].entries()) grams.add(id, term);
    const found = new Map(grams.similar('norman'));
    expect(found.get(1)).toBe(1);
    expect(found.get(0)).toBeGreaterThan(0.5);
    expect(found.has(3)).toBe(false);
    expect(grams.similar('cat')).toEqual([]);
  });
});
