import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../../src/article/sections.ts';
import { isTextBlock, type Article } from '../../../src/article/article.ts';
import { mayFillIn } from '../../../src/answer/summary/fitness.ts';
import { readLines, type ReadLine } from '../../../src/answer/summary/lines.ts';
import {
  SUMMARY_LENGTHS,
  summarize,
  summarizeEach,
  summary,
  type SummaryLength,
} from '../../../src/answer/summary/summary.ts';
import { contains } from '../../../src/language/span.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { articleOf, lighthouse, type BlockText } from '../../fixtures/article.ts';
import { arbitraryArticle } from '../../fixtures/arbitraryArticle.ts';
import { contextOf } from '../../fixtures/context.ts';
import { corpusArticle } from '../fixtures/corpusArticle.ts';

const LENGTHS = { brief: 3, standard: 6, full: Number.POSITIVE_INFINITY } as const;

describe('summary', () => {
  test('is made of whole sentences in the order of the text, no more than asked for, none twice', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), fc.constantFrom('brief', 'standard', 'full'), (article, length) => {
        const spans = summary(article, { length }).map(({ span }) => span);
        const sentences = article.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
        for (const span of spans) expect(sentences).toContainEqual(span);
        expect(spans).toEqual([...spans].sort(([a], [b]) => a - b));
        expect(spans.length).toBeLessThanOrEqual(LENGTHS[length]);
        expect(new Set(spans.map(([start]) => start)).size).toBe(spans.length);
      }),
    );
  });

  test('adds one sentence a further paragraph at most when it is full', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), (article) => {
        const blocks = (length: SummaryLength): readonly number[] =>
          summary(article, { length }).map(({ span }) =>
            article.blocks.findIndex((block) => contains(block.span, span)),
          );
        const standard = blocks('standard');
        const full = blocks('full');
        expect(full.length - standard.length).toBe(new Set(full).size - new Set(standard).size);
      }),
    );
  });

  test('of an article or a section holds every sentence of a shorter one', async () => {
    const shipped = await corpusArticle();
    if (shipped) expectNested(shipped);
    fc.assert(fc.property(arbitraryArticle('a'), expectNested), { numRuns: 200 });
    expectNested(lighthouse);
  });

  test('names the next lengths that differ, and no other', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), fc.constantFrom(...SUMMARY_LENGTHS), (article, length) => {
        const answer = summarize(article, contextOf([article]).library, { length });
        if (answer.kind !== 'summary') return;
        const size = (other: SummaryLength): number => summary(article, { length: other }).length;
        const at = SUMMARY_LENGTHS.indexOf(length);
        expect(answer.shorter).toBe(SUMMARY_LENGTHS.slice(0, at).findLast((other) => size(other) < size(length)));
        expect(answer.longer).toBe(SUMMARY_LENGTHS.slice(at).find((other) => size(other) > size(length)));
      }),
      { numRuns: 300 },
    );
  });

  test('of each of several articles holds every sentence of a shorter one', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), arbitraryArticle('b'), (a, b) => {
        const answers = SUMMARY_LENGTHS.map((length) => summarizeEach([a, b], contextOf([a, b]).library, length));
        const shown = answers.map((answer) =>
          answer.kind === 'summary' ? answer.excerpts.map(({ article, span }) => `${article} ${span[0]}`) : [],
        );
        for (const [index, shorter] of shown.slice(0, -1).entries())
          expect(shown[index + 1]).toEqual(expect.arrayContaining([...shorter]));
      }),
    );
  });

  test('takes a sentence that leans on the one before only together with it', () => {
    const article = articleOf('leaning', [
      ['title', 'The harbour tower and the board'],
      ['paragraph', 'A boat left.', 'She told the harbour board that the tower and the lamp of the harbour must stay.'],
      ['paragraph', 'However, the harbour board sold the tower with the lamp of the harbour.'],
      ['paragraph', 'The tower of the harbour was painted white by the board last spring.'],
    ]);
    const references = summary(article, { length: 'full' }).map(({ reference }) => reference);
    expect(references).toContain('¶3.1');
    expect(references).not.toContain('¶2.1');
    expect(references.includes('¶1.2') && !references.includes('¶1.1')).toBe(false);
  });

  test('does not say the same twice', () => {
    const said = 'The harbour board sold the white tower to a school in May.';
    const article = articleOf('twice', [
      ['paragraph', said],
      ['paragraph', 'Keepers of other rocks wrote angry letters about gulls.'],
      ['paragraph', 'In May the harbour board sold the white tower to a school.'],
    ]);
    expect(summary(article).map(({ reference }) => reference)).toEqual(['¶1.1', '¶2.1']);
  });

  test('has no unfit sentence if three others are fit, and no more than three sentences if it has one', () => {
    fc.assert(
      fc.property(arbitraryArticleWithFurniture, (article) => {
        const lines = linesOf(article);
        for (const length of SUMMARY_LENGTHS) {
          const chosen = summary(article, { length }).map(({ span }) => lines.get(span[0])!);
          const unfit = chosen.filter((line) => line.unfit !== undefined);
          if (unfit.length > 0) expect(chosen.length).toBeLessThanOrEqual(3);
          for (const line of unfit) expect(mayFillIn(line.unfit!)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has what a sentence leans on right before it', () => {
    fc.assert(
      fc.property(arbitraryArticleWithFurniture, fc.constantFrom(...SUMMARY_LENGTHS), (article, length) => {
        const lines = [...linesOf(article).entries()].toSorted(([a], [b]) => a - b);
        const chosen = new Set(summary(article, { length }).map(({ span }) => span[0]));
        const alone = lines.filter(
          ([start, { leaning }], index) =>
            leaning !== undefined && chosen.has(start) && !chosen.has(lines[index - 1]?.[0] ?? -1),
        );
        expect(alone).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('when full has a sentence of each section that has one fit to print', () => {
    const words = ['lamp', 'tower', 'board', 'rock'];
    const article = articleOf(
      'sections',
      words.flatMap((word): readonly BlockText[] => [
        ['heading', `About the ${word}`],
        ['paragraph', `The ${word} of the harbour was sold by the keeper in spring.`],
        ['paragraph', `The harbour keeper sold a lamp, a tower, a board and a rock in spring (${word}).`],
      ]),
    );
    const starts = summary(article, { length: 'full' }).map(({ span }) => span[0]);
    for (const { span } of sectionsOf(article))
      expect(starts.some((start) => span[0] <= start && start < span[1])).toBe(true);
  });

  test.each([
    [
      [
        'The board sold the old tower to a school.',
        'The lamp of the tower went to a museum in town.',
        'Hallam asks what the board will sell next.',
      ],
      ['A Tower for the School', '(All photos: I. Brandt)'],
    ],
    [
      [
        'The harbour has a new keeper, Tom Orr, who came from the ferry.',
        'A: The lamp comes first, then the mail and the boats.',
        'A: Visits to the tower will be sold for a flat fee.',
      ],
      ['Q: How does a day on the rock begin?', 'Question: What comes next for the tower?'],
    ],
    [
      [
        'Ines Hallam, keeper of the rock, said the sale showed what lamps are worth.',
        'The school joins nine others on the coast.',
        'The board paid for the ferry last spring.',
      ],
      [
        '“A rock needs a whole chain of lamps,” she said.',
        '“If the tower goes for 40 crowns, that upsets me.',
        'Lamps are not supposed to be so dear,” Hallam says.',
      ],
    ],
  ])('quotes %j and not %j', (printed, refused) => {
    const article = articleOf(
      'mixed',
      [...refused.slice(0, 1), ...printed, ...refused.slice(1)].map((text): BlockText => ['paragraph', text]),
    );
    expect(summary(article, { length: 'brief' }).map(({ text }) => text)).toEqual(printed);
  });

  test('leaves captions out where the text says it', () => {
    expect(summary(lighthouse, { length: 'brief' }).map(({ reference }) => reference)).not.toContain('Fig. 1');
    const pictures = articleOf('pictures', [['caption', 'The white tower in winter, seen from the ferry.']]);
    expect(summary(pictures).map(({ reference }) => reference)).toEqual(['Fig. 1']);
  });

  test.each([
    ['NEW YORK (Reuters) - ', 'The board sold the white tower to a school on Monday.'],
    ['LYON, 3 May 90 (AFP) -- ', 'The board sold the white tower to a school on Monday.'],
    ['', 'The tower (Reuters) - which is white - was sold to a school.'],
  ])('leaves out the dateline of a report: %j', (dateline, words) => {
    const article = articleOf('report', [['paragraph', `${dateline}${words}`, 'Nobody had asked the old keeper.']]);
    const [first] = summary(article, { length: 'brief' });
    expect(first?.text).toBe(words);
    expect(first?.text).toBe(article.source.slice(...first!.span));
    expect(first?.reference).toBe('¶1.1');
  });

  test('keeps within a section', () => {
    const section = sectionsOf(lighthouse).find(({ number }) => number === 2)!;
    const references = summary(lighthouse, { section, length: 'standard' }).map(({ reference }) => reference);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((reference) => !reference.startsWith('¶4'))).toEqual([]);
  });
});

/** Articles with lines that no editor prints between sentences that one would. */
const arbitraryArticleWithFurniture = fc
  .array(
    fc.array(
      fc.constantFrom(
        'The harbour board sold the white tower in May.',
        'Ines Hallam kept the lamp on Skarn Rock for years.',
        'Two ships ran aground before the winter of 1931.',
        'She told the board that the lamp must stay.',
        'However, the ferry brought pupils to the rock.',
        '“The tower is white,” he said to the pupils.',
        '“If the tower goes, that upsets me.',
        'What will become of the lamp and the rock?',
        'Read more about the tower and the lamp.',
        'The lamp, the tower and the rock in spring',
        'The reasons of the board are these:',
        '(Reporting by Ida Brandt; editing by Tom Orr.)',
      ),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((paragraphs) =>
    articleOf(
      'furnished',
      paragraphs.map((sentences, index): BlockText =>
        index === 1 && sentences.length === 1 ? ['caption', sentences[0]!] : ['paragraph', ...sentences],
      ),
    ),
  );

/** Reads every sentence of an article as its summary does, by where it starts. */
function linesOf(article: Article): ReadonlyMap<number, ReadLine> {
  const candidates = article.blocks.flatMap((block, index) =>
    isTextBlock(block)
      ? block.sentences.map((span) => ({
          text: article.source.slice(...span),
          block: index,
          role: block.kind === 'paragraph' ? block.role : block.kind,
          start: span[0],
        }))
      : [],
  );
  const lines = finish(readLines(candidates, article.language));
  return new Map(candidates.map(({ start }, index) => [start, lines[index]!]));
}

function expectNested(article: Article): void {
  for (const section of [undefined, ...sectionsOf(article)]) {
    const starts = SUMMARY_LENGTHS.map((length) => summary(article, { section, length }).map(({ span }) => span[0]));
    expect(starts[1]).toEqual(expect.arrayContaining([...starts[0]!]));
    expect(starts[2]).toEqual(expect.arrayContaining([...starts[1]!]));
  }
}

test('summarize answers nothing where no sentence could stand in a summary', () => {
  const bare = articleOf('bare', [['paragraph', 'Yes.']]);
  expect(summarize(bare, contextOf([bare]).library, {})).toMatchObject({ kind: 'nothing', reason: 'no-summary' });
});
