import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../src/reader/articlePage.ts';
import { arbitraryArticle } from '../fixtures/arbitraryArticle.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

describe('articlePage', () => {
  test('shows every block character for character, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), (article) => {
        const text = textOf(articlePage(article));
        for (const { span } of article.blocks) expect(text).toContain(article.source.slice(...span));
      }),
    );
  });

  test('escapes what could be markup', () => {
    const page = articlePage(
      articleOf('a', [['paragraph', '<script>alert("&amp;")</script>']], { title: '"><img src=x>' }),
    );
    expect(page).toContain('&lt;script&gt;alert(&quot;&amp;amp;&quot;)&lt;/script&gt;');
    expect(page).not.toContain('<img');
  });

  test.each(['title', 'standfirst', 'standfirst.2', 'p1', 'p1.2', 'fig1', 'fig1.1', 'section1', 'section2', 'p4.2'])(
    'has one element with the id %s',
    (id) => {
      expect(articlePage(lighthouse).split(` id="${id}"`)).toHaveLength(2);
    },
  );

  test('has no foreign resource and no inline script or style', () => {
    const page = articlePage(lighthouse);
    expect(page).not.toMatch(/<style|style="|onclick|<script>/u);
    expect(
      [...page.matchAll(/(?:src|href)="([^"]*)"/gu)]
        .map(([, address]) => address!)
        .filter((address) => /^(?:https?:)?\/\//u.test(address)),
    ).toEqual([lighthouse.url]);
  });

  test('gives the text its own language and direction', () => {
    expect(articlePage({ ...lighthouse, language: 'ar' })).toContain('<main lang="ar" dir="rtl">');
  });

  test('has a first-level heading if the source has no title', () => {
    expect(articlePage(articleOf('a', [['paragraph', 'One.']], { title: 'Named elsewhere' }))).toContain(
      '<h1>Named elsewhere</h1>',
    );
  });
});

/** Takes the tags away and resolves the entities, as a browser does. */
function textOf(page: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return page.replaceAll(/<[^>]*>/gu, '').replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => entities[entity]!);
}
