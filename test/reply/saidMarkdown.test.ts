import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channel, ours, said, saidTogether } from '../../src/answer/said.ts';
import { plainText } from '../../src/reply/text/plainText.ts';
import { saidMarkdown } from '../../src/reply/saidMarkdown.ts';
import { shownByDiscord } from './discordMarkdown.ts';
import { hostileText } from './hostileText.ts';

/** As a line of ours shows words: on one line, without marks of direction. */
const asLine = (text: string): string => text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '').replaceAll(/\s+/gu, ' ');

describe('saidMarkdown', () => {
  test('shows words of others as they are, and our mention as a mention, wherever they are put', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (before, after) => {
        const { pieces } = said`(${before}) in ${channel('1191168914269143040')}: (${after})`;
        const shown = shownByDiscord(saidMarkdown(pieces));
        expect(asLine(shown)).toBe(asLine(`(${before}) in «channel»: (${after})`));
      }),
      { numRuns: 300 },
    );
  });

  test('never makes a mention of words of others', () => {
    for (const words of [
      '<#1191168914269143040>',
      '<@1191168914269143040>',
      '@everyone',
      '<t:0:R>',
      '</digest run:1191168914269143040>',
    ])
      expect(shownByDiscord(saidMarkdown(said`${words}`.pieces))).toBe(words);
  });
});

describe('a message in pieces', () => {
  const { text, pieces } = saidTogether([ours('**In the whole server**'), said`zone **is** ${'**x**\u001B'}`], '\n');

  test('is one text', () => {
    expect(text).toBe('**In the whole server**\nzone **is** **x**\u001B');
  });

  test('loses our marks in a terminal, and none of the words', () => {
    const answer = { kind: 'notice', text, pieces } as const;
    expect(plainText(answer, { articles: new Map() })).toBe('In the whole server\nzone is **x**␛');
    const refused = said`Missing in ${channel('1191168914269143040')}.`;
    const invalid = {
      kind: 'invalid',
      option: 'x',
      message: refused.text,
      nearest: [],
      pieces: refused.pieces,
    } as const;
    expect(plainText(invalid, { articles: new Map() })).toBe('Missing in channel 1191168914269143040.');
  });
});
