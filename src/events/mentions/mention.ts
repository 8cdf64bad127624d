import type { Trigger } from './triggers.ts';

/** Whether an event happened, as its clause says. */
export type Modality = 'actual' | 'foiled' | 'planned' | 'possible' | 'denied';

/** A word of a sentence that expresses an event. */
export interface Mention {
  readonly trigger: Trigger;
  /** Index of the trigger among the sentence's words. */
  readonly at: number;
  /** Index of the first word of its verb group ("have been arrested"); the same as `at` for nouns. */
  readonly from: number;
  readonly modality: Modality;
  /**
   * Whether it is a verb about one time: past, perfect, or in progress; or a noun that is the object of such a verb.
   */
  readonly finite: boolean;
  readonly passive: boolean;
  /** Index of the verb that makes a noun an event: "conducted" of "conducted attacks". */
  readonly support?: number;
}
