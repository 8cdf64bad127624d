import fc from 'fast-check';
import type { BlockContent, DefinitionContent, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { eventsMarkdown } from '../../../src/reply/export/eventsMarkdown.ts';
import { arbitraryArticle } from '../../fixtures/arbitraryArticle.ts';
import { articleOf } from '../../fixtures/article.ts';
import { eventOn } from '../../fixtures/event.ts';

type Block = BlockContent | DefinitionContent;

function itemsOf(markdown: string): readonly (readonly Block[])[] {
  const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  expect(children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list']);
  const list = children[2];
  return list?.type === 'list' ? list.children.map((item) => item.children) : [];
}

function textOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const links = (): undefined => undefined;

describe('eventsMarkdown', () => {
  test('writes the date in words, the quote and its citation', () => {
    const article = articleOf('a', [['paragraph', 'It *opened*.', 'It did.']], { title: 'On [Bridges]' });
    const event = eventOn(excerptOfSentence(article, 0, 0), '2023-22', {
      certainty: 'vague',
      modality: 'planned',
      also: [excerptOfSentence(article, 0, 1)],
    });
    const markdown = eventsMarkdown([event, eventOn(excerptOfSentence(article, 0, 0), null)], {
      articles: new Map([[article.id, article]]),
      links: ({ reference }) => `https://example.org/#${reference}`,
    });
    const [first, second] = itemsOf(markdown);
    expect(first!.map(({ type }) => type)).toEqual(['paragraph', 'blockquote', 'paragraph']);
    expect(textOf(first![0])).toBe('Summer 2023: opened the bridge (planned; date vague in the source)');
    expect(textOf(first![1])).toMatch(/^It \*opened\*\.— “On \[Bridges\]”, ¶1\.1$/u);
    expect(markdown).toContain('(<https://example.org/#¶1.1>)');
    expect(textOf(first![2])).toBe(`Also told at a/¶1.2@${article.edition.slice(0, 8)}.`);
    expect(textOf(second![0])).toBe('No date found: opened the bridge');
    expect(markdown).toContain('2 events told in “On');
  });

  test('shows each quote character for character, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), (article) => {
        const index = article.blocks.findIndex(({ kind }) => kind === 'paragraph');
        const excerpt = excerptOfSentence(article, index, 0);
        const [item] = itemsOf(
          eventsMarkdown([eventOn(excerpt, '2024')], { articles: new Map([['a', article]]), links }),
        );
        const quote = item![1]?.type === 'blockquote' ? item![1].children[0] : undefined;
        expect(textOf(quote)).toBe(excerpt.text);
      }),
    );
  });

  test.each(['# One', '1. One', '1) One', '- One', '> One', '=== One', 'a <b> &amp; c', 'www.a.org http://b.org'])(
    'takes no sign of "%s" for a mark',
    (sentence) => {
      const article = articleOf('a', [['paragraph', sentence]]);
      const event = eventOn(excerptOfSentence(article, 0, 0), '2024', { label: sentence });
      const [item] = itemsOf(eventsMarkdown([event], { articles: new Map([['a', article]]), links }));
      const quote = item![1]?.type === 'blockquote' ? item![1].children[0] : undefined;
      expect([textOf(quote), textOf(item![0])]).toEqual([sentence, `2024: ${sentence}`]);
    },
  );
});
