import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import quote from '../../commands/quote.ts';
import findInSources from '../../commands/findInSources.ts';
import sources from '../../commands/sources.ts';
import { checkOptions } from '../../src/command/checkOptions.ts';
import type { Command } from '../../src/command/command.ts';
import { QUERY_MAX_CHARS } from '../../src/command/definitions.ts';

describe('checkOptions', () => {
  test('accepts valid options, and drops empty ones', () => {
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

  test('suggests the nearest choice', () => {
    expect(checkOptions(quote, { text: 'a', scope: 'paragrph' })).toMatchObject({
      nearest: ['paragraph', expect.anything(), expect.anything()],
    });
  });

  test('accepts a text of the maximum length, and none longer', () => {
    expect(checkOptions(quote, { text: 'a'.repeat(QUERY_MAX_CHARS) }).kind).toBe('options');
    const longer = checkOptions(quote, { text: 'a'.repeat(QUERY_MAX_CHARS + 1) });
    expect(longer).toMatchObject({
      kind: 'invalid',
      message: '"text" may be up to 1,000 characters long; this is 1,001.',
    });
  });

  const numbers: Pick<Command, 'definition'> = {
    definition: {
      name: 'digest',
      description: 'Numbers',
      options: [
        { type: ApplicationCommandOptionType.Integer, name: 'late', description: 'l', min_value: 1, max_value: 168 },
        { type: ApplicationCommandOptionType.Number, name: 'share', description: 's', min_value: -0.5, max_value: 0.5 },
        { type: ApplicationCommandOptionType.Integer, name: 'any', description: 'a' },
      ],
    },
  };

  test.each([
    ['late', 1],
    ['late', 168],
    ['late', '168'],
    ['late', ' 7 '],
    ['share', -0.5],
    ['share', 0.5],
    ['share', '-0.25'],
    ['any', -1_000_000],
    ['any', '1000000'],
  ])('takes %s: %o', (name, value) => {
    expect(checkOptions(numbers, { [name]: value })).toEqual({ kind: 'options', options: { [name]: Number(value) } });
  });

  test.each<[string, unknown, string, readonly string[]]>([
    ['late', 0, '"late" must be between 1 and 168, not 0.', ['1']],
    ['late', 169, '"late" must be between 1 and 168, not 169.', ['168']],
    ['share', 0.51, '"share" must be between -0.5 and 0.5, not 0.51.', ['0.5']],
    ['late', 1.5, '"late" must be a whole number, not 1.5.', []],
    ['late', '1.5', '"late" must be a whole number, not "1.5".', []],
    ['late', '7 days', '"late" must be a whole number, not "7 days".', []],
    ['late', '1e1', '"late" must be a whole number, not "1e1".', []],
    ['share', 'half', '"share" must be a number, not "half".', []],
    ['any', Infinity, '"any" must be a whole number, not Infinity.', []],
    ['any', true, '"any" must be a whole number, not true.', []],
  ])('refuses %s: %o', (name, value, message, nearest) => {
    expect(checkOptions(numbers, { [name]: value })).toEqual({ kind: 'invalid', option: name, message, nearest });
  });

  test.each([
    [true, true],
    ['true', true],
    ['yes', true],
    [false, false],
    ['false', false],
    ['no', false],
  ])('takes %o for a boolean as %s', (hide, expected) => {
    expect(checkOptions(quote, { text: 'a', hide })).toMatchObject({ options: { hide: expected } });
  });

  test.each(['1', '1'.repeat(20)])('takes the id %s', (mention) => {
    expect(checkOptions(quote, { text: 'a', mention })).toMatchObject({ options: { mention } });
  });

  test.each(['1'.repeat(21), '1a', 'a1', 1])('refuses %o as an id', (mention) => {
    expect(checkOptions(quote, { text: 'a', mention })).toMatchObject({ kind: 'invalid', option: 'mention' });
  });

  test.each([
    [1, {}],
    ['1', {}],
    [2, { from: 2 }],
    [6000, { from: 6000 }],
  ])('begins a message at its quotation %o', (from, expected) => {
    expect(checkOptions(findInSources, { message: 'a', from })).toEqual({
      kind: 'options',
      options: { message: 'a', ...expected },
    });
  });

  test.each([0, 6001, 1.5, 'x'])('refuses to begin a message at its quotation %o', (from) => {
    expect(checkOptions(findInSources, { message: 'a', from })).toMatchObject({ kind: 'invalid', option: 'from' });
  });

  test('cuts a message at 6,000 characters, and refuses one of white space', () => {
    expect(checkOptions(findInSources, { message: 'a'.repeat(6001) })).toMatchObject({
      options: { message: 'a'.repeat(6000) },
    });
    expect(checkOptions(findInSources, { message: ' \n' })).toMatchObject({ kind: 'invalid', option: 'message' });
    expect(checkOptions(findInSources, { message: 7 })).toMatchObject({ kind: 'invalid', option: 'message' });
  });

  test('keeps line breaks and every other character of a text', () => {
    const text = 'one\ntwo\t“three” \u200d 👩‍🚀';
    expect(checkOptions(quote, { text })).toMatchObject({ options: { text } });
  });

  test('accepts the text of a message, and refuses a message without any', () => {
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
