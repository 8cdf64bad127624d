import type { Span } from '../language/span.ts';
import type { EventDate, Fragment } from './eventFragments.ts';
import type { Modality } from './mentions/mention.ts';
import type { EventKind } from './mentions/triggers.ts';

/** Whether a person has reviewed an event, and the result. */
type EventStatus = 'extracted' | 'confirmed' | 'corrected' | 'rejected';

/** Something that the article says happened, was foiled, said or planned. All spans are in the source. */
export interface ExtractedEvent {
  /** The source's own words for it. */
  readonly label: string;
  readonly kind: EventKind;
  readonly modality: Modality;
  readonly date: EventDate | null;
  readonly places: readonly Fragment[];
  readonly actors: readonly Fragment[];
  /** A whole sentence. */
  readonly span: Span;
  /** The word of that sentence that expresses it; distinguishes the events of one sentence. */
  readonly trigger: Span;
  /** Other sentences about the same event, in order. */
  readonly also: readonly Span[];
  readonly status: EventStatus;
}
