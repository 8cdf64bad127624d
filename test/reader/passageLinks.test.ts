import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { resolveReference } from '../../src/article/passage.ts';
import { parseReference } from '../../src/article/references/reference.ts';
import { excerptOf, type Excerpt } from '../../src/excerpt/excerpt.ts';
import { passageLinks } from '../../src/reader/passageLinks.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

const unpublished: Article = { ...lighthouse, url: undefined };

function excerpt(typed: string): Excerpt {
  const resolution = resolveReference(lighthouse, parseReference(typed)!);
  if (resolution.kind === 'missing') throw new Error(`There is no ${typed}`);
  return excerptOf(lighthouse, resolution.passages[0]!);
}

function link(typed: string, article: Article, reader?: string): string | undefined {
  return passageLinks({ reader: () => reader, articles: () => new Map([[article.id, article]]) })(excerpt(typed));
}

describe('passageLinks', () => {
  test.each([
    ['¶2', 'p2'],
    ['¶2.2-3', 'p2.2-3'],
    ['fig1', 'fig1'],
    ['standfirst', 'standfirst'],
  ])('leads to the reader where one is served: %s', (typed, fragment) => {
    for (const base of ['https://briefs.example', 'https://briefs.example/'])
      expect(link(typed, lighthouse, base)).toBe(
        `https://briefs.example/read/lighthouse?edition=${lighthouse.edition.slice(0, 8)}#${fragment}`,
      );
  });

  test('links to the words in the published article if no reader is served', () => {
    expect(link('¶2.2', lighthouse)).toBe('https://example.org/skarn#:~:text=No%20other%20bidder%20came');
    expect(link('¶2.2', { ...lighthouse, url: 'https://example.org/skarn#top' })).toBe(
      'https://example.org/skarn#top:~:text=No%20other%20bidder%20came',
    );
  });

  test('is no link if there is neither', () => {
    expect(link('¶2', unpublished)).toBeUndefined();
  });

  test('leads to an earlier edition in the reader alone', () => {
    const present = articleOf('lighthouse', [['paragraph', 'All of it was written anew.']], {
      url: 'https://example.org/',
    });
    expect([link('¶1', present), link('¶1', present, 'https://briefs.example')]).toEqual([
      undefined,
      `https://briefs.example/read/lighthouse?edition=${lighthouse.edition.slice(0, 8)}#p1`,
    ]);
  });

  test('is no link for an article that is not loaded', () => {
    expect(
      passageLinks({ reader: () => 'https://briefs.example', articles: () => new Map() })(excerpt('¶1')),
    ).toBeUndefined();
  });
});
