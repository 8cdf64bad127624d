import type { Steps } from '../../runtime/steps/steps.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { Scored } from './foldClauses.ts';
import { areApart, areOne, areUnlike } from './areApart.ts';
import { pairFeatures } from './pairFeatures.ts';
import { scoreFeatures, type Weights } from './scoreFeatures.ts';
import { toldBy, type Told } from './told.ts';

/** One event, with all clauses that tell it, the one that represents it first. */
export interface ClauseGroup {
  readonly main: Scored;
  readonly members: readonly Scored[];
}

/** Two clauses tell one event from this likelihood on. */
const SAME = 0.4;
/** Scores nearer than this are equal: the earlier clause represents the event. */
const EQUAL = 1e-9;

/**
 * Joins the clauses that tell one event: each with the event so far that has the likeliest clause, if nothing sets it apart
 * from any clause of that event. One clause per step, each linear in the clauses so far of the same word or kind.
 */
export function* mergeClauses(clauses: readonly Scored[], pairs: Weights): Steps<readonly ClauseGroup[]> {
  const groups: Told[][] = [];
  const byKey = new Map<string, Set<Told[]>>();
  for (const clause of clauses) {
    const told = toldBy(clause);
    const near = new Set(keysOf(told).flatMap((key) => [...(byKey.get(key) ?? [])]));
    const nearest = Array.from(near)
      .map((members) => ({ members, likelihood: likelihoodOf(members, told, pairs) }))
      .reduce((best, next) => (next.likelihood > best.likelihood ? next : best), { members: [told], likelihood: SAME });
    const meant = told.refers ? groups.findLast((members) => mayBeMeant(members, told)) : undefined;
    if (meant) meant.push(told);
    else if (nearest.likelihood > SAME) nearest.members.push(told);
    else groups.push(nearest.members);
    for (const key of keysOf(told)) byKey.set(key, (byKey.get(key) ?? new Set()).add(meant ?? nearest.members));
    yield;
  }
  return groups.map((members) => {
    const all = members.map(({ clause }) => clause);
    const main = all.reduce((best, next) => (next.score > best.score + EQUAL ? next : best));
    return { main, members: [main, ...all.filter((each) => each !== main)] };
  });
}

/** Whether what is told of "it" can be of an event so far. */
function mayBeMeant(members: readonly Told[], told: Told): boolean {
  return members.every(
    (member) =>
      familyOf(member.clause.kind) === familyOf(told.clause.kind) &&
      told.clause.kind !== 'other' &&
      member.clause.tree !== told.clause.tree &&
      !areApart(member, told),
  );
}

/** What two clauses must share one of to tell one event, as `areApart` has it. */
function keysOf({ word, clause: { kind } }: Told): readonly string[] {
  return [`word ${word}`, `family ${familyOf(kind)}`];
}

/** How likely a clause tells what others tell: as likely as the likeliest pair, 0 if anything sets it apart. */
function likelihoodOf(members: readonly Told[], told: Told, pairs: Weights): number {
  if (members.some((member) => member.clause.tree === told.clause.tree || areApart(member, told))) return 0;
  return Math.max(...members.map((member) => likelihoodOfPair(member, told, pairs)));
}

function likelihoodOfPair(a: Told, b: Told, pairs: Weights): number {
  if (areOne(a, b)) return 1;
  return areUnlike(a, b) ? 0 : scoreFeatures(pairFeatures(a, b), pairs);
}
