import type { Reader } from 'rapporteur-reader';
import { bytesOf, DIMENSIONS } from '../../src/answer/reading/byteVectors.ts';
import type { VectorFiles } from '../../src/answer/reading/createMeaning.ts';
import { sentencesOf } from './plainIndex.ts';
import { createRandom, makeArticles, readerWords } from './texts.ts';

const PLACED = 300;

/**
 * Makes vectors for more sentences than can be placed in a bench: each is midway between those of two sentences that the reader
 * has placed, drawn at random, the same at each run. So they are as near to one another as those of real sentences.
 */
export async function madeVectors(reader: Pick<Reader, 'place'>): Promise<VectorFiles> {
  const placing = await reader.place(sentencesOf(makeArticles(PLACED, { seed: 5, words: readerWords() })));
  if (!placing.ready) throw new Error(`Cannot place sentences: ${placing.reason}`);
  const { vectors } = placing;
  const random = createRandom(11);
  const draw = (): Float32Array => vectors[Math.floor(random() * vectors.length)]!;
  return {
    // The title has one too.
    read: (article) => Promise.resolve(bytesOf([...sentencesOf([article]), ''].map(() => midway(draw(), draw())))),
    write: () => Promise.resolve(),
  };
}

function midway(one: Float32Array, other: Float32Array): Float32Array {
  const sum = Float32Array.from({ length: DIMENSIONS }, (_, at) => one[at]! + other[at]!);
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
