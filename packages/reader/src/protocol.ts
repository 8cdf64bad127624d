import type { Gate } from './gate.ts';
import type { OffReason, Passage, PassageReading, RuntimeKind, TaggedSentence } from './reader.ts';

/** What the thread is started with. */
export interface WorkerSettings {
  readonly folder: string;
  readonly threads: number;
  readonly kinds: readonly RuntimeKind[];
  readonly gate: Gate;
}

/** A few items of one kind of work, by kind: what goes in and what comes out for each. */
export interface Work {
  readonly read: { readonly item: Passage; readonly result: PassageReading };
  readonly tag: { readonly item: string; readonly result: TaggedSentence };
  readonly place: { readonly item: string; readonly result: Float32Array };
}
export type WorkKind = keyof Work;

/** A message to the thread. */
export type Request =
  | { readonly kind: 'close' }
  | {
      readonly [Kind in WorkKind]: {
        readonly kind: Kind;
        readonly id: number;
        /** For `read`; empty otherwise. */
        readonly question: string;
        readonly items: readonly Work[Kind]['item'][];
      };
    }[WorkKind];

/** A message from the thread. */
export type Response =
  | { readonly kind: 'ready'; readonly runtime: RuntimeKind }
  | { readonly kind: 'failed'; readonly reason: OffReason; readonly detail: string }
  | { readonly kind: 'done'; readonly id: number; readonly results: readonly Work[WorkKind]['result'][] };
