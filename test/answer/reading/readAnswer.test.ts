import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMeaning } from '../../../src/answer/reading/createMeaning.ts';
import { READ_BUDGET_MS, READING_MAX_MS } from '../../../src/answer/reading/readingLimits.ts';
import { readAnswer } from '../../../src/answer/readAnswer.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { contextOf } from '../../fixtures/context.ts';
import { fakeReader, type FakeReader, type Judge } from '../../fixtures/fakeReader.ts';

const SURE: Judge = (sentence) => ({ score: sentence.includes('1931') ? 9 : -9, answer: '40 crowns' });

async function answer(question: string, reader: FakeReader, articles = [lighthouse]) {
  const { library } = contextOf(articles);
  return readAnswer(question, library, { reader, meaning: createMeaning(reader) });
}

/** A reader that takes so long for each call of `read`. */
function slowly(reader: FakeReader, ms: number): FakeReader {
  return {
    ...reader,
    async read(...given) {
      await new Promise<void>((resolve) => {
        if (ms < Infinity) setTimeout(resolve, ms);
      });
      return reader.read(...given);
    },
  };
}

describe('readAnswer', () => {
  test('puts the sentence first that the reader is sure of, with the words that answer', async () => {
    const found = await answer('What was paid for the islet?', fakeReader(SURE));
    if (found.kind !== 'excerpts') throw new Error('the reader is sure');
    const [best] = found.excerpts;
    expect(best!.reference).toBe('¶2.1');
    expect(lighthouse.source.slice(...best!.answer!.span)).toBe('40 crowns');
    expect(found.read).toBe(true);
  });

  test('says that no sentence answers if the reader finds it nowhere, with the nearest', async () => {
    const found = await answer(
      'How old is Ines Hallam?',
      fakeReader(() => ({ score: -12, answer: '' })),
    );
    expect(found).toMatchObject({ kind: 'nothing', read: true, nearest: { article: 'lighthouse' } });
  });

  test.each(['what is 1931 + 2', 'write me a poem about the lamp', 'what time is it'])(
    'does not answer %j, however sure the reader is',
    async (request) => {
      expect(await answer(request, fakeReader(SURE))).toMatchObject({ kind: 'nothing', reason: 'beyond-sources' });
    },
  );

  test('answers a request to write if a sentence has its very words', async () => {
    const minutes = articleOf('minutes', [
      ['paragraph', 'Ruth has to write a letter to the city.', 'Paul left early.'],
    ]);
    const found = await answer('write a letter to the city', fakeReader(SURE), [minutes]);
    expect(found).toMatchObject({ kind: 'excerpts', excerpts: [{ reference: '¶1.1' }] });
  });

  test('answers by the words if the reader cannot read, and says so', async () => {
    const found = await answer('How much was Skarn Rock bought for?', fakeReader(SURE, { isReady: false }));
    expect(found).toMatchObject({ kind: 'excerpts', read: false, excerpts: [{ reference: '¶2.1' }] });
  });

  describe('asked by twenty at once', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
    afterEach(() => void vi.useRealTimers());

    test.each([
      ['takes its time', 150],
      ['never comes to an end', Infinity],
    ])('answers all of them in time if reading %s, those that were not read by their words', async (_, ms) => {
      const { library } = contextOf([lighthouse]);
      const reader = slowly(fakeReader(SURE), ms);
      const options = { reader, meaning: createMeaning(reader), budgetMs: READ_BUDGET_MS };
      const waited: number[] = [];
      const answers = Promise.all(
        Array.from({ length: 20 }, async () => {
          const found = await readAnswer('How much was Skarn Rock bought for?', library, options);
          waited.push(performance.now() - came);
          return found;
        }),
      );
      const came = performance.now();
      while (waited.length < 20) {
        await vi.advanceTimersByTimeAsync(50);
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(Math.max(...waited)).toBeLessThanOrEqual(READING_MAX_MS + 50);
      const found = await answers;
      for (const one of found) expect(one).toMatchObject({ kind: 'excerpts', excerpts: [{ reference: '¶2.1' }] });
      const read = found.filter((one) => 'read' in one && one.read === true).length;
      if (ms === Infinity) expect(read).toBe(0);
      else expect([read > 2, read < 20]).toEqual([true, true]);
    });
  });

  test.each(['lamp keeper', '"the lamp" who', 'who kept the lamp -board'])('does not read for %j', async (question) => {
    const reader = fakeReader(SURE);
    await answer(question, reader);
    expect(reader.passages).toEqual([]);
  });

  test('does not read what is not English', async () => {
    const reader = fakeReader(SURE);
    const german = articleOf('turm', [['paragraph', 'Der Turm wurde 1931 gebaut.']], { language: 'de' });
    await answer('When was the Turm built?', reader, [german]);
    expect(reader.passages).toEqual([]);
  });

  describe('with articles in several languages', () => {
    const german = articleOf(
      'turm',
      [
        ['paragraph', 'Der Leuchtturm von Skarn wurde im Jahr 1890 gebaut.', 'Der Architekt hieß Emil Brock.'],
        ['paragraph', 'Heute wohnt niemand mehr auf der Insel.'],
      ],
      { language: 'de' },
    );
    const never = () => fakeReader(() => ({ score: -12, answer: '' }));

    test.each([
      ['a question in the other language', 'Wie hieß der Architekt?', '¶1.2'],
      ['an English question that names what only that article has', 'Who was the Architekt Emil Brock?', '¶1.2'],
    ])('answers %s by its words', async (_, question, reference) => {
      for (const reader of [fakeReader(SURE), never()])
        expect(await answer(question, reader, [german, lighthouse])).toMatchObject({
          kind: 'excerpts',
          read: false,
          excerpts: [{ article: 'turm', reference }],
        });
    });

    test('reads the English ones for what they say', async () => {
      expect(await answer('How much was Skarn Rock bought for?', fakeReader(SURE), [german, lighthouse])).toMatchObject(
        {
          kind: 'excerpts',
          read: true,
          excerpts: [{ article: 'lighthouse', reference: '¶2.1' }],
        },
      );
    });

    test('is silent if neither reading nor the words of the others find an answer', async () => {
      expect(await answer('How old is Ines Hallam?', never(), [german, lighthouse])).toMatchObject({
        kind: 'nothing',
        read: true,
      });
    });

    test('never shows less of the other articles than their words find, whatever the reader says', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(
            ['Architekt', 'Leuchtturm', 'Skarn', 'Emil', 'Hallam', 'lamp', 'board', 'Insel', '1890', 'crowns'],
            {
              minLength: 1,
              maxLength: 4,
            },
          ),
          fc.constantFrom('Who was', 'When was', 'Wer war', 'What is'),
          fc.double({ min: -12, max: 12, noNaN: true }),
          async (words, opening, score) => {
            const question = `${opening} ${words.join(' ')}?`;
            const reader = () => fakeReader(() => ({ score }));
            const byWords = await answer(question, fakeReader(SURE, { isReady: false }), [german, lighthouse]);
            const read = await answer(question, reader(), [german, lighthouse]);
            const isOther = byWords.kind === 'excerpts' && byWords.excerpts[0]?.article === 'turm';
            const alone = await answer(question, reader(), [german]);
            expect(isOther ? read : byWords).toEqual(byWords);
            expect(read.kind === 'nothing' ? alone.kind : 'nothing').toBe('nothing');
          },
        ),
      );
    });
  });

  test('answers what a document is about by its summary, and who wrote it by what is known', async () => {
    const reader = fakeReader(SURE);
    expect(await answer('What is this about?', reader)).toMatchObject({ kind: 'excerpts', document: 'about' });
    expect(await answer('Who wrote this?', reader)).toMatchObject({
      kind: 'sources',
      asked: 'author',
      articles: [{ author: ['Ida Brandt'], publisher: 'The Coast Review' }],
    });
    expect(await answer('What does it conclude?', reader)).toMatchObject({
      excerpts: [{ reference: '¶4', section: 'What comes next' }],
    });
    expect(reader.passages).toEqual([]);
  });

  test('shows at most three sentences of one of several articles', async () => {
    const sentence = (at: number) => `Boat ${at} sank in 1931.`;
    const many = articleOf(
      'many',
      Array.from({ length: 6 }, (_, at) => ['paragraph', sentence(at)] as const),
    );
    const found = await answer(
      'When did the boat sink?',
      fakeReader(() => ({ score: 5 })),
      [many, lighthouse],
    );
    if (found.kind !== 'excerpts') throw new Error('the reader is sure');
    expect(found.excerpts.filter(({ article }) => article === 'many')).toHaveLength(3);
  });

  test('shows at most two sentences of a paragraph', async () => {
    const sentences = ['It sank in 1931.', 'It was raised in 1932.', 'It burned in 1933.', 'It was sold in 1934.'];
    const wreck = articleOf('wreck', [['paragraph', ...sentences]]);
    const found = await answer(
      'When did the boat sink?',
      fakeReader(() => ({ score: 5 })),
      [wreck],
    );
    if (found.kind !== 'excerpts') throw new Error('the reader is sure');
    expect(found.excerpts).toHaveLength(2);
  });

  test('shows nothing but slices of the source, each sentence once, whatever the reader says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.func(fc.double({ min: -20, max: 20, noNaN: true })),
        fc.constantFrom('Who kept the lamp?', 'How much was paid for it?', 'When does the tower go?', 'Was it sold?'),
        async (score, question) => {
          const found = await answer(
            question,
            fakeReader((sentence) => ({ score: score(sentence), answer: sentence.slice(2, 9) })),
          );
          const excerpts =
            found.kind === 'excerpts'
              ? found.excerpts
              : found.kind === 'nothing' && found.nearest
                ? [found.nearest]
                : [];
          for (const { span, text, answer: words } of excerpts) {
            expect(lighthouse.source.slice(...span)).toBe(text);
            if (words) expect(span[0] <= words.span[0] && words.span[1] <= span[1]).toBe(true);
          }
          expect(new Set(excerpts.map(({ span }) => span[0])).size).toBe(excerpts.length);
        },
      ),
    );
  });
});
