import type { Trigger } from './triggers.ts';

/** Whether an event happened, as its clause says. */
export type Modality = 'actual' | 'foiled' | 'planned' | 'possible' | 'denied';

/** A word of a sentence that tells of an event. */
export interface Mention {
  readonly trigger: Trigger;
  /** Index of the trigger among the sentence's words. */
  readonly at: number;
  /** Index of the first word of its verb group ("have been arrested"); the same as `at` for nouns. */
  readonly from: number;
  readonly modality: Modality;
  /** A verb that tells of one time: past, perfect, or under way; a noun that such a verb has as its object. */
  readonly finite: boolean;
  readonly passive: boolean;
  /** The verb that makes an event of a noun: "conducted" of "conducted attacks"; its index. */
  readonly support?: number;
}
