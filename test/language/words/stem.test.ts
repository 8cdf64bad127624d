import { describe, expect, it } from 'vitest';
import { stemmerFor } from '../../../src/language/words/stem.ts';

describe('stemmerFor', () => {
  it.each([
    ['en', 'attacks', 'attacked'],
    ['en', 'built', 'building'],
    ['en', 'women', 'woman'],
    ['en-GB', 'organisations', 'organization'],
    ['en', 'colours', 'color'],
    ['en', 'twenty', '20'],
    ['en', '1980s', '1980'],
    ['de', 'haus', 'hauses'],
    ['fr', 'attaque', 'attaques'],
    ['es', 'ciudad', 'ciudades'],
    ['pt', 'cidade', 'cidades'],
    ['it', 'attacco', 'attacchi'],
    ['nl', 'lichaam', 'lichamen'],
  ])('%s: %s and %s meet', (language, one, other) => {
    const stem = stemmerFor(language);
    // Each language's stemmer meets in most forms; these are its textbook cases.
    expect(stem(one).slice(0, 4)).toBe(stem(other).slice(0, 4));
  });

  it('keeps words apart that only look alike', () => {
    const stem = stemmerFor('en');
    expect(stem('news')).not.toBe(stem('new'));
    expect(stem('hour')).toBe('hour');
    expect(stem('four')).toBe('4');
  });

  it('leaves words of a language without a stemmer alone', () => {
    expect(stemmerFor('xx')('words')).toBe('words');
  });
});
