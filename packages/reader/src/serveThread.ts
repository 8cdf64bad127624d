import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { checkModel } from './checkModel.ts';
import { pass } from './gate.ts';
import { readingInput, sentenceInput } from './inputs.ts';
import { loadRuntime, type Runtime } from './loadRuntime.ts';
import type { Request, Response, WorkerSettings } from './protocol.ts';
import type { OffReason, PassageReading, TaggedSentence } from './reader.ts';
import { scorePassage } from './scorePassage.ts';
import { tagWords, type Labels } from './tagWords.ts';
import type { TellingHead } from './telling.ts';
import { createTokenizer, type Tokenizer, type TokenizerFile } from './tokenizer.ts';

const TAGS = ['upos', 'head', 'relation', 'name', 'event', 'state'] as const;

interface Model {
  readonly runtime: Runtime;
  readonly tokenizer: Tokenizer;
  readonly labels: Labels;
  readonly telling: TellingHead;
}

interface Failure {
  readonly reason: OffReason;
  readonly detail: string;
}

/** Checks and loads the model, then serves one request after the other, in the order received, until the gate is shut. */
export async function serveThread(port: MessagePort, settings: WorkerSettings): Promise<void> {
  const model = await open(settings);
  if (!model) return;
  if ('reason' in model) return port.postMessage({ kind: 'failed', ...model } satisfies Response);
  let last = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last.then(() => serve(request, { port, model, settings }));
  });
  port.postMessage({ kind: 'ready', runtime: model.runtime.kind } satisfies Response);
}

/** Returns undefined if the gate was shut meanwhile. */
async function open({ folder, threads, kinds, gate }: WorkerSettings): Promise<Model | Failure | undefined> {
  const check = await checkModel(folder);
  if (check.kind !== 'whole') return { reason: `model-${check.kind}`, detail: check.file };
  try {
    const telling = await readJson<TellingHead>(`${folder}/telling.json`);
    const state = telling.tensor;
    const runtime = await pass(gate, () => loadRuntime(`${folder}/reader.onnx`, { threads, kinds, state }));
    if (!runtime) return undefined;
    return {
      runtime,
      tokenizer: createTokenizer(await readJson<TokenizerFile>(`${folder}/tokenizer.json`)),
      labels: await readJson<Labels>(`${folder}/labels.json`),
      telling,
    };
  } catch (error) {
    return { reason: 'runtime-missing', detail: error instanceof Error ? error.message : String(error) };
  }
}

interface Serving {
  readonly port: MessagePort;
  readonly model: Model;
  readonly settings: WorkerSettings;
}

async function serve(request: Request, { port, model, settings: { gate } }: Serving): Promise<void> {
  const { runtime, tokenizer, labels, telling } = model;
  switch (request.kind) {
    case 'close':
      await runtime.close();
      return port.close();
    case 'read': {
      const results: PassageReading[] = [];
      for (const { text, sentences } of request.items) {
        const encoded = readingInput(tokenizer, { question: request.question, text });
        const outputs = await pass(gate, () => runtime.run(encoded.input, ['span']));
        if (!outputs) return;
        results.push(scorePassage(encoded, { logits: outputs.span as Float32Array, sentences }));
      }
      return port.postMessage({ kind: 'done', id: request.id, results } satisfies Response);
    }
    case 'tag': {
      const results: TaggedSentence[] = [];
      for (const text of request.items) {
        const { input, tokens } = sentenceInput(tokenizer, text);
        const outputs = await pass(gate, () => runtime.run(input, TAGS));
        if (!outputs) return;
        results.push(tagWords(tokens, outputs, { labels, telling }));
      }
      return port.postMessage({ kind: 'done', id: request.id, results } satisfies Response);
    }
    case 'place': {
      const results: Float32Array<ArrayBuffer>[] = [];
      for (const text of request.items) {
        const { input } = sentenceInput(tokenizer, text);
        const outputs = await pass(gate, () => runtime.run(input, ['mean']));
        if (!outputs) return;
        results.push(Float32Array.from(outputs.mean, Number));
      }
      const transferred = results.map(({ buffer }) => buffer);
      return port.postMessage({ kind: 'done', id: request.id, results } satisfies Response, transferred);
    }
    default:
      request satisfies never;
  }
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
