/** Half-open `[start, end)` in UTF-16 code units of the text given. */
export type Span = readonly [start: number, end: number];

/** A few whole sentences to read together, best at about 140 tokens. */
export interface Passage {
  readonly text: string;
  /** The sentences, in order, within `text`; what is outside them, such as a heading, is read as context. */
  readonly sentences: readonly Span[];
}

export interface SentenceReading {
  /** Log-odds that the answer is here rather than nowhere in the passage; 0 is even. */
  readonly score: number;
  /** The words most likely to be the answer, at most 30 tokens of the passage's text. */
  readonly answer: Span;
  /** The same log-odds for exactly these words. */
  readonly answerScore: number;
}

export interface PassageReading {
  /** Log-odds that the answer is anywhere in the passage. */
  readonly score: number;
  /** Probability, 0 to 1, of no answer in the passage by the model's own reckoning; not calibrated. */
  readonly noAnswer: number;
  /** The words most likely to be the answer in the whole passage; undefined if the passage has no words. */
  readonly answer: Span | undefined;
  /** One for each sentence; undefined if it has no words or lies beyond the model's 512 tokens. */
  readonly sentences: readonly (SentenceReading | undefined)[];
}

export interface Reading {
  readonly ready: true;
  /** One for each passage, in the order given; undefined if the budget ended before it was read. */
  readonly passages: readonly (PassageReading | undefined)[];
  /** Indexes of the passages that were not read. */
  readonly unread: readonly number[];
}

/** Universal part of speech. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export type NameKind = 'person' | 'org' | 'place' | 'event' | 'work' | 'misc' | 'time';

/** Class of an event mention, by TimeML. */
export type EventClass = 'OCCURRENCE' | 'I_ACTION' | 'REPORTING' | 'PERCEPTION' | 'ASPECTUAL' | 'STATE' | 'I_STATE';

export interface Word {
  readonly span: Span;
  readonly upos: PartOfSpeech;
  /** Index of the governing word; -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation to the head, such as `nsubj:pass`. */
  readonly relation: string;
  /** Whether the word is in a name, and begins it. The model sees no capitals: a hint only. */
  readonly name: { readonly kind: NameKind; readonly begins: boolean } | undefined;
  readonly event: EventClass | undefined;
  /**
   * Whether the word tells of something that a timeline of its text would have, as far as the sentence alone says: log-odds
   * to a tenth, to be added to what else is known.
   */
  readonly telling: number;
}

export interface TaggedSentence {
  readonly words: readonly Word[];
  /** Whether the heads make one tree: one root, reached from every word. Check before walking them. */
  readonly isTree: boolean;
  /** Whether all of the sentence was tagged; what lies beyond 510 tokens is not. */
  readonly isComplete: boolean;
}

export interface Tagging {
  readonly ready: true;
  readonly sentences: readonly TaggedSentence[];
}

export interface Placing {
  readonly ready: true;
  /** Unit vectors of 384 numbers: the dot product of two is their nearness of meaning. */
  readonly vectors: readonly Float32Array[];
}

/** Which build of the runtime works: machine code, or WebAssembly (about four times slower). */
export type RuntimeKind = 'native' | 'wasm';

/**
 * Why nothing can be read: a file of the model is missing or not the one that the checksums name, no runtime can be
 * loaded here, it crashed twice, or the reader was closed.
 */
export type OffReason = 'model-missing' | 'model-damaged' | 'runtime-missing' | 'crashed' | 'closed';

export interface Unavailable {
  readonly ready: false;
  readonly reason: OffReason;
}

export type ReaderStatus =
  | { readonly state: 'idle' | 'loading' }
  | { readonly state: 'ready'; readonly runtime: RuntimeKind; readonly loadMs: number }
  | { readonly state: 'off'; readonly reason: OffReason; readonly detail: string };

/** Questions are served before background work, however much of that is waiting. */
export type Priority = 'question' | 'background';

export interface WorkOptions {
  /** Default: `question` for `read`, `background` for `tag` and `place`. */
  readonly priority?: Priority | undefined;
  /** Takes the work off the queue; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions extends WorkOptions {
  /** How long reading may take, with waiting and loading, in milliseconds. Default: no limit. */
  readonly budgetMs?: number | undefined;
}

/** Reads, tags and places texts in a thread of its own. The model is loaded at the first use. */
export interface Reader {
  readonly status: () => ReaderStatus;
  /** How many passages, sentences and texts are waiting or under way, of one priority or of both. */
  readonly waiting: (priority?: Priority) => number;
  /** Loads the model, unless it is loaded already. */
  readonly warm: () => Promise<ReaderStatus>;
  /** Reads the passages for what answers a question, in the order given. */
  readonly read: (
    question: string,
    passages: readonly Passage[],
    options?: ReadOptions,
  ) => Promise<Reading | Unavailable>;
  readonly tag: (sentences: readonly string[], options?: WorkOptions) => Promise<Tagging | Unavailable>;
  /** Places sentences or questions by meaning. */
  readonly place: (texts: readonly string[], options?: WorkOptions) => Promise<Placing | Unavailable>;
  /** Ends the thread; whatever was waiting is answered with `closed`. */
  readonly close: () => Promise<void>;
}
