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
}
