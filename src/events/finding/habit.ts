import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childrenOf, subtree } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import type { Scored } from './foldClauses.ts';

const SPAN_OF_TIME = /^(?:second|minute|hour|day|night|week|month|quarter|season|year)s?$/u;
const HABITUAL =
  /^(?:often|usually|always|sometimes|typically|generally|regularly|frequently|normally|commonly|rarely)$/u;

/** From this likelihood on, what is told in the present, without any date, is an event all the same. */
const PRESENT_THRESHOLD = 0.85;

/**
 * Returns true if a clause without a date tells what is done again and again rather than once: "sells crispbread in 31
 * countries", "earned $400 a year", "has argued for years".
 */
export function isHabit({ tree, token, kind, modality, date, dated, score }: Scored): boolean {
  if (token.upos !== 'VERB' || token.event === 'REPORTING' || modality !== 'actual' || date !== undefined) return false;
  if (childrenOf(tree, token).some(({ text }) => HABITUAL.test(text)) || isRate(tree, token)) return true;
  if (kind === 'other' && isOver(tree, token)) return true;
  const { tense, passive } = verbGroup(tree, token);
  if (/^(?:perfect|pluperfect)$/u.test(tense) && isForYears(tree, token)) return true;
  return tense === 'present' && !passive && !dated && score < PRESENT_THRESHOLD;
}

/** "The bridge once carried carts", "no longer gave them any": what was so, and is not. */
function isOver({ tokens }: ClauseTree, { at }: Token): boolean {
  const [before, last] = [tokens[at - 2]?.text, tokens[at - 1]?.text];
  return last === 'once' ? before !== 'at' : before === 'no' && last === 'longer';
}

/** "Has imposed sanctions for years", "has long refused to". */
function isForYears(tree: ClauseTree, verb: Token): boolean {
  return childrenOf(tree, verb).some(
    (child) =>
      (child.text === 'long' && child.at < verb.at) ||
      (caseOf(tree, child) === 'for' && /^(?:months|seasons|years|decades|centuries|generations)$/u.test(child.text)),
  );
}

/** "$400 a year", "five times per day". */
function isRate(tree: ClauseTree, verb: Token): boolean {
  return subtree(tree, verb, ({ upos }) => upos === 'VERB').some(
    ({ text, at }) =>
      /^(?:an?|per|each|every)$/u.test(text) &&
      SPAN_OF_TIME.test(tree.tokens[at + 1]?.text ?? '') &&
      // "A year ago", "a week later" say when.
      !/^(?:ago|later|earlier|before|after|old|long)$/u.test(tree.tokens[at + 2]?.text ?? '') &&
      /^(?:NUM|SYM|NOUN|ADV)$/u.test(tree.tokens[at - 1]?.upos ?? ''),
  );
}
