import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextBlock } from '../../../src/article/article.ts';
import { createMeaning } from '../../../src/answer/reading/createMeaning.ts';
import { readAgain } from '../../../src/answer/reading/readAgain.ts';
import { readSentences } from '../../../src/answer/reading/readSentences.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { fakeReader, type Judge } from '../../fixtures/fakeReader.ts';

const QUESTION = 'Who kept the lamp?';

async function readAll(article: typeof lighthouse, judge: Judge = () => ({ score: 1 })) {
  const reader = fakeReader(judge);
  const meaning = createMeaning(reader);
  await meaning.place([article]);
  const read = (await readSentences(QUESTION, { hits: [], articles: [article], reader, meaning }))!;
  return { reader, read };
}

describe('readAgain', () => {
  test('reads a sentence below the title, and one that leans on another with that one', async () => {
    const wreck = articleOf('wreck', [
      ['title', 'The Wreck'],
      ['paragraph', 'The ferry sank in May.', 'It was raised in June.'],
    ]);
    const { reader, read } = await readAll(wreck);
    reader.passages.length = 0;
    await readAgain(QUESTION, read, { reader });
    expect(reader.passages).toEqual([
      'The Wreck The ferry sank in May.',
      'The Wreck The ferry sank in May. It was raised in June.',
    ]);
  });

  test('returns nothing of a reader that cannot read', async () => {
    const { read } = await readAll(lighthouse);
    const scores = await readAgain(QUESTION, read, { reader: fakeReader(() => ({ score: 1 }), { isReady: false }) });
    expect(scores).toEqual(read.map(() => undefined));
  });

  test('scores every sentence as its own, in the order given', async () => {
    const texts = lighthouse.blocks.flatMap((block) =>
      isTextBlock(block) ? block.sentences.map((span) => lighthouse.source.slice(...span)) : [],
    );
    const scoreOf = (sentence: string): number => texts.indexOf(sentence);
    const { reader, read } = await readAll(lighthouse, (sentence) => ({ score: scoreOf(sentence) }));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...read]), async (some) => {
        expect(await readAgain(QUESTION, some, { reader })).toEqual(some.map(({ text }) => scoreOf(text)));
      }),
    );
  });
});
