import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { asideAround, closedAsideOf } from '../clauses/aside.ts';
import { isInARow } from '../clauses/clauseCandidates.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { caseOf, childBy, childrenOf, parentOf } from '../clauses/treeWalk.ts';
import { firstAt, markerOf, nextOf, topOf, verbBefore, wordBefore } from './datePlace.ts';
import { isFirstTime, isNoTime } from './noTime.ts';
import {
  closedBefore,
  isCutOff,
  isDoneThen,
  namedByDate,
  nearestJoined,
  openedBefore,
  openingParticiple,
  tellerBefore,
  toldAfter,
} from './ownerByPlace.ts';

/**
 * Finds the candidate that a date of a sentence says the time of: the word that it is part of the name of, or the first
 * one above it in the tree. Undefined for a date that is the end of something, a comparison's or of a word that is no
 * candidate.
 */
export function dateOwner(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): Token | undefined {
  const owner = ownerAnywhere(tree, date, candidates);
  if (!owner) return undefined;
  const verbWithin = (first: number, last: number): Token | undefined =>
    candidates.findLast(({ at, upos }) => at > first && at < last && upos === 'VERB');
  const own = asideAround(tree, date.span);
  if (own) return owner.at > own.first && owner.at < own.last ? owner : verbWithin(own.first, own.last);
  // "Carrow, who was elected in 2019, resigned on Monday", wherever the day was hung from.
  const other = closedAsideOf(tree, owner);
  const at = firstAt(tree, date);
  return other && other.last < at ? verbWithin(other.last, at) : owner;
}

function ownerAnywhere(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): Token | undefined {
  const top = topOf(tree, date);
  if (!top || candidates.includes(top)) return undefined;
  if (isNoTime(tree, date, candidates)) return undefined;
  const participle = openingParticiple(tree, date);
  if (participle && candidates.includes(participle)) return participle;
  const opened = openedBefore(tree, date);
  if (opened) return candidates.find((each) => each === opened);
  // "Said on Tuesday it will close": right behind a verb of saying, the day is that of saying so.
  const teller = tellerBefore(tree, date, top);
  if (teller && candidates.includes(teller)) return teller;
  const closed = closedBefore(tree, date, { head: parentOf(tree, top), candidates });
  if (closed) return closed;
  const named = namedByDate(tree, date, candidates);
  if (named) return named;
  const marker = markerOf(tree, date);
  const head = parentOf(tree, top);
  // "The policy of May 2022 lapsed": what is of a date has it for itself, unless it is a time.
  if (marker === 'of' && head && isThing(head)) return candidates.find((each) => each === head);
  const behind = wordBefore(tree, date);
  const told = toldAfter(tree, date, behind);
  if (told && candidates.includes(told)) return told;
  const purpose = behind && purposeOf(tree, behind, { marker, head });
  if (purpose && candidates.includes(purpose)) return purpose;
  // "The film's premiere at the festival on August 14": of what was there, the day is that of it.
  const held = behind && /^(?:at|during)$/u.test(caseOf(tree, behind)) ? parentOf(tree, behind) : undefined;
  if (held && /^(?:on|in)$/u.test(marker) && candidates.includes(held)) return held;
  // "To begin in May and end by June".
  if (behind?.upos === 'VERB' && candidates.includes(behind) && /^(?:on|in|by|at)$/u.test(marker)) return behind;
  // "It vindicated two years ago in its ruling", whatever the date was hung from.
  if (behind?.upos === 'VERB' && candidates.includes(behind) && marker === '' && head && head.at > top.at)
    return behind;
  // "Set a workshop for March 22": the day is that of what was set.
  const set = marker === 'for' && head?.upos === 'VERB' ? childBy(tree, head, /^obj$/u) : undefined;
  if (set && set.at < top.at) return candidates.find((each) => each === set);
  if (
    behind &&
    candidates.includes(behind) &&
    /^(?:on|in)$/u.test(marker) &&
    !isDoneThen(tree, behind, { verb: head, candidates })
  )
    return behind;
  if (behind && (behind.upos !== 'ADV' || behind.at > 0) && isCutOff(tree, { date, head, behind }))
    return candidates.includes(behind) ? behind : verbBefore(tree, behind, candidates);
  const owner = climb(tree, top, candidates);
  // "Was kidnapped at 10 p.m. Wednesday, police said."
  const isTold = owner?.event === 'REPORTING' && owner.at > top.at && behind && nextOf(tree, date)?.text === ',';
  const said = isTold ? verbBefore(tree, behind, candidates) : undefined;
  return said ?? (owner && nearestJoined(tree, owner, { date, candidates })) ?? owner;
}

/** "Was shut for repairs in May", "filed for protection in July": what something was done for has no day of its own. */
function purposeOf(
  tree: ClauseTree,
  noun: Token,
  { marker, head }: { marker: string; head: Token | undefined },
): Token | undefined {
  if (noun.upos !== 'NOUN' || head !== noun || !/^(?:on|in)$/u.test(marker) || caseOf(tree, noun) !== 'for')
    return undefined;
  const verb = parentOf(tree, noun);
  const isDone = verb?.upos === 'VERB' && verb.at < noun.at && verb.event === 'OCCURRENCE';
  return isDone && verbGroup(tree, verb).tense === 'past' ? verb : undefined;
}

const PART_OF_TIME =
  /^(?:morning|afternoon|evening|night|dawn|day|week|weekend|month|year|end|beginning|start|middle|half|quarter|spring|summer|autumn|fall|winter|eve|hour|early|late|course|rest|part|close|turn|back|front|season|date|deadline)s?$/u;

function isThing({ upos, lemma }: Token): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM)$/u.test(upos) && !PART_OF_TIME.test(lemma);
}

function climb(tree: ClauseTree, top: Token, candidates: readonly Token[]): Token | undefined {
  let owner: Token | undefined;
  const happening = happeningAt(tree, top, candidates);
  if (happening) return happening;
  for (let at = parentOf(tree, top); at; at = parentOf(tree, at)) {
    if (candidates.includes(at)) {
      owner = at;
      break;
    }
    const what = happeningAt(tree, at, candidates);
    if (what) return what;
    // "A loss in the third quarter, compared with a year before": what is hung from the comparison is not its.
    if ((at.at > top.at && /^(?:compared|versus)$/u.test(at.text)) || isInARow(tree, at)) continue;
    // "Following an arrest in Leeds on Monday": a verb that is no candidate stands for a preposition.
    if (at.upos === 'VERB')
      return childrenOf(tree, at).findLast(
        (child) => child.relation === 'obj' && child.at < top.at && candidates.includes(child),
      );
    if (isFirstTime(tree, at)) return undefined;
  }
  // "Lost out in 2013 as …", "a win on Saturday that moved them up": what is before the word that opens a clause is not its.
  if (owner && childrenOf(tree, owner).some((child) => opensClause(child) && child.at > top.at && child.at < owner.at))
    return candidates.findLast(({ at, upos }) => at < top.at && upos === 'VERB');
  return owner;
}

function opensClause({ relation, text, upos }: Token): boolean {
  return relation === 'mark' || (upos === 'PRON' && relation.startsWith('nsubj') && /^(?:that|which|who)$/u.test(text));
}

/** "The match is at Leeds on Friday": what a word that is no event says when of. */
function happeningAt(tree: ClauseTree, predicate: Token, candidates: readonly Token[]): Token | undefined {
  if (predicate.upos === 'VERB' || childBy(tree, predicate, /^cop$/u) === undefined) return undefined;
  return childrenOf(tree, predicate).find(
    (child) => child.relation.startsWith('nsubj') && candidates.includes(child) && child.upos === 'NOUN',
  );
}
