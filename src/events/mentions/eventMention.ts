import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Span } from '../../language/span.ts';
import type { Mention, Modality } from './mention.ts';
import type { Place } from '../places/places.ts';
import type { EventKind } from './triggers.ts';

/** What one sentence says about one event. */
export interface EventMention {
  readonly label: string;
  readonly kind: EventKind;
  readonly modality: Modality;
  readonly date: DateExpression | undefined;
  readonly places: readonly Place[];
  readonly actors: readonly Span[];
  /** The sentence. */
  readonly span: Span;
  /** The word that expresses the event. */
  readonly trigger: Span;
  readonly mention: Mention;
  /** A place opens the sentence, or is close to the trigger. */
  readonly placed: boolean;
  /** It only refers back to an earlier event: "the attack", "this crime". */
  readonly anaphoric: boolean;
  /** Names of who or what it is about, in lower case, one word each. */
  readonly names: ReadonlySet<string>;
  /** How strongly it is one definite event. */
  readonly weight: number;
}

/** An event before its weight is known. */
export type BareMention = Omit<EventMention, 'label' | 'weight' | 'placed' | 'anaphoric' | 'names'>;
