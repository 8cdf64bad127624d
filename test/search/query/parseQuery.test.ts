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
    ['2016 - 2017', { text: '2016 - 2017', phrases: [], excluded: [] }],
  ])('%s', (typed, expected) => {
    const { text, ...rest } = parseQuery(typed);
    expect({ text: text.replaceAll(/\s+/gu, ' '), ...rest }).toEqual({
      ...expected,
      text: expected.text.replaceAll(/\s+/gu, ' '),
    });
  });
});
