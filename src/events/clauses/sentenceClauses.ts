import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { clauseFeatures } from '../finding/clauseFeatures.ts';
import type { SentencePlace } from '../finding/sentencePlace.ts';
import type { EventKind } from '../mentions/triggers.ts';
import { candidatesIn, entryIn } from './clauseCandidates.ts';
import type { Clause } from './clause.ts';
import { clauseActors } from './clauseActors.ts';
import { clauseDates } from '../clauseDates/clauseDates.ts';
import { clausePlaces } from './clausePlaces.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { isNoTime } from '../clauseDates/noTime.ts';
import { kindOfClause, knownKind } from './kindOfClause.ts';
import { modalityOf } from './modality.ts';
import { timed } from '../clauseDates/timed.ts';
import { placesIn } from '../places/places.ts';

/** Reads the candidates of a sentence, in order. */
export function sentenceClauses(
  tree: ClauseTree,
  {
    text,
    dates,
    place,
    written,
  }: {
    text: string;
    dates: readonly DateExpression[];
    place: SentencePlace;
    written: number | undefined;
  },
): readonly Clause[] {
  const inside = dates.filter(
    ({ span, ruleId }) => span[0] >= tree.span[0] && span[1] <= tree.span[1] && ruleId !== 'holds-at-article-date',
  );
  const entry = entryIn(tree, inside);
  // "Last fall": a word of a date tells of no event.
  const found = candidatesIn(tree).filter(
    ({ span }) => !inside.some((date) => span[0] >= date.span[0] && span[1] <= date.span[1]),
  );
  const candidates = entry && !found.includes(entry) ? [...found, entry].sort((a, b) => a.at - b.at) : found;
  if (candidates.length === 0) return [];
  const kinds = new Map(candidates.map((token) => [token, kindOfClause(tree, token)]));
  const kindOf = (token: Token): EventKind => kinds.get(token) ?? 'other';
  const dated = inside.some((date) => !isNoTime(tree, date, candidates));
  // "Approved roads, bridges and other works on Tuesday": the date is not that of works.
  const telling = candidates.filter(({ event, upos }) => event !== undefined || upos === 'VERB');
  const owned = clauseDates(tree, telling, inside);
  const named = placesIn(text, tree.span);
  const places = clausePlaces(tree, candidates, { text, named, kindOf });
  return candidates.map((token): Clause => {
    const kind = kindOf(token);
    const { date, modality } = timed(tree, token, {
      modality: modalityOf(tree, token),
      date: owned.get(token) ?? (token === entry ? inside[0] : undefined),
      written,
    });
    return {
      tree,
      token,
      place,
      kind,
      modality,
      date,
      dated,
      places: places.get(token) ?? [],
      named,
      isEntry: token === entry,
      actors: token === entry ? [] : clauseActors(tree, token, kind).map((span) => ({ span })),
      features: clauseFeatures(tree, token, {
        place,
        date,
        kind: knownKind(tree, token) ?? 'other',
        modality,
        dated,
      }),
    };
  });
}
