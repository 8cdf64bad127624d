import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextBlock, type Article } from '../../../src/article/article.ts';
import { createMeaning, type VectorFiles } from '../../../src/answer/reading/createMeaning.ts';
import { DIMENSIONS } from '../../../src/answer/reading/byteVectors.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { fakeReader, vectorOf } from '../../fixtures/fakeReader.ts';

const reader = fakeReader(() => ({ score: 0 }));

/** Rounding each of 384 numbers to a 127th part. */
const ROUNDING = 0.05;

describe('createMeaning', () => {
  test('finds the sentences that a look at each of them finds nearest', async () => {
    const sentence = fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,9}\.$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        sentence,
        fc.integer({ min: 1, max: 4 }),
        async (texts, question, count) => {
          const articles = texts.map((own, at) => articleOf(`a-${at}`, [['paragraph', ...own]]));
          const meaning = createMeaning(reader);
          await meaning.place(articles);
          const asked = vectorOf(question);
          const found = finish(meaning.nearest(asked, articles, count));
          const naive = texts
            .flat()
            .map((text) => vectorOf(text).reduce((sum, value, at) => sum + value * asked[at]!, 0))
            .sort((a, b) => b - a);
          expect(found).toHaveLength(Math.min(count, naive.length));
          for (const [at, { nearness }] of found.entries())
            expect(Math.abs(nearness - naive[at]!)).toBeLessThan(ROUNDING);
          expect(found.map(({ nearness }) => nearness)).toEqual(
            found.map(({ nearness }) => nearness).toSorted((a, b) => b - a),
          );
        },
      ),
    );
  });

  test('counts what is missing, and knows nothing of articles that are not placed', async () => {
    const meaning = createMeaning(reader);
    const count = lighthouse.blocks.reduce((sum, block) => sum + (isTextBlock(block) ? block.sentences.length : 0), 0);
    expect(meaning.missing([lighthouse])).toBe(count);
    expect(finish(meaning.nearest(vectorOf('lamp'), [lighthouse], 3))).toEqual([]);
    await meaning.place([lighthouse]);
    expect(meaning.missing([lighthouse])).toBe(0);
    const [nearest] = finish(meaning.nearest(vectorOf('lamp'), [lighthouse], 1));
    expect(meaning.nearness(vectorOf('lamp'), lighthouse, nearest!.start)).toBe(nearest!.nearness);
    expect(meaning.nearness(vectorOf('lamp'), lighthouse, lighthouse.source.length)).toBeUndefined();
  });

  test('knows how near the title of an article that is placed is, if it has one', async () => {
    const meaning = createMeaning(reader);
    const asked = vectorOf(lighthouse.title);
    expect(meaning.titleNearness(asked, lighthouse)).toBeUndefined();
    const untitled = { ...articleOf('untitled', [['paragraph', 'The lamp is lit.']]), title: '' };
    await meaning.place([lighthouse, untitled]);
    expect(meaning.titleNearness(asked, lighthouse)).toBeGreaterThan(1 - ROUNDING);
    expect(meaning.titleNearness(asked, untitled)).toBeUndefined();
  });

  test('places an article once, and takes it from its file the next time', async () => {
    const kept = new Map<string, Int8Array>();
    const files: VectorFiles = {
      read: ({ edition }: Article) => Promise.resolve(kept.get(edition)),
      write: ({ edition }: Article, vectors) => Promise.resolve(void kept.set(edition, vectors)),
    };
    await createMeaning(reader, files).place([lighthouse]);
    const broken = fakeReader(() => ({ score: 0 }), { isReady: false });
    const again = createMeaning(broken, files);
    await again.place([lighthouse]);
    expect(again.missing([lighthouse])).toBe(0);
  });

  test.each([0, DIMENSIONS])('places an article again whose file has %i bytes', async (bytes) => {
    const files: VectorFiles = { read: () => Promise.resolve(new Int8Array(bytes)), write: () => Promise.resolve() };
    const meaning = createMeaning(
      fakeReader(() => ({ score: 0 }), { isReady: false }),
      files,
    );
    await meaning.place([lighthouse]);
    expect(meaning.missing([lighthouse])).toBeGreaterThan(0);
  });
});
