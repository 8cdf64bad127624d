import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childBy, parentOf, tokenAt } from '../clauses/treeWalk.ts';
import { ONE_OF_SEVERAL } from '../dates/oneOfSeveral.ts';
import { nounSense } from '../lexicon/senses.ts';
import { coveredBy, nextOf, topOf } from './datePlace.ts';

/** Returns true if a date is the end of something, what something is compared with, or when it was last so. */
export function isNoTime(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): boolean {
  const top = topOf(tree, date);
  return top !== undefined && (isEnd(tree, top, candidates) || isCompared(tree, date) || isOfName(tree, top, date));
}

/** "Until the end of the 2022 season", "for the first time since 1993". */
function isEnd(tree: ClauseTree, top: Token, candidates: readonly Token[]): boolean {
  for (let at: Token | undefined = top; at && at.upos !== 'VERB'; at = parentOf(tree, at)) {
    if (candidates.includes(at)) break;
    if (/^(?:until|till)$/u.test(caseOf(tree, at))) return true;
  }
  const marker = childBy(tree, top, /^case$/u);
  const last = marker?.text === 'since' ? tree.tokens[marker.at - 1] : undefined;
  // "The largest crowd there since 2004".
  const before = last?.upos === 'ADV' ? tree.tokens[last.at - 1] : last;
  if (!before) return false;
  return isOneOfSeveral(tree, before) || (before.lemma === 'time' && isFirstTime(tree, before));
}

/** "The 2003 Masters champion took the lead", "to this day": a year that says which one, or no time at all. */
function isOfName(tree: ClauseTree, top: Token, date: DateExpression): boolean {
  if (/^this day$/iu.test(date.text) && caseOf(tree, top) === 'to') return true;
  const head = parentOf(tree, top);
  return (
    /^\d{4}$/u.test(date.text) &&
    /^(?:compound|nummod|amod)/u.test(top.relation) &&
    head?.upos === 'NOUN' &&
    head.at > top.at &&
    nounSense(head.lemma) === 'person'
  );
}

const NAME_WORDS = 8;

/** "The strongest quake since 1976", "the third grounding on that route since 2019": the count began then, not what is told. */
function isOneOfSeveral(tree: ClauseTree, last: Token): boolean {
  if (!/^(?:NOUN|PROPN)$/u.test(last.upos)) return false;
  for (let at = last.at; at >= Math.max(0, last.at - NAME_WORDS); at -= 1) {
    const { text, upos } = tokenAt(tree, at);
    if (upos === 'VERB' || upos === 'PUNCT') return false;
    if (ONE_OF_SEVERAL.test(text)) return true;
  }
  return false;
}

/** "Up from $9 million a year ago", "compared with 5 percent in May", "a change from four years ago". */
function isCompared(tree: ClauseTree, date: DateExpression): boolean {
  const first = coveredBy(tree, date.span)[0];
  if (!first) return false;
  const next = nextOf(tree, date);
  // "Postponed from Tuesday to Friday".
  const isLeft = next?.text === 'to' && /^(?:PROPN|NUM)$/u.test(tree.tokens[next.at + 1]?.upos ?? '');
  if (tree.tokens[first.at - 1]?.text === 'from' && (isLeft || COMPARED.test(date.text))) return true;
  for (let at = first.at - 1; at >= Math.max(0, first.at - COMPARED_WORDS); at -= 1) {
    const { text, upos } = tokenAt(tree, at);
    if (/^(?:compared|versus)$/u.test(text)) return true;
    const next =
      tree.tokens[
        /^(?:around|about|nearly|almost|roughly|just|some)$/u.test(tree.tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
      ];
    const isAmount = next?.upos === 'SYM' || next?.upos === 'NUM';
    if (text === 'from' && isAmount && next.span[0] !== date.span[0]) return true;
    if (upos === 'VERB' || /^[;:—–]$/u.test(text) || (text === 'to' && isAmount)) return false;
  }
  return false;
}

const COMPARED = /\b(?:ago|before|earlier|last|previous|prior)\b/iu;
const COMPARED_WORDS = 14;

/** "For the first time since 1993" dates the last time. */
export function isFirstTime(tree: ClauseTree, token: Token): boolean {
  return token.lemma === 'time' && /^(?:first|second|third|last|\d+th)$/u.test(tree.tokens[token.at - 1]?.text ?? '');
}
