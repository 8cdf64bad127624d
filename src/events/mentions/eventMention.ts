import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Span } from '../../language/span.ts';
import type { Mention, Modality } from './mention.ts';
import type { Place } from '../places/places.ts';
import type { EventKind } from './triggers.ts';

/** What one sentence tells of one event. */
export interface EventMention {
  readonly label: string;
  readonly kind: EventKind;
  readonly modality: Modality;
  readonly date: DateExpression | undefined;
  readonly places: readonly Place[];
  readonly actors: readonly Span[];
  /** The sentence. */
  readonly span: Span;
  /** The word that tells of the event. */
  readonly trigger: Span;
  readonly mention: Mention;
  /** A place opens the sentence, or is close to the trigger. */
  readonly placed: boolean;
  /** It only goes back to what was told before: "the attack", "this crime". */
  readonly anaphoric: boolean;
  /** Names of whom or what it is about, in lower case, a word each. */
  readonly names: ReadonlySet<string>;
  /** How much makes it one definite event. */
  readonly weight: number;
}

/** An event before it is known how much makes it one. */
export type BareMention = Omit<EventMention, 'label' | 'weight' | 'placed' | 'anaphoric' | 'names'>;
