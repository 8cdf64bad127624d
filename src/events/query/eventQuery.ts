import type { ExtractedEvent } from '../extractEvents.ts';

/** What to look for. Everything given must hold. */
export interface EventQuery {
  /** Free words: "attacks in Iran", "arrests this summer", "since March 2023". Dates and places in them are understood. */
  readonly about?: string | undefined;
  /** The first day that matters, as EDTF or in words. */
  readonly from?: string | undefined;
  /** The last day that matters, as EDTF or in words. */
  readonly to?: string | undefined;
  /** A place; a country takes in the places that are known to lie in it. */
  readonly place?: string | undefined;
  /** Somebody who acts, or is named in the sentence. */
  readonly who?: string | undefined;
}

/** An event with the source that its spans point into. */
export interface SourcedEvent {
  readonly event: Omit<ExtractedEvent, 'status'>;
  readonly source: string;
  /** The date of its article, which the question's "last summer" is read against where today's finds nothing. */
  readonly published?: string | undefined;
}

/** A word of the question for it, as the events are compared with it. */
export interface AskedWord {
  readonly typed: string;
  readonly stem: string;
  /** The family of kinds that the word names: "attacks" asks for bombings and shootings too. */
  readonly family: string | undefined;
}

/** What words such as "last summer" mean as of a day that is not today. */
export interface AsOf {
  readonly published: string;
  readonly phrase: string;
  readonly edtf: string;
}
