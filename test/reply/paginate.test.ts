import { describe, expect, test } from 'vitest';
import { passageOfBlock } from '../../src/article/passage.ts';
import { excerptOf } from '../../src/excerpt/excerpt.ts';
import { paginate } from '../../src/reply/paginate.ts';
import { lines, type Part } from '../../src/reply/parts/part.ts';
import { quotePart } from '../../src/reply/parts/renderContext.ts';
import { withSources } from '../../src/reply/parts/withSources.ts';
import { articleOf } from '../fixtures/article.ts';

const much = 'very '.repeat(30);
const [one, two, three] = ['One is here.', `Two is ${much}here.`, `Three 中 is ${much}here.`] as const;
const article = articleOf('a', [
  ['paragraph', one, two, three],
  ['paragraph', 'Four.'],
]);
const articles = new Map([[article.id, article]]);
const links = () => undefined;
const part = (block: number) => quotePart(excerptOf(article, passageOfBlock(article, block)), { articles, links });
const wide = { chars: 10_000, bytes: 10_000 };
const whole = paginate([part(0)], wide)[0]!.markdown;

describe('a page', () => {
  test.each([
    ['characters', { chars: whole.length, bytes: 10_000 }, { chars: whole.length - 1, bytes: 10_000 }],
    [
      'bytes',
      { chars: 10_000, bytes: Buffer.byteLength(whole) },
      { chars: 10_000, bytes: Buffer.byteLength(whole) - 1 },
    ],
  ])('holds as many %s as it may, and not one more', (_, enough, tooSmall) => {
    expect(paginate([part(0)], enough)).toHaveLength(1);
    expect(paginate([part(0)], tooSmall).map(({ markdown }) => markdown.split('\n')[0])).toEqual([
      `> ${one} ${two} `,
      `> ${three}`,
    ]);
  });

  test('holds 25 entries of a select, and not one more', () => {
    const entries = (count: number): readonly Part[] =>
      Array.from({ length: count }, (_, index) => lines('a', { choice: { label: 'a', value: String(index) } }));
    expect(paginate(entries(25), wide)).toHaveLength(1);
    expect(paginate(entries(26), wide).map(({ choices }) => choices.length)).toEqual([25, 1]);
  });

  test('does not tear a quote that the next page can hold', () => {
    const pages = paginate([part(1), part(0)], { chars: whole.length, bytes: 10_000 });
    expect(pages.map(({ markdown }) => markdown.split('\n')[0])).toEqual(['> Four.', `> ${one} ${two} ${three}`]);
  });

  test('keeps lines with the quote that they introduce', () => {
    const intro = lines('An introduction', { keepWithNext: true });
    const room = { chars: whole.length + 20, bytes: 10_000 };
    expect(paginate([part(1), intro, part(0)], room).map(({ markdown }) => markdown.split('\n')[0])).toEqual([
      '> Four.',
      'An introduction',
    ]);
    const [page] = paginate([lines('A heading'), intro, part(1)], { chars: 1000, bytes: 10_000 });
    expect(page!.markdown).toMatch(/^A heading\n\nAn introduction\n> Four\./u);
  });

  test('tears a quote rather than leave its introduction alone on a page', () => {
    const room = { chars: whole.length + 5, bytes: 10_000 };
    const pages = paginate([lines('An introduction'), part(0)], room);
    expect(pages.map(({ quotes }) => quotes.length)).toEqual([1, 1]);
  });

  test('sets what is marked in bold, also across a cut', () => {
    const marked = { ...part(0), marked: [[4, 16] as const, [20, 22] as const] };
    expect(paginate([marked], wide)[0]!.markdown.split('\n')[0]).toBe(
      `> One **is here. Two** is **ve**${two.slice(9)} ${three}`,
    );
  });

  test('says below a cut how much is left', () => {
    const pages = paginate([part(0)], { chars: whole.length - 1, bytes: 10_000 });
    expect(pages[0]!.markdown).toContain('\n-# *1 more sentence in ¶1, on the next page*\n-# ¶1');
    expect(pages[1]!.markdown).toContain('\n-# ¶1, continued');
  });

  test('quotes the excerpt’s own text if its edition is not loaded', () => {
    const lost = quotePart(excerptOf(article, passageOfBlock(article, 1)), { articles: new Map(), links });
    expect(paginate([lost], wide)[0]!.source).toBe('— a');
    expect(paginate([lost], wide)[0]!.markdown).toBe(`> Four.\n-# ¶2 · edition ${article.edition.slice(0, 8)}`);
  });

  test('puts a blank line between parts, and none above a compact one', () => {
    const [page] = paginate([lines('a'), part(1), lines('b'), lines('c', { compact: true })], wide);
    expect(page!.markdown).toMatch(/^a\n\n> Four\.\n-# [^\n]+\n\nb\nc$/u);
  });

  test('begins where a part asks for it, but never leaves a page blank', () => {
    const parts = [lines('a', { pageBreakBefore: true }), lines('b'), lines('c', { pageBreakBefore: true })];
    expect(paginate(parts, wide).map(({ markdown }) => markdown)).toEqual(['a\n\nb', 'c']);
  });

  test('says a source once: below the last quote before another source, or at the end of the page', () => {
    const other = articleOf('b', [['paragraph', 'Five.']]);
    const both = new Map([...articles, [other.id, other]]);
    const five = quotePart(excerptOf(other, passageOfBlock(other, 0)), { articles: both, links });
    const [page] = paginate(withSources([part(1), lines('and'), part(1), five, five]), wide);
    expect(page!.markdown).toBe(
      '> Four.\n-# ¶2\n\nand\n\n> Four.\n-# ¶2\n— a · undated\n\n> Five.\n-# ¶1\n\n> Five.\n-# ¶1',
    );
    expect(page!.source).toBe('— b · undated');
    const narrow = paginate(withSources([part(1), part(0), five]), { chars: whole.length + 16, bytes: 10_000 });
    expect(narrow.map(({ source }) => source)).toEqual(['— a · undated', '', '— b · undated']);
    expect(narrow[1]!.markdown).toMatch(/\n-# ¶1\n— a · undated$/u);
  });

  test('repeats the heading of quotes that go on from the page before', () => {
    const headed = [part(1), part(0), part(1)].map((each) => ({ ...each, heading: '**A**' }));
    const pages = paginate(withSources(headed), { chars: whole.length + 10, bytes: 10_000 });
    expect(pages.map(({ markdown }) => markdown.split('**A**').length - 1)).toEqual([1, 1, 1]);
    expect(pages.map(({ source }) => source)).toEqual(['', '', '']);
    expect(paginate(withSources(headed), wide)[0]!.markdown).toMatch(/^\*\*A\*\*\n> Four\.\n-# ¶2\n\n> One/u);
  });

  test('has the title of its quote, or else of the first lines with one', () => {
    const titled = { ...part(1), title: 'Match 1' };
    expect(paginate([lines('a', { title: 'A' }), lines('b', { title: 'B' })], wide)[0]!.title).toBe('A');
    expect(paginate([lines('a', { title: 'A' }), titled, lines('b')], wide)[0]!.title).toBe('Match 1');
    expect(paginate([part(1)], wide)[0]!.title).toBeUndefined();
  });
});
