import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader, type Reader, type Word } from '../src/createReader.ts';
import { READINGS, TAGGINGS, type TaggingReference } from './reference.ts';

/**
 * How far a score may be from the reference: this machine's native runtime differs by its rounding alone, and kernels for
 * other processors and WebAssembly multiply small whole numbers differently.
 */
const SCORE_TOLERANCE = { native: 0.5, wasm: 1 } as const;
const MEAN_TOLERANCE = 0.02;

describe.each(['native', 'wasm'] as const)('the %s runtime agrees with the reference', (runtime) => {
  let reader: Reader;
  beforeAll(() => {
    reader = createReader({ runtimes: [runtime] });
  });
  afterAll(() => reader.close());

  test('once it is loaded', async () => {
    expect(await reader.warm()).toMatchObject({ state: 'ready', runtime });
  });

  test.each(READINGS)('on "$question"', async ({ question, passage, score, answer }) => {
    const reading = await reader.read(question, [{ text: passage, sentences: [[0, passage.length]] }]);
    const [found] = reading.ready ? reading.passages : [];
    expect(Math.abs(found!.score - score)).toBeLessThan(SCORE_TOLERANCE[runtime]);
    expect(passage.slice(...found!.answer!)).toBe(answer);
    expect(found!.sentences[0]).toMatchObject({ score: found!.score, answer: found!.answer });
  });

  test('that what happened tells more than what is usual', async () => {
    const tagging = await reader.tag(['The bank raised its rate on Monday.', 'Many people enjoy a walk in the park.']);
    const [raised, enjoy] = tagging.ready ? tagging.sentences.map(({ words }) => words[2]!.telling) : [];
    expect(raised! - enjoy!).toBeGreaterThan(1);
  });

  test.each(TAGGINGS)('on the words of "$sentence"', async (reference) => {
    const { sentence, mean } = reference;
    const tagging = await reader.tag([sentence]);
    const { words } = tagging.ready ? tagging.sentences[0]! : { words: [] };
    expect(words.map(tagsOf)).toEqual(words.map((word) => referenceTags(reference, word, words)));
    const placing = await reader.place([sentence]);
    const [vector] = placing.ready ? placing.vectors : [];
    expect(vector).toHaveLength(384);
    expect(Math.hypot(...vector!)).toBeCloseTo(1, 4);
    for (const [at, value] of mean.entries()) expect(Math.abs(vector![at]! - value)).toBeLessThan(MEAN_TOLERANCE);
  });
});

function tagsOf({ upos, head, relation, name, event }: Word) {
  const bio = name ? `${name.begins ? 'B' : 'I'}-${name.kind}` : 'O';
  return { upos, head, relation, name: bio, event: event ?? 'O' };
}

/** What the reference says of the first token of a word, with the head as a word. */
function referenceTags(reference: TaggingReference, { span }: Word, words: readonly Word[]) {
  const { offsets, upos, head, relation, name, event } = reference;
  const token = offsets.findIndex(([start]) => start === span[0]);
  const governing = offsets[head[token]! - 1]?.[0] ?? -1;
  // A word's own label is the best of those that words have; "_" says that a token continues one.
  const labelOf = (labels: readonly (string | null)[]) => {
    const label = labels[token];
    return label === null || label === '_' ? (expect.any(String) as string) : label;
  };
  return {
    upos: labelOf(upos),
    head: words.findIndex(({ span: [start, end] }) => start <= governing && governing < end),
    relation: labelOf(relation),
    name: labelOf(name),
    event: labelOf(event),
  };
}
