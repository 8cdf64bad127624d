import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parseQuery.ts';

describe('parseQuery', () => {
  it.each([
    ['plain words', { text: 'plain words', phrases: [], excluded: [] }],
    ['say "exact words" here', { text: 'say exact words here', phrases: ['exact words'], excluded: [] }],
    ['“curly, too.”', { text: 'curly, too.', phrases: ['curly, too'], excluded: [] }],
    ['enemy -Moscow', { text: 'enemy', phrases: [], excluded: ['Moscow'] }],
    ['lamp -"Skarn Rock" "a keeper"', { text: 'lamp a keeper', phrases: ['a keeper'], excluded: ['Skarn Rock'] }],
    ['lamp -“Skarn Rock”', { text: 'lamp', phrases: [], excluded: ['Skarn Rock'] }],
    ['IS-K well-known', { text: 'IS-K well-known', phrases: [], excluded: [] }],
    ['"a -b c" -d,', { text: 'a -b c', phrases: ['a -b c'], excluded: ['d'] }],
    ['a lone " mark', { text: 'a lone   mark', phrases: [], excluded: [] }],
    ['"" and "!"', { text: 'and  !', phrases: [], excluded: [] }],
    ['-Moscow "the enemy" -Paris', { text: 'the enemy', phrases: ['the enemy'], excluded: ['Moscow', 'Paris'] }],
    ['-"" -"!" lamp', { text: 'lamp', phrases: [], excluded: [] }],
    ['lamp -U.S.,;', { text: 'lamp', phrases: [], excluded: ['U.S'] }],
    ['“the lamp”-room', { text: 'the lamp -room', phrases: ['the lamp'], excluded: [] }],
    ['-lamp"the keeper" ship', { text: 'the keeper ship', phrases: ['the keeper'], excluded: ['lamp'] }],
    ['2016 - 2017', { text: '2016 - 2017', phrases: [], excluded: [] }],
  ])('%s', (typed, expected) => {
    const { text, ...rest } = parseQuery(typed);
    expect({ text: text.replaceAll(/\s+/gu, ' '), ...rest }).toEqual({
      ...expected,
      text: expected.text.replaceAll(/\s+/gu, ' '),
    });
  });

  it('tells apart what must occur, what must not, and the rest, in any order', () => {
    const word = fc.constantFrom('lamp', 'IS-K', '1,200', 'naïve', 'U.S', 'don’t', 'keeper');
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
    const [open, close] = [fc.constantFrom('"', '“', '«', '„'), fc.constantFrom('"', '”', '»')];
    const part = fc.oneof(
      word.map((text) => ({ typed: text, text })),
      word.map((text) => ({ typed: `-${text}`, text: '', excluded: text })),
      fc.tuple(open, words, close).map(([a, text, b]) => ({ typed: a + text + b, text, phrase: text })),
      fc.tuple(open, words, close).map(([a, text, b]) => ({ typed: `-${a}${text}${b}`, text: '', excluded: text })),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const { text, phrases, excluded } = parseQuery(parts.map(({ typed }) => typed).join(' '));
        const rest = parts.filter((each) => each.text !== '').map((each) => each.text);
        expect(text.split(/\s+/u).join(' ')).toBe(rest.join(' '));
        expect(phrases).toEqual(parts.flatMap((each) => ('phrase' in each ? [each.phrase] : [])));
        expect(excluded.toSorted()).toEqual(
          parts.flatMap((each) => ('excluded' in each ? [each.excluded] : [])).toSorted(),
        );
      }),
    );
  });
});
