import { describe, expect, test } from 'vitest';
import quote from '../../commands/quote.ts';
import findInSources from '../../commands/findInSources.ts';
import sources from '../../commands/sources.ts';
import { checkOptions } from '../../src/command/checkOptions.ts';
import { QUERY_MAX_CHARS } from '../../src/command/definitions.ts';

describe('checkOptions', () => {
  test('takes options that fit, and drops those left empty', () => {
    const given = { text: '  the lamp ', article: '', scope: 'PARAGRAPH', hide: 'yes' };
    expect(checkOptions(quote, given)).toEqual({
      kind: 'options',
      options: { text: 'the lamp', scope: 'paragraph', hide: true },
    });
  });

  test.each<[name: string, given: Record<string, unknown>, option: string, message: RegExp]>([
    ['a missing text', {}, 'text', /needs the option "text"/u],
    ['an empty text', { text: ' \n' }, 'text', /needs the option "text"/u],
    ['an unknown option', { text: 'a', colour: 'red' }, 'colour', /has no option "colour"; it takes text, article/u],
    ['a control character', { text: 'a\u0007b' }, 'text', /control character \(U\+0007\)/u],
    [
      'a choice that there is not',
      { text: 'a', scope: 'paragrph' },
      'scope',
      /must be one of sentence, paragraph, context, not "paragrph"/u,
    ],
    ['a number for text', { text: 7 }, 'text', /must be text/u],
    ['an object for text', { text: { $gt: '' } }, 'text', /must be text/u],
    ['text for a boolean', { text: 'a', hide: 'perhaps' }, 'hide', /must be true or false/u],
    ['a name for a user', { text: 'a', mention: 'ann' }, 'mention', /must be an id/u],
  ])('refuses %s in one sentence', (_name, given, option, message) => {
    const checked = checkOptions(quote, given);
    expect(checked).toMatchObject({ kind: 'invalid', option, message: expect.stringMatching(message) });
  });

  test('gives the nearest choice', () => {
    expect(checkOptions(quote, { text: 'a', scope: 'paragrph' })).toMatchObject({
      nearest: ['paragraph', expect.anything(), expect.anything()],
    });
  });

  test('takes a text of the longest length, and none longer', () => {
    expect(checkOptions(quote, { text: 'a'.repeat(QUERY_MAX_CHARS) }).kind).toBe('options');
    const longer = checkOptions(quote, { text: 'a'.repeat(QUERY_MAX_CHARS + 1) });
    expect(longer).toMatchObject({
      kind: 'invalid',
      message: '"text" may be up to 1,000 characters long; this is 1,001.',
    });
  });

  test('keeps line breaks and every other character of a text', () => {
    const text = 'one\ntwo\t“three” \u200d 👩‍🚀';
    expect(checkOptions(quote, { text })).toMatchObject({ options: { text } });
  });

  test('takes the text of a message, and refuses a message without any', () => {
    expect(checkOptions(findInSources, { message: 'hello' })).toEqual({
      kind: 'options',
      options: { message: 'hello' },
    });
    expect(checkOptions(findInSources, { message: '' })).toMatchObject({ kind: 'invalid', option: 'message' });
  });

  test('is not misled by names that objects have by nature', () => {
    expect(checkOptions(sources, { toString: 'x' })).toMatchObject({ kind: 'invalid' });
    expect(checkOptions(sources, JSON.parse('{"__proto__": "x"}') as Record<string, unknown>)).toMatchObject({
      kind: 'invalid',
    });
  });
});
