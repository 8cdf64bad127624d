import type { Clause } from '../clauses/clause.ts';
import type { Place } from '../places/places.ts';
import { isNarrative } from './narrative.ts';
import { saysOtherDay } from './sceneDay.ts';

/** Kinds that are told of a market or a number, which is nowhere in particular. */
const NOWHERE = /^(?:growth|decline)$/u;
/** What is done at a hearing is done where it is held. */
export const HEARING = /^(?:testify|plead|rule|sentence|convict|acquit)$/u;

/** The places of the days that the clauses so far told of. */
export interface StoryPlaces {
  /** Where what goes on from an earlier clause happens: there, or where its teller had got to. */
  readonly of: (clause: Clause) => readonly Place[] | undefined;
  readonly told: (clause: Clause) => void;
}

/** Keeps where what opened a story happened, by the date that the clauses of its day share. */
export function createStoryPlaces(): StoryPlaces {
  const places = new Map<number, readonly Place[]>();
  const openers = new Map<number, Clause>();
  return {
    of: ({ date, kind, tree }) => {
      if (!date || NOWHERE.test(kind)) return undefined;
      const { token } = openers.get(date.span[0]) ?? {};
      const isOfHearing = date.ruleId === 'day-of-the-lead' && token !== undefined && HEARING.test(token.lemma);
      if (saysOtherDay(tree)) places.delete(date.span[0]);
      return date.ruleId === 'day-of-the-story' || isOfHearing ? places.get(date.span[0]) : undefined;
    },
    told: (clause) => {
      const { date, modality, places: own } = clause;
      if (!date || modality !== 'actual') return;
      const opener = openers.get(date.span[0]);
      if (!opener) openers.set(date.span[0], clause);
      const moves = !opener || opener.places.length === 0 || (isNarrative(clause) && own[0]?.inferred === undefined);
      if (moves && own.length > 0) places.set(date.span[0], own);
    },
  };
}
