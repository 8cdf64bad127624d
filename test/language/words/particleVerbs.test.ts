import { describe, expect, test } from 'vitest';
import { contraryStems } from '../../../src/language/words/contraries.ts';
import { particleVerbs } from '../../../src/language/words/particleVerbs.ts';
import { stemmerFor } from '../../../src/language/words/stem.ts';

const stem = stemmerFor('en');

describe('particleVerbs', () => {
  test.each([
    ['they turned down the offer', 1, 'reject'],
    ['they turned the offer down', 1, 'reject'],
    ['police are looking into it', 2, 'investigate'],
    ['the match was called off', 3, 'cancel'],
  ])('%j: the verb at %i can be %j', (text, at, meant) => {
    const found = particleVerbs(text.split(' ').map(stem));
    expect(found.map((one) => one.at)).toEqual([at]);
    expect(found[0]!.meant).toContain(stem(meant));
  });

  test('finds none where the particle is farther away', () => {
    expect(particleVerbs('they turned the very long road down'.split(' ').map(stem))).toEqual([]);
  });
});

describe('contraryStems', () => {
  test.each([
    ['allow', 'forbid'],
    ['guilty', 'innocent'],
    ['open', 'shut'],
    ['win', 'lose'],
  ])('%j: among others %j', (word, contrary) => {
    expect(contraryStems(stem(word))).toContain(stem(contrary));
  });

  test('knows none of a word that has none', () => {
    expect(contraryStems('zorvik')).toEqual([]);
  });
});
