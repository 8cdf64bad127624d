import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundWords } from '../../src/answer/foundWords.ts';
import { literal, holdsLiteral } from '../../src/search/literal.ts';
import { arbitraryQuery } from '../fixtures/arbitraryArticle.ts';
import { hostileText } from '../reply/hostileText.ts';

describe('foundWords', () => {
  test.each<[typed: string, text: string, found: readonly string[]]>([
    ['crocus city hall', 'The attack on Moscow’s Crocus City Hall was brutal.', ['Crocus City Hall']],
    ['city hall', 'City Hall stands. The city has a hall, and City Hall burnt.', ['City Hall', 'City Hall']],
    ['attacks in Moscow', 'An attack shook Moscow.', ['attack', 'Moscow']],
    ['the fall of Kabul', 'Kabul, before the fall of its government, was calm.', ['Kabul', 'the fall of']],
    ['who was in the tower', 'The keeper was in the tower.', ['was in the tower']],
    ['to be or not', 'It is better to be, or not to be.', ['to be, or not']],
    ['US troops', 'They told us of US bases.', ['US']],
    ['us', 'They told us of US bases.', ['us']],
    ['1,000 crowns', 'It cost 1000 crowns.', ['1000 crowns']],
    ['don’t know', "They don't know.", ["don't know"]],
    ['灯台', '岩の灯台は古い。', ['灯台']],
    ['🗼', 'The 🗼 and the 🗼.', ['🗼', '🗼']],
    ['*', 'It is 5 * 6.', ['*']],
    ['the of', 'The board of the rock.', []],
    ['zebra', 'The board of the rock.', []],
  ])('finds %j in %j as %j', (typed, text, found) => {
    expect(foundWords(typed, text, 'en').map((span) => text.slice(...span))).toEqual(found);
  });

  test('finds spans in order, apart, and each with something that was typed', () => {
    fc.assert(
      fc.property(arbitraryQuery, fc.oneof(hostileText, arbitraryQuery), (typed, text) => {
        let end = 0;
        for (const span of foundWords(typed, text, 'en')) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          [, end] = span;
          if (/[\p{L}\p{N}]/u.test(text.slice(...span)))
            expect(foundWords(text.slice(...span), typed, 'en')).not.toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('finds a phrase as a whole wherever it is', () => {
    const words = fc.array(fc.constantFrom('lamp', 'Rock', 'harbour', 'keeper', 'the', 'of', '1931', 'ships', 'US'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(words, words, words, (before, phrase, after) => {
        const typed = phrase.join(' ');
        const text = [...before, ...phrase, ...after].join(' ');
        const found = foundWords(typed, text, 'en').map((span) => text.slice(...span));
        expect(found.length).toBeGreaterThan(0);
        for (const each of found) expect(holdsLiteral(literal(each), literal(typed))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
