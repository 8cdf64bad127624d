import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../src/command/runCommand.ts';
import { reply } from '../../src/reply/reply.ts';
import { smallPrintShare } from '../../src/reply/smallPrint.ts';
import { arbitraryRequest, twoArticles } from '../fixtures/arbitraryRequest.ts';
import { lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { lookOf } from './lookOf.ts';

/** A reference, with what cannot be left out beside it. */
const REFERENCE =
  /^-# (?:\S*¶[\d.–-]+|Fig\. \d+(?:\.\d+)?|title|standfirst(?:\.\d+)?|§\d+)(?:, continued)?(?: · edition [\da-f]{8})?$/u;

interface Component {
  readonly content?: string;
  readonly components?: readonly Component[];
}

test('an answer is at most a quarter small print, unless that is nothing but references', async () => {
  let measured = 0;
  await fc.assert(
    fc.asyncProperty(twoArticles, arbitraryRequest, fc.nat({ max: 4 }), async (articles, asked, page) => {
      const answer = await runCommand(asked.command, asked.options, contextOf(articles));
      const { components } = reply(answer, {
        articles: new Map(articles.map((article) => [article.id as string, article])),
        links: () => undefined,
        hidden: false,
        now: new Date(0),
        request: { ...asked, page: page + 1 },
      });
      const { characters, small } = lookOf(components);
      const rest = small <= characters / 4 ? [] : smallLines(components as readonly Component[]);
      expect(rest.filter((line) => !REFERENCE.test(line))).toEqual([]);
      measured += small > 0 ? 1 : 0;
    }),
    { numRuns: 600 },
  );
  expect(measured).toBeGreaterThan(50);
});

const SHORT = 'No other bidder came.';
const LONG_NUMBER = 'Skarn Rock was bought for 50 crowns in 1931.';

describe('small print and controls', () => {
  test.each<[command: string, options: Readonly<Record<string, string>>, kind: string]>([
    ['ask', { question: 'How many crowns was Skarn Rock bought for?' }, 'excerpts'],
    ['ask', { question: 'zebra crossing' }, 'nothing'],
    ['quote', { text: 'bidder' }, 'excerpts'],
    ['quote', { text: '2.2' }, 'excerpts'],
    ['quote', { text: '2', scope: 'context' }, 'excerpts'],
    ['quote', { text: 'no bidder went' }, 'excerpts'],
    ['quote', { text: '99' }, 'invalid'],
    ['verify', { quote: SHORT }, 'verdict'],
    ['verify', { quote: SHORT.toUpperCase() }, 'verdict'],
    ['verify', { quote: LONG_NUMBER }, 'verdict'],
    ['verify', { quote: 'The board plans to sell the tower … Hallam says she will not leave.' }, 'verdict'],
    ['verify', { quote: 'The moon is made of cheese and mice eat it every night.' }, 'verdict'],
    ['verify', { quote: SHORT, reference: '1' }, 'verdict'],
    ['verify', { quote: 'the lamp' }, 'verdict'],
    ['summary', {}, 'summary'],
    ['summary', { length: 'full' }, 'summary'],
    ['summary', { section: '1' }, 'summary'],
    ['section', {}, 'outline'],
    ['section', { name: '1' }, 'excerpts'],
    ['sources', {}, 'sources'],
    ['cite', { reference: '2.2' }, 'excerpts'],
    ...['plain', 'markdown', 'blockquote', 'link', 'apa', 'chicago', 'bibtex', 'ris', 'csl-json', 'web-annotation'].map(
      (format): [string, Readonly<Record<string, string>>, string] => [
        'cite',
        { reference: '2.2', format },
        'citation',
      ],
    ),
  ])('/%s %j: a quarter small print at most, one row and one select', async (command, options, kind) => {
    const context = contextOf([lighthouse]);
    const answer = await runCommand(command, options, context);
    expect(answer.kind).toBe(kind);
    const { components } = reply(answer, {
      articles: context.library.articles,
      links: ({ reference }) => `https://bot.example.org/read/lighthouse?edition=88c0a119#${reference}`,
      hidden: false,
      now: new Date(0),
      request: { command, options },
    });
    const { characters, small, rows, selects, buttons } = lookOf(components);
    expect(small / characters).toBeLessThanOrEqual(0.25);
    expect([rows <= 1, selects <= 1, buttons <= 5]).toEqual([true, true, true]);
  });
});

test('smallPrintShare counts characters as a reader sees them', () => {
  expect(smallPrintShare('')).toBe(0);
  expect(smallPrintShare('> a\\*c')).toBe(0);
  expect(smallPrintShare('> **ab**cdef\n-# [¶1](https://example.org/long)')).toBeCloseTo(4 / 10);
});

function smallLines(components: readonly Component[]): readonly string[] {
  return components.flatMap(({ content = '', components: within = [] }) => [
    ...content.split('\n').filter((line) => line.startsWith('-# ')),
    ...smallLines(within),
  ]);
}
