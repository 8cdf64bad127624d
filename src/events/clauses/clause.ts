import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Features, SentencePlace } from '../finding/sentencePlace.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Antecedents } from '../passage/antecedents.ts';
import type { Modality } from '../mentions/mention.ts';
import type { Place } from '../places/places.ts';
import type { Span } from '../../language/span.ts';
import type { ClauseTree, Token } from './clauseTree.ts';

/** Who acts: a name, or whatever words the clause has for it. */
export interface Actor {
  readonly span: Span;
  /** Set if another sentence names it. */
  readonly inferred?: 'context' | undefined;
}

/** A word that may tell of an event, with what its clause says. */
export interface Clause {
  readonly tree: ClauseTree;
  readonly token: Token;
  readonly place: SentencePlace;
  readonly kind: EventKind;
  readonly modality: Modality;
  readonly date: DateExpression | undefined;
  /** Whether its sentence says when anything was. */
  readonly dated: boolean;
  readonly places: readonly Place[];
  /** All places that its sentence names, whether or not it happened there. */
  readonly named: readonly Place[];
  readonly actors: readonly Actor[];
  /** What the pronouns of the article stand for. */
  readonly antecedents?: Antecedents;
  /** Whether it is all that an entry of a programme names. */
  readonly isEntry: boolean;
  readonly features: Features;
}
