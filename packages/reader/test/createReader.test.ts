import fc from 'fast-check';
import { cpSync, mkdtempSync, rmSync, truncateSync, unlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkModel, MODEL_FOLDER } from '../src/checkModel.ts';
import { createReader, type Passage, type Reader, type Reading } from '../src/createReader.ts';

const TEXT = 'Where it was\nThe ferry ran aground off Holm. Eleven people were injured. The captain blamed the fog.';
const PASSAGE: Passage = {
  text: TEXT,
  sentences: [...TEXT.matchAll(/The ferry.*?\.|Eleven.*?\.|The captain.*?\./gu)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  ),
};
const QUESTION = 'How many were hurt?';

let reader: Reader;
beforeAll(() => {
  reader = createReader();
});
afterAll(() => reader.close());

async function read(question: string, passages: readonly Passage[], options = {}): Promise<Reading> {
  const reading = await reader.read(question, passages, options);
  if (!reading.ready) throw new Error(`Cannot read: ${reading.reason}`);
  return reading;
}

/** Passages that no other test reads. */
function passages(count: number, name: string): readonly Passage[] {
  return Array.from({ length: count }, (_, at) => {
    const text = `${name} ${at}. ${TEXT}`;
    return { text, sentences: [[0, text.length] as const] };
  });
}

describe('read', () => {
  test('scores the sentence that answers above the others, with its words', async () => {
    const {
      passages: [reading],
      unread,
    } = await read(QUESTION, [PASSAGE]);
    const scores = reading!.sentences.map((sentence) => sentence!.score);
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
    expect(TEXT.slice(...reading!.sentences[1]!.answer)).toMatch(/^Eleven/u);
    expect(reading!.noAnswer).toBeLessThan(0.2);
    expect(unread).toEqual([]);
  });

  test('reads the same from a passage whatever is read with it', async () => {
    const [company, alone] = [passages(9, 'Company'), createReader()];
    const together = (await read(QUESTION, company)).passages;
    const apart = await alone.read(QUESTION, [company[4]!]);
    await alone.close();
    expect(apart).toEqual({ ready: true, passages: [together[4]], unread: [] });
  });

  test('reads nothing in no time but what it read before', async () => {
    await read(QUESTION, [PASSAGE]);
    const { passages: readings, unread } = await read(QUESTION, [...passages(1, 'No time'), PASSAGE], { budgetMs: 0 });
    expect([readings[1]?.sentences.length, unread]).toEqual([3, [0]]);
  });

  test('serves a question before background work that came first', async () => {
    await reader.warm();
    const order: string[] = [];
    const tagged = reader.tag(Array.from({ length: 120 }, () => TEXT)).then(() => order.push('tag'));
    expect([reader.waiting('background'), reader.waiting() - reader.waiting('question')]).toEqual([120, 120]);
    await read(QUESTION, passages(2, 'Before'));
    order.push('read');
    await tagged;
    expect(order).toEqual(['read', 'tag']);
  });

  test('is taken off the queue by a signal', async () => {
    const [controller, reason] = [new AbortController(), new Error('no longer wanted')];
    const reading = reader.read(QUESTION, passages(300, 'Signal'), { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 30);
    await expect(reading).rejects.toBe(reason);
    expect(reader.waiting()).toBeLessThan(10);
    await expect(reader.tag([TEXT], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('keeps every span within the sentence, whatever the text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), async (question, parts) => {
        let at = 0;
        const sentences = parts.map((part) => [at, (at += part.length + 1) - 1] as const);
        const {
          passages: [reading],
        } = await read(question, [{ text: parts.join(' '), sentences }]);
        expect(reading!.sentences).toHaveLength(parts.length);
        for (const [index, sentence] of reading!.sentences.entries()) {
          if (!sentence) continue;
          const [[start, end], [from, to]] = [sentences[index]!, sentence.answer];
          expect(start <= from && from < to && to <= end).toBe(true);
          expect(sentence.answerScore).toBeLessThanOrEqual(sentence.score + 1e-4);
          expect(sentence.score).toBeLessThanOrEqual(reading!.score + 1e-4);
        }
        expect(reading!.noAnswer >= 0 && reading!.noAnswer <= 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('cuts what is beyond the model’s tokens, and says which sentences those are', async () => {
    const long = 'word '.repeat(600);
    const text = `Eleven people were hurt. ${long}. The end.`;
    const sentences = [
      [0, 24],
      [text.length - 8, text.length],
    ] as const;
    const {
      passages: [reading],
    } = await read(`${QUESTION} ${long}`, [{ text, sentences }]);
    expect(reading!.sentences.map((sentence) => sentence !== undefined)).toEqual([true, false]);
  });

  test('finds nothing in no text', async () => {
    const {
      passages: [reading],
    } = await read('', [{ text: '', sentences: [] }]);
    expect(reading).toEqual({ score: -Infinity, noAnswer: 1, answer: undefined, sentences: [] });
    expect(await reader.read(QUESTION, [])).toEqual({ ready: true, passages: [], unread: [] });
  });
});

describe('tag and place', () => {
  test('give words in order that cover every letter, and a tree only where there is one', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string()), async (sentence) => {
        const tagging = await reader.tag([sentence]);
        const { words, isTree } = tagging.ready ? tagging.sentences[0]! : { words: [], isTree: false };
        let before = 0;
        for (const {
          span: [start, end],
          head,
          upos,
          relation,
        } of words) {
          expect(start >= before && start < end && end <= sentence.length).toBe(true);
          expect(head >= -1 && head < words.length).toBe(true);
          expect([upos, relation]).not.toContain('_');
          before = start;
        }
        const roots = words.filter(({ head }) => head === -1).length;
        if (isTree) expect(roots).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  test('answer every text in order, none for none', async () => {
    const texts = Array.from({ length: 50 }, (_, at) => `Text ${at}`);
    const [tagging, placing] = await Promise.all([reader.tag(texts), reader.place(texts)]);
    expect(tagging.ready && tagging.sentences.map(({ words }) => texts[0]!.slice(...words[0]!.span))).toEqual(
      texts.map(() => 'Text'),
    );
    expect(placing.ready && new Set(placing.vectors.map((vector) => vector.join(' '))).size).toBe(50);
    expect(await reader.tag([])).toEqual({ ready: true, sentences: [] });
    expect(await reader.place([])).toEqual({ ready: true, vectors: [] });
  });

  test('say that a sentence beyond the model’s tokens is not complete', async () => {
    const tagging = await reader.tag(['word '.repeat(510), 'word '.repeat(511)]);
    expect(tagging.ready && tagging.sentences.map(({ isComplete }) => isComplete)).toEqual([true, false]);
  });

  test('place what means the same nearer than what does not', async () => {
    const placing = await reader.place([
      'Eleven people were hurt.',
      'Several persons were injured.',
      'Fares rise by 4%.',
    ]);
    const [first, second, third] = placing.ready ? placing.vectors : [];
    const near = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    expect(near(first!, second!)).toBeGreaterThan(near(first!, third!) + 0.2);
  });
});

describe('a reader that cannot read', () => {
  test.each([
    [
      'model-missing',
      (folder: string) => unlinkSync(join(folder, 'reader.onnx')),
      { kind: 'missing', file: 'reader.onnx' },
    ],
    [
      'model-damaged',
      (folder: string) => truncateSync(join(folder, 'reader.onnx'), 1e6),
      { kind: 'damaged', file: 'reader.onnx' },
    ],
    [
      'model-damaged',
      (folder: string) => writeFileSync(join(folder, 'labels.json'), '{}'),
      { kind: 'damaged', file: 'labels.json' },
    ],
    ['model-damaged', flipBit, { kind: 'damaged', file: 'reader.onnx' }],
  ] as const)('says %s, at each call', async (reason, damage, check) => {
    const folder = mkdtempSync(join(tmpdir(), 'model-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync(MODEL_FOLDER, folder, { recursive: true });
    expect(await checkModel(folder)).toEqual({ kind: 'whole' });
    damage(folder);
    expect(await checkModel(folder)).toEqual(check);
    const damaged = createReader({ folder });
    expect(damaged.status()).toEqual({ state: 'idle' });
    expect(await damaged.read(QUESTION, [PASSAGE])).toEqual({ ready: false, reason });
    expect(await damaged.tag([TEXT])).toEqual({ ready: false, reason });
    expect(await damaged.warm()).toEqual({ state: 'off', reason, detail: check.file });
    await damaged.close();
  });

  test('says that no runtime can be loaded', async () => {
    const none = createReader({ runtimes: [] });
    expect(await none.warm()).toMatchObject({ state: 'off', reason: 'runtime-missing' });
    await none.close();
  });

  test('answers what waits when it is closed, and all that comes later', async () => {
    const closed = createReader();
    const waiting = closed.read(QUESTION, passages(50, 'Closed'));
    await closed.close();
    expect(await waiting).toEqual({ ready: false, reason: 'closed' });
    expect(await closed.place([TEXT])).toEqual({ ready: false, reason: 'closed' });
    await closed.close();
  });
});

function flipBit(folder: string): void {
  const bytes = readFileSync(join(folder, 'reader.onnx'));
  bytes[12_345_678]! ^= 1;
  writeFileSync(join(folder, 'reader.onnx'), bytes);
}
