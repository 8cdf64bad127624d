import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBodyBlock, type Article } from '../../../src/article/article.ts';
import { chooseWindows, type Chosen } from '../../../src/answer/reading/chooseWindows.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import type { Hit } from '../../../src/search/hit.ts';
import { articleOf } from '../../fixtures/article.ts';

/** A sentence of its own window: longer than half of one. */
const LONG = `${'word '.repeat(79)}end.`;
/** The most windows of an article that is read whole, and those read of a longer one or of several. */
const [WHOLE, MOST] = [12, 8];

/** What words and meaning find of a sentence. */
interface Finding {
  readonly order: number | undefined;
  readonly nearness: number;
}

const finding: fc.Arbitrary<Finding> = fc.record({
  order: fc.option(fc.double({ min: -12, max: 0, noNaN: true }), { nil: undefined }),
  nearness: fc.double({ min: -0.2, max: 0.9, noNaN: true }),
});

function articlesOf(findings: readonly (readonly Finding[])[]): readonly Article[] {
  return findings.map((own, at) =>
    articleOf(
      `a-${at}`,
      own.map(() => ['paragraph', LONG]),
    ),
  );
}

/** What is chosen, as article and sentence. */
function chosenOf(
  articles: readonly Article[],
  findings: readonly (readonly Finding[])[],
  titles: readonly number[] = [],
): readonly string[] {
  const hits: Hit[] = [];
  const near: { readonly article: Article; readonly start: number; readonly nearness: number }[] = [];
  const nearnesses = new Map<string, number>();
  for (const [at, article] of articles.entries())
    for (const [block, { order, nearness }] of findings[at]!.entries()) {
      const one = article.blocks[block]!;
      const span = isBodyBlock(one) ? one.sentences[0]! : one.span;
      nearnesses.set(`${article.id} ${span[0]}`, nearness);
      near.push({ article, start: span[0], nearness });
      if (order !== undefined)
        hits.push({
          article: article.id,
          edition: article.edition,
          block,
          sentence: 0,
          span,
          score: 0,
          order,
          matchedShare: 0,
        });
    }
  const chosen = finish(
    chooseWindows(
      {
        hits: hits.toSorted((a, b) => b.order - a.order),
        near: near.toSorted((a, b) => b.nearness - a.nearness),
        nearnessOf: ({ id }, start) => nearnesses.get(`${id} ${start}`),
        titleNearnessOf: (article) => titles[articles.indexOf(article)],
      },
      articles,
    ),
  );
  return chosen.map(({ article, window }: Chosen) => `${article.id} ${window.sentences[0]!.block}`);
}

describe('chooseWindows', () => {
  test('puts no window further behind for more that words or meaning find in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(finding, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (findings, anyArticle, anySentence, moreOrder, moreNearness) => {
          const articles = articlesOf(findings);
          const article = anyArticle % findings.length;
          const sentence = anySentence % findings[article]!.length;
          const { order, nearness } = findings[article]![sentence]!;
          const better = findings.with(
            article,
            findings[article]!.with(sentence, { order: (order ?? -12) + moreOrder, nearness: nearness + moreNearness }),
          );
          const place = (all: readonly string[]): number => {
            const at = all.indexOf(`a-${article} ${sentence}`);
            return at === -1 ? Infinity : at;
          };
          expect(place(chosenOf(articles, better))).toBeLessThanOrEqual(place(chosenOf(articles, findings)));
        },
      ),
      { seed: 13 },
    );
  });

  test('puts no window further behind for a title that is nearer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(finding, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 5 }),
        fc.array(fc.double({ min: -0.2, max: 0.9, noNaN: true }), { minLength: 5, maxLength: 5 }),
        fc.nat(),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (findings, titles, anyArticle, more) => {
          const articles = articlesOf(findings);
          const article = anyArticle % findings.length;
          const nearer = titles.with(article, titles[article]! + more);
          const before = chosenOf(articles, findings, titles);
          const after = chosenOf(articles, findings, nearer);
          for (const [at, one] of before.entries())
            if (one.startsWith(`a-${article} `)) {
              expect(after).toContain(one);
              expect(after.indexOf(one)).toBeLessThanOrEqual(at);
            }
        },
      ),
      { seed: 13 },
    );
  });

  test('reads the article whose title is nearer first, of two that are as likely', () => {
    const findings = [[{ order: -1, nearness: 0.4 }], [{ order: -1, nearness: 0.4 }]];
    expect(chosenOf(articlesOf(findings), findings, [0.1, 0.6])).toEqual(['a-1 0', 'a-0 0']);
  });

  test('takes a short article whole, and of others as many windows as are read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(finding, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 }),
        (findings) => {
          const chosen = chosenOf(articlesOf(findings), findings);
          const all = findings.flat().length;
          const most = findings.length > 1 || all > WHOLE ? MOST : WHOLE;
          expect(chosen).toHaveLength(Math.min(all, most));
          expect(new Set(chosen).size).toBe(chosen.length);
        },
      ),
      { seed: 13 },
    );
  });

  test('finds what only meaning finds among what only common words find', () => {
    const common: Finding = { order: -4, nearness: 0.3 };
    const words = [{ order: 0, nearness: 0.3 }, ...Array.from({ length: 14 }, () => common)];
    const findings = [words, [{ order: undefined, nearness: 0.35 }]];
    expect(chosenOf(articlesOf(findings), findings).slice(0, 2)).toEqual(['a-0 0', 'a-1 0']);
  });
});
