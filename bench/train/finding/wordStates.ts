import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MODEL_FOLDER } from '../../../packages/reader/src/checkModel.ts';
import { sentenceInput } from '../../../packages/reader/src/inputs.ts';
import { loadRuntime } from '../../../packages/reader/src/loadRuntime.ts';
import { stateOf, type TellingHead } from '../../../packages/reader/src/telling.ts';
import { createTokenizer, type TokenizerFile } from '../../../packages/reader/src/tokenizer.ts';

/** What the model knows of each word of a sentence, by where the word starts. */
export type WordStates = ReadonlyMap<number, Float32Array>;

/** The model, asked for its states. */
export interface StateReader {
  readonly statesOf: (sentence: string) => Promise<WordStates>;
  readonly close: () => Promise<void>;
}

/** Loads the model that comes with the reader. */
export async function createStateReader(): Promise<StateReader> {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(MODEL_FOLDER, name), 'utf8'));
  const { tensor, weights } = read('telling.json') as TellingHead;
  const tokenizer = createTokenizer(read('tokenizer.json') as TokenizerFile);
  const model = path.join(MODEL_FOLDER, 'reader.onnx');
  const runtime = await loadRuntime(model, { threads: 1, kinds: ['native'], state: tensor });
  return {
    async statesOf(sentence) {
      const { input, tokens } = sentenceInput(tokenizer, sentence);
      const { state } = await runtime.run(input, ['state']);
      const states = tokens.starts.map(
        (start, at) => [start, Float32Array.from(stateOf(state, at, weights.length), Number)] as const,
      );
      // Of several tokens that start at one place, such as those of an accent, the first counts.
      return new Map(states.toReversed());
    },
    close: () => runtime.close(),
  };
}
