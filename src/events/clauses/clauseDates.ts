import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { caseOf, childBy, childrenOf, parentOf, relationOf } from './treeWalk.ts';
import { verbGroup } from './verbGroup.ts';

/** The top of the words that an expression covers. */
function topOf(tree: ClauseTree, { span }: DateExpression): Token | undefined {
  const covered = tree.tokens.filter((token) => token.span[0] < span[1] && token.span[1] > span[0]);
  return covered.find(({ head }) => !covered.some(({ at }) => at === head));
}

/**
 * Finds the date of each candidate of a sentence. A date belongs to the first candidate above it in the tree; a clause
 * without one takes that of the clause it goes on from ("…, killing five", "and charged him").
 */
export function clauseDates(
  tree: ClauseTree,
  candidates: readonly Token[],
  dates: readonly DateExpression[],
): ReadonlyMap<Token, DateExpression> {
  const own = new Map<Token, DateExpression>();
  const direct = new Set<Token>();
  for (const date of dates) {
    // "Recently" and "in the past weeks" say no more than that it is over.
    if (date.edtf?.startsWith('/')) continue;
    const top = topOf(tree, date);
    const owner = top && dateOwner(tree, top, candidates);
    if (!owner || caseOf(tree, top) === 'until') continue;
    const said = sinceThen(date, caseOf(tree, top));
    const before = own.get(owner);
    const isDirect = parentOf(tree, top) === owner;
    if (
      before &&
      (exactness(said) < exactness(before) ||
        (exactness(said) === exactness(before) && (!isDirect || direct.has(owner))))
    )
      continue;
    own.set(owner, said);
    if (isDirect) direct.add(owner);
  }
  const all = new Map(own);
  for (const [owner, date] of own) shareWithFirst(tree, { owner, date, all, candidates });
  for (const candidate of candidates) {
    const found = all.get(candidate) ?? inheritedDate(tree, candidate, all);
    if (found) all.set(candidate, found);
  }
  return all;
}

function dateOwner(tree: ClauseTree, top: Token, candidates: readonly Token[]): Token | undefined {
  if (candidates.includes(top)) return undefined;
  // "Said on Tuesday it will close": right behind a verb of saying, the day is that of saying so.
  const teller = tree.tokens
    .slice(Math.max(0, top.at - TELLER_WORDS), top.at)
    .findLast(({ event, upos }) => event === 'REPORTING' && upos === 'VERB');
  if (teller && candidates.includes(teller)) return teller;
  const behind = wordBefore(tree, top);
  if (behind && candidates.includes(behind) && /^(?:on|in)$/u.test(caseOf(tree, top))) return behind;
  let owner: Token | undefined;
  for (let at = parentOf(tree, top); at; at = parentOf(tree, at)) {
    if (candidates.includes(at)) {
      owner = at;
      break;
    }
    const what = happeningAt(tree, at, candidates);
    if (what) return what;
    if (at.upos === 'VERB' || isFirstTime(tree, at)) return undefined;
  }
  // "Lost out in 2013 as …": what is before a clause's conjunction is in no way its.
  if (owner && childrenOf(tree, owner).some(({ relation, at }) => relation === 'mark' && at > top.at && at < owner.at))
    return candidates.findLast(({ at, upos }) => at < top.at && upos === 'VERB');
  return owner;
}

/** The word before a date and its preposition: "trial" of "a trial in May". */
function wordBefore(tree: ClauseTree, top: Token): Token | undefined {
  const marker = childrenOf(tree, top).find(({ relation, at }) => relation === 'case' && at < top.at);
  return tree.tokens[(marker ?? top).at - 1];
}

/** "The match is at Leeds on Friday": what a word that is no event says when of. */
function happeningAt(tree: ClauseTree, predicate: Token, candidates: readonly Token[]): Token | undefined {
  if (predicate.upos === 'VERB' || childBy(tree, predicate, /^cop$/u) === undefined) return undefined;
  return childrenOf(tree, predicate).find(
    (child) => child.relation.startsWith('nsubj') && candidates.includes(child) && child.upos === 'NOUN',
  );
}

/** "For the first time since 1993" dates the last time. */
function isFirstTime(tree: ClauseTree, token: Token): boolean {
  return token.lemma === 'time' && /^(?:first|second|third|last|\d+th)$/u.test(tree.tokens[token.at - 1]?.text ?? '');
}

/** "Threw for two scores and won 3-1 on Monday": what ends a row of clauses is the day of them all. */
function shareWithFirst(
  tree: ClauseTree,
  {
    owner,
    date,
    all,
    candidates,
  }: { owner: Token; date: DateExpression; all: Map<Token, DateExpression>; candidates: readonly Token[] },
): void {
  const first = parentOf(tree, owner);
  const isWhen =
    owner.relation === 'advcl' && childrenOf(tree, owner).some(({ text }) => /^(?:when|as|while)$/u.test(text));
  if (
    !(isWhen || isJoined(tree, owner)) ||
    owner.upos !== 'VERB' ||
    !first ||
    !candidates.includes(first) ||
    all.has(first)
  )
    return;
  if (date.span[0] < owner.span[0] || date.edtf === null || date.edtf.length < DAY_CHARS) return;
  if (verbGroup(tree, first).tense === 'past' && verbGroup(tree, owner).tense === 'past') all.set(first, date);
}

/** Joined by a conjunction, which the reader sometimes takes for another relation: no other word marks the clause. */
function isJoined(tree: ClauseTree, verb: Token): boolean {
  if (verb.relation === 'conj') return true;
  if (!/^(?:advcl|parataxis)$/u.test(verb.relation) || childBy(tree, verb, /^mark$/u)) return false;
  return tree.tokens.slice(verb.head, verb.at).some(({ relation, text }) => relation === 'cc' && text === 'and');
}

const TELLER_WORDS = 2;
const DAY_CHARS = 'YYYY-MM-DD'.length;
const LEVELS_MAX = 4;

function inheritedDate(
  tree: ClauseTree,
  candidate: Token,
  own: ReadonlyMap<Token, DateExpression>,
): DateExpression | undefined {
  let at = candidate;
  for (let level = 0; level < LEVELS_MAX; level += 1) {
    const head = parentOf(tree, at);
    const said = head && saidOf(tree, at, head);
    if (said && own.has(said)) return own.get(said);
    if (!head || !continuesClause(tree, at, head)) return undefined;
    const date = own.get(head);
    if (date) return date;
    at = head;
  }
  return undefined;
}

/** "The ceremony is due to be held": the verb under an adjective that says of its subject what will happen. */
function saidOf(tree: ClauseTree, subject: Token, head: Token): Token | undefined {
  if (subject.upos === 'VERB' || head.upos === 'VERB' || !subject.relation.startsWith('nsubj')) return undefined;
  const verb = childBy(tree, head, /^xcomp$/u);
  return verb && isLight(verb.lemma) ? verb : undefined;
}

/** Returns true if a clause is at the time of the one above it. */
export function continuesClause(tree: ClauseTree, at: Token, head: Token): boolean {
  const relation = relationOf(at);
  if (at.upos !== 'VERB')
    return (
      head.upos === 'VERB' &&
      (/^(?:obj|nsubj)$/u.test(relation)
        ? isLight(head.lemma)
        : relation === 'obl' && /^(?:in|during)$/u.test(caseOf(tree, at)))
    );
  if (head.upos !== 'VERB') return false;
  if (relation === 'xcomp') return true;
  const { tense } = verbGroup(tree, at);
  if (relation === 'conj') return tense === verbGroup(tree, head).tense;
  if (relation !== 'advcl' || at.at < head.at) return false;
  const mark = childBy(tree, at, /^mark$/u);
  const isSameDay = tense === 'past' && mark?.text === 'before' && tree.tokens[mark.at - 1]?.upos !== 'NUM';
  return tense === 'gerund' || isSameDay;
}

const LIGHT =
  /^(?:have|hold|make|take|give|carry|launch|conduct|stage|begin|start|end|finish|complete|continue|resume|hit|win|receive|get|suffer|impose|sign|issue|file|deliver|host|attend|undergo|play|cause|lead|see|set|cast|occur|happen|open|close|come|do|schedule|plan|mount|put|place|finalize|bring|order|announce|break|erupt|score|post|reach|face)$/u;

/** Returns true if a verb leaves it to its noun to say what happened: "held talks", "launched an attack". */
export function isLight(lemma: string): boolean {
  return LIGHT.test(lemma);
}

function exactness({ edtf, certainty }: DateExpression): number {
  return (edtf === null ? 0 : 1 + edtf.length / 40) - (certainty === 'vague' ? 1 : 0);
}

/** Treats what started on a date and continues as an open interval. */
function sinceThen(date: DateExpression, marker: string): DateExpression {
  if (marker !== 'since' || date.edtf === null || /[/[]/u.test(date.edtf)) return date;
  return { ...date, edtf: `${date.edtf}/`, ruleData: { ...date.ruleData, since: true } };
}
