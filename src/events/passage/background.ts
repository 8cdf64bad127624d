import type { Clause } from '../clauses/clause.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { isAtOtherTime } from './otherTime.ts';

/** What people do in the course of their lives, which a report mentions to say who they are. */
const LIVES =
  /^(?:attend|become|begin|build|create|develop|earn|establish|found|graduate|grow|hire|join|live|marry|move|own|raise|serve|spend|start|study|teach|use|work)$/u;
/** How something is or was, not what happened. */
const STATES =
  /^(?:appear|be|believe|belong|consist|contain|cost|depend|exist|fear|feel|have|hope|include|involve|know|lack|like|love|mean|need|own|remain|seem|serve|stand|suggest|think|want|wish)$/u;
const HABIT =
  /^(?:always|never|often|once|rarely|regularly|repeatedly|sometimes|typically|usually|every|each|still|already)$/u;
/** What lasts longer than a day. */
const LONG = /^(?:week|month|year|decade|century)s?$/u;

/** Returns true if a clause tells what was so before, for long or time and again, rather than what happened next. */
export function isToldAsBackground(clause: Clause): boolean {
  const { tree, token } = clause;
  if (isAtOtherTime(clause) || LIVES.test(token.lemma) || STATES.test(token.lemma)) return true;
  if (tree.tokens.some(({ text }) => HABIT.test(text) || LONG.test(text))) return true;
  return goesBack(clause);
}

const BEFORE = /^(?:ago|earlier|formerly|initially|once|originally|previously)$/u;

/** Returns true if a clause is told of a time before the one that was told of last: "had resigned", "once held". */
export function goesBack({ tree, token }: Clause): boolean {
  if (token.upos === 'VERB' && /^(?:perfect|pluperfect)$/u.test(verbGroup(tree, token).tense)) return true;
  return tree.tokens.some(({ text }) => BEFORE.test(text));
}
