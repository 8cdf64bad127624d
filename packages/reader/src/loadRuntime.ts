import type * as onnxruntime from 'onnxruntime-node';
import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-node';
import { readFile } from 'node:fs/promises';
import type { RuntimeKind } from './reader.ts';
import { withOutput } from './withOutput.ts';

/** One input of the model, alone: what is computed for it then never depends on what is read at the same time. */
export interface Input {
  readonly ids: readonly number[];
  /** Index of the first token of the passage; the number of tokens if there is none. */
  readonly passageAt: number;
}

/** The model in a runtime. */
export interface Runtime {
  readonly kind: RuntimeKind;
  /** Computes the named outputs, each flat. */
  readonly run: <Name extends OutputName>(
    input: Input,
    names: readonly Name[],
  ) => Promise<Readonly<Record<Name, Numbers>>>;
  readonly close: () => Promise<void>;
}

/** Outputs of the model; the card says what each holds. */
type OutputName = 'span' | 'upos' | 'head' | 'relation' | 'name' | 'event' | 'mean' | 'state';
export type Numbers = Float32Array | BigInt64Array;

type Library = Pick<typeof onnxruntime, 'InferenceSession' | 'Tensor' | 'env'>;

/**
 * Loads the model into the native runtime, or into WebAssembly if there is no native one for this machine. Throws the
 * last one's error if none can be loaded.
 */
export async function loadRuntime(
  model: string,
  {
    threads,
    kinds,
    state,
  }: {
    readonly threads: number;
    readonly kinds: readonly RuntimeKind[];
    /** The tensor that the output `state` is. */
    readonly state: string;
  },
): Promise<Runtime> {
  const bytes = withOutput(await readFile(model), state);
  let failure: unknown;
  for (const kind of kinds) {
    try {
      return await load(kind, { bytes, threads, state });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function load(
  kind: RuntimeKind,
  { bytes, threads, state }: { readonly bytes: Uint8Array; readonly threads: number; readonly state: string },
): Promise<Runtime> {
  const { InferenceSession, Tensor, env } = await LIBRARIES[kind]();
  // Its own threads need blob URLs, which Node's workers refuse.
  if (kind === 'wasm') env.wasm.numThreads = 1;
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: threads, interOpNumThreads: 1 });
  return {
    kind,
    async run(input, names) {
      const tensors = names.map((name) => (name === 'state' ? state : name));
      const outputs = await session.run(feedsOf(input, Tensor), tensors);
      return Object.fromEntries(names.map((name, at) => [name, outputs[tensors[at]!]!.data])) as Record<
        (typeof names)[number],
        Numbers
      >;
    },
    close: () => session.release(),
  };
}

const LIBRARIES: Readonly<Record<RuntimeKind, () => Promise<Library>>> = {
  native: async () => import('onnxruntime-node'),
  wasm: async () => import('onnxruntime-web'),
};

function feedsOf({ ids, passageAt }: Input, tensor: typeof Tensor): InferenceSession.FeedsType {
  const row = (value: (id: number, at: number) => number): TypedTensor<'int64'> =>
    new tensor(
      'int64',
      BigInt64Array.from(ids, (id, at) => BigInt(value(id, at))),
      [1, ids.length],
    );
  return {
    input_ids: row((id) => id),
    attention_mask: row(() => 1),
    token_type_ids: row((_, at) => (at < passageAt ? 0 : 1)),
  };
}
