import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sectionsOf } from '../../src/article/sections.ts';
import { outline, readSection } from '../../src/answer/section.ts';
import { lighthouse } from '../fixtures/article.ts';
import { arbitraryArticle } from '../fixtures/arbitraryArticle.ts';

test('outline lists the sections with their paragraphs', () => {
  expect(outline(lighthouse).sections.map(({ heading, paragraphs }) => [heading, paragraphs])).toEqual([
    [null, [1, 1]],
    ['A rock nobody wanted', [2, 3]],
    ['What comes next', [4, 4]],
  ]);
});

test('the sections together are the text, each paragraph and caption once, in order', () => {
  fc.assert(
    fc.property(arbitraryArticle('a'), (article) => {
      const read = sectionsOf(article).flatMap((section) => readSection(article, section)?.excerpts ?? []);
      const text = article.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'caption');
      expect(read.map(({ span: [start] }) => start)).toEqual(text.map(({ span: [start] }) => start));
    }),
  );
});
