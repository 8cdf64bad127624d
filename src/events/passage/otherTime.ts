import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { childBy, parentOf } from '../clauses/treeWalk.ts';

/** Words that take a sentence to another time. */
const OTHER_TIME =
  /^(?:previous|previously|earlier|ago|career|season|seasons|year|years|last|since|once|later|decade|decades|history)$/u;
/** What "later" and "last" count within one occasion: "moments later", "the last minute". */
const WITHIN =
  /^(?:second|minute|moment|hour|play|possession|half|quarter|inning|over|lap|round|set|ball|shot|drive|whistle)s?$/u;

const COUNTED = /^(?:day|night|week|month|year)s?$/u;
/** How far before a time the word may stand that makes it a comparison's. */
const COMPARED_WORDS = 4;

/** Returns true if a clause speaks of another time than the one that the article goes on about. */
export function isAtOtherTime({ tree, token }: Clause): boolean {
  const { tokens } = tree;
  return tokens.some((word) => {
    const { text, at } = word;
    if (!OTHER_TIME.test(text) && !/^(?:before|after)$/u.test(text)) return false;
    if (isOfOtherClause(tree, word, token)) return false;
    // "Four days before the final".
    if (/^(?:before|after)$/u.test(text) && COUNTED.test(tokens[at - 1]?.text ?? '')) return true;
    if (!OTHER_TIME.test(text)) return false;
    const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
    // "Season-high", "year-old".
    if (after === '-' || before === '-' || /^(?:straight|consecutive)$/u.test(before)) return false;
    // "A turnaround from four years ago".
    if (text !== 'since' && tokens.slice(Math.max(0, at - COMPARED_WORDS), at).some((each) => each.text === 'from'))
      return false;
    // "For the first time since 1993".
    if (text === 'since' && before === 'time') return false;
    return text === 'later' ? !WITHIN.test(before) : !(text === 'last' && WITHIN.test(after));
  });
}

/** "Paul had four points, and he did not clash with his opponent in a fight last season": what another clause says of itself. */
function isOfOtherClause(tree: ClauseTree, word: Token, verb: Token): boolean {
  for (let at: Token | undefined = word; at && at !== verb; at = parentOf(tree, at)) {
    const opens =
      /^(?:acl|advcl|conj|parataxis|ccomp)/u.test(at.relation) && childBy(tree, at, /^nsubj/u) !== undefined;
    if (opens && (at.upos === 'VERB' || childBy(tree, at, /^cop$/u))) return true;
  }
  return false;
}
