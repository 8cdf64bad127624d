import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { readFind } from '../../src/answer/find.ts';
import { readQuote } from '../../src/answer/quote.ts';
import { readAnswer } from '../../src/answer/readAnswer.ts';
import { createMeaning } from '../../src/answer/reading/createMeaning.ts';
import { suggestSentences } from '../../src/answer/reading/suggestSentences.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { fakeReader, type FakeReader } from '../fixtures/fakeReader.ts';

const ferry = articleOf('ferry', [
  ['paragraph', 'The ferry Aurora left the harbour at dawn.', 'Its captain was Petra Lund.'],
  ['paragraph', 'A trip costs twelve crowns.', 'Children travel free until the age of six.'],
  ['paragraph', 'The harbour closed in 2019 because the pier had rusted through.'],
  ['paragraph', 'Nobody was hurt when the pier fell into the sea in March.'],
]);
const { library } = contextOf([ferry]);
const QUESTIONS = [
  'Who commanded the ferry Aurora?',
  'How much does a trip on the ferry cost?',
  'Why did the harbour close?',
  'When did the pier fall?',
  'Was anybody hurt by the pier?',
  'What is the harbour like?',
];

const withReader = (reader: FakeReader | undefined) => (reader ? { reader, meaning: createMeaning(reader) } : {});
const firstOf = (answer: Answer) =>
  answer.kind === 'excerpts' ? answer.excerpts[0]?.reference : answer.kind === 'nothing' ? 'nothing' : answer.kind;

/** A reader whose scores are drawn: one a sentence, by its length. */
function drawnReader(scores: readonly number[]): FakeReader {
  return fakeReader((sentence) => ({ score: scores[sentence.length % scores.length]! }));
}

const drawn = fc.record({
  question: fc.constantFrom(...QUESTIONS),
  scores: fc.option(fc.array(fc.integer({ min: -11, max: 11 }), { minLength: 5, maxLength: 9 }), { nil: undefined }),
});

describe('the order of a question’s passages', () => {
  test('is the same in quote as in ask, read or not', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ question, scores }) => {
        const reading = () => withReader(scores && drawnReader(scores));
        const asked = await readAnswer(question, library, { ...reading(), isPlain: true });
        const quoted = await readQuote(question, library, reading());
        expect(firstOf(quoted)).toBe(firstOf(asked));
        expect('read' in quoted && quoted.read).toBe('read' in asked && asked.read);
      }),
      { numRuns: 60, seed: 41 },
    );
  });

  test('is the same in find and in suggestions, where the answer is read and found', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ question, scores }) => {
        if (!scores) return;
        const asked = await readAnswer(question, library, { ...withReader(drawnReader(scores)), isPlain: true });
        if (asked.kind !== 'excerpts') return;
        expect(firstOf(await readFind(question, library, withReader(drawnReader(scores))))).toBe(firstOf(asked));
        const [first] = await suggestSentences(question, library, withReader(drawnReader(scores)));
        expect(first?.span).toEqual(asked.excerpts[0]!.span);
      }),
      { numRuns: 60, seed: 42 },
    );
  });
});

describe('readQuote', () => {
  test('puts what is held as typed first, whatever a reader makes of it', async () => {
    const reader = drawnReader([9, 9, 9, 9, 9]);
    const answer = await readQuote('the pier fell into the sea', library, withReader(reader));
    expect(firstOf(answer)).toBe('¶4.1');
    expect(reader.passages).toEqual([]);
  });

  test('says how near what was read comes to the words', async () => {
    const reader = fakeReader((sentence) => ({ score: sentence.includes('Lund') ? 11 : -11 }));
    expect(await readQuote('Who commanded the Aurora?', library, withReader(reader))).toMatchObject({
      read: true,
      excerpts: [{ reference: '¶1.2' }],
      near: { passages: [{ held: 0, of: 4 }] },
    });
  });
});

describe('suggestSentences', () => {
  test.each([
    ['while somebody waits for an answer', 'Who commanded the Aurora?', 1],
    ['keywords', 'ferry captain Lund', 0],
    ['what is hardly a question yet', 'Who commanded', 0],
  ])('does not read %s', async (_, typed, waiting) => {
    const reader = fakeReader(() => ({ score: 9 }), { waiting });
    const hits = await suggestSentences(typed, library, withReader(reader));
    expect(reader.passages).toEqual([]);
    expect(hits).toEqual(library.index.suggest(typed, { limit: 25, articles: new Set(['ferry']) }));
  });

  test('suggests what answers before what has the words', async () => {
    const reader = fakeReader((sentence) => ({ score: sentence.includes('Lund') ? 11 : -11 }));
    const hits = await suggestSentences('Who commanded the Aurora?', library, withReader(reader));
    expect(ferry.source.slice(...hits[0]!.span)).toBe('Its captain was Petra Lund.');
    expect(new Set(hits.map(({ span }) => span[0])).size).toBe(hits.length);
  });
});
