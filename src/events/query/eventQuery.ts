import type { ExtractedEvent } from '../extractedEvent.ts';
import type { EventKind } from '../mentions/triggers.ts';

/** What to look for. All given conditions must be met. */
export interface EventQuery {
  /** Free words: "attacks in Iran", "arrests this summer", "since March 2023". Dates and places in them are understood. */
  readonly about?: string | undefined;
  /** Only events from this date on; EDTF or words. */
  readonly from?: string | undefined;
  /** Only events until this date; EDTF or words. */
  readonly to?: string | undefined;
  /** A place; a country includes the places known to be in it. */
  readonly place?: string | undefined;
  /** Somebody who acts, or is named in the sentence. */
  readonly who?: string | undefined;
}

/** An event with the source of its spans. */
export interface SourcedEvent {
  readonly event: Omit<ExtractedEvent, 'status'>;
  readonly source: string;
  /**
   * The date of its article, which relative dates in the question are resolved against if today's date finds nothing.
   */
  readonly published?: string | undefined;
}

/** A word of the question for it, as the events are compared with it. */
export interface AskedWord {
  readonly typed: string;
  readonly stem: string;
  /** The kinds that the word names: "attacks" also matches bombings and shootings, "killings" no other deaths. */
  readonly kinds: ReadonlySet<EventKind> | undefined;
}

/** The meaning of words such as "last summer" as of a day that is not today. */
export interface AsOf {
  readonly published: string;
  readonly phrase: string;
  readonly edtf: string;
}
