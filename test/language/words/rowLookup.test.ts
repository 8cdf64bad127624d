import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUpRow } from '../../../src/language/words/rowLookup.ts';
import { isKnownStem, rarityOf } from '../../../src/language/words/wordList.ts';
import { relatedStems } from '../../../src/language/words/relatedWords.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });

describe('lookUpRow', () => {
  it('finds what a map finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { maxLength: 30 }), words, (keys, wanted) => {
        const map = new Map(keys.toSorted().map((key, at) => [key, `row ${at}`]));
        const rows = `\n${[...map].map(([key, row]) => `${key} ${row}\n`).join('')}`;
        expect(lookUpRow(rows, wanted)).toBe(map.get(wanted));
        for (const [key, row] of map) expect(lookUpRow(rows, key)).toBe(row);
      }),
    );
  });
});

describe('the English lists', () => {
  it('know words and how rare they are', () => {
    expect(isKnownStem('attack')).toBe(true);
    expect(isKnownStem('attcak')).toBe(false);
    expect(rarityOf('kill')).toBeLessThan(rarityOf('lighthous'));
    expect(rarityOf('brackwat')).toBe(1);
  });

  it('relate a verb to its noun and to synonyms', () => {
    expect(relatedStems('attack')).toContain('assault');
    expect(relatedStems('german')).toContain('germani');
    expect(relatedStems('attcak')).toEqual([]);
  });
});
