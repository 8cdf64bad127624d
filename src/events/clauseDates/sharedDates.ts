import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childBy, childrenOf, parentOf, relationOf } from '../clauses/treeWalk.ts';
import { isReduced, verbGroup } from '../clauses/verbGroup.ts';

/** The dates of a sentence's candidates so far. */
export interface Dated {
  readonly candidates: readonly Token[];
  readonly all: Map<Token, DateExpression>;
}

const DAY_CHARS = 'YYYY-MM-DD'.length;
/** Verbs whose infinitive is at their own time: "tried to enter on May 16". */
const AT_ITS_TIME = /^(?:try|attempt|begin|start|continue|manage|fail|help|dare|proceed|rush|stop|use|go|come)$/u;
/** Verbs whose object has a time of its own: "demanded a trial in May". */
const OF_ANOTHER_TIME = /^(?:REPORTING|I_STATE|PERCEPTION)$/u;
const AFTER = /^(?:after|following|once)$/u;
const WHEN_WORDS = 2;
/** What is done on a day that a calendar has. */
const DUE = /^(?:report|publish|release|hold|present|unveil|launch|host|face|play|meet|open|begin|start|show)$/u;

/**
 * Gives verbs the date that stands with a part of theirs: with the last of a row of clauses, with what they began to do,
 * with their object ("scuttled the talks in September"), or with a participle that goes on from them.
 */
export function shareUpwards(tree: ClauseTree, { candidates, all }: Dated): void {
  for (const [owner, date] of all) {
    const head = sharesWith(tree, owner, date);
    if (head && candidates.includes(head) && !all.has(head)) all.set(head, date);
  }
}

function sharesWith(tree: ClauseTree, owner: Token, date: DateExpression): Token | undefined {
  const head = parentOf(tree, owner);
  if (!head || date.span[0] < owner.span[0]) return undefined;
  const relation = relationOf(owner);
  if (owner.upos !== 'VERB') {
    if (head.upos !== 'VERB' || head.at > owner.at || OF_ANOTHER_TIME.test(head.event ?? '')) return undefined;
    const isThing =
      relation === 'obj' || (relation === 'obl' && /^(?:to|in|at|during|with)$/u.test(caseOf(tree, owner)));
    // "A film premieres at the festival on August 14", "will speak at a rally on Monday".
    const isThere = relation === 'obl' && /^(?:at|during)$/u.test(caseOf(tree, owner));
    // "Reports results on Thursday", "holds elections in May".
    const isDue = relation === 'obj' && DUE.test(head.lemma);
    const isThen = isThere || isDue ? /^(?:past|present|future)$/u : /^past$/u;
    return isThing && isThen.test(verbGroup(tree, head).tense) && isLast(tree, date) && !isAppointed(tree, date)
      ? head
      : undefined;
  }
  if (isReduced(tree, owner) && owner.text.endsWith('ing') && isLast(tree, date))
    // "Accused them of cutting the budget in 2023": the day is that of what they are accused of.
    return childBy(tree, owner, /^mark$/u) ? undefined : verbAbove(tree, head);
  if (head.upos !== 'VERB') return undefined;
  if (relation === 'xcomp')
    return AT_ITS_TIME.test(head.lemma) && /^(?:past|future)$/u.test(verbGroup(tree, head).tense) ? head : undefined;
  const isWhen = relation === 'advcl' && childrenOf(tree, owner).some(({ text }) => /^(?:when|as|while)$/u.test(text));
  if (!isWhen && !isJoined(tree, owner)) return undefined;
  // Of a quarter, what it is told of is not: "shares fell as it reported profit for the quarter".
  if (date.edtf === null || date.edtf.length < DAY_CHARS || date.ruleId === 'quarter' || date.ruleId === 'period-ended')
    return undefined;
  return verbGroup(tree, head).tense === 'past' && verbGroup(tree, owner).tense === 'past' ? head : undefined;
}

/** Whether nothing but marks follows a date in its clause. */
function isLast(tree: ClauseTree, { span }: DateExpression): boolean {
  const next = tree.tokens.find((token) => token.span[0] >= span[1]);
  if (next === undefined || next.upos === 'PUNCT') return true;
  // "At a rally on Saturday demanding his return".
  return /^(?:and|but|when|where|who|which)$/u.test(next.text) || (next.upos === 'VERB' && next.text.endsWith('ing'));
}

/** "For March 22" is when something will be that was set now. */
function isAppointed(tree: ClauseTree, { span }: DateExpression): boolean {
  return tree.tokens.findLast((token) => token.span[1] <= span[0])?.text === 'for';
}

function verbAbove(tree: ClauseTree, token: Token): Token | undefined {
  for (let at: Token | undefined = token; at; at = parentOf(tree, at)) {
    if (at.upos === 'VERB') return verbGroup(tree, at).tense === 'past' && !isReduced(tree, at) ? at : undefined;
    if (/^(?:conj|appos|parataxis)/u.test(at.relation)) return undefined;
  }
  return undefined;
}

/** Joined by a conjunction, which the reader sometimes takes for another relation: no other word marks the clause. */
function isJoined(tree: ClauseTree, verb: Token): boolean {
  if (verb.relation === 'conj') return true;
  if (!/^(?:advcl|parataxis)$/u.test(verb.relation) || childBy(tree, verb, /^mark$/u)) return false;
  return tree.tokens.slice(verb.head, verb.at).some(({ relation, text }) => relation === 'cc' && text === 'and');
}

/** "In 2002, when militants killed …", "since November, when he was found": a clause that says what was on a date. */
export function shareWithWhen(tree: ClauseTree, { candidates, all }: Dated, dates: readonly DateExpression[]): void {
  for (const date of dates) {
    const at = tree.tokens.findIndex(({ span }) => span[0] >= date.span[1]);
    const when = tree.tokens.slice(at, at + WHEN_WORDS).find(({ upos }) => upos !== 'PUNCT');
    if (at === -1 || when?.text !== 'when' || date.edtf === null || date.edtf.includes('/')) continue;
    const verb = candidates.find((each) => each.upos === 'VERB' && each.at > when.at);
    if (verb && !all.has(verb) && tree.tokens[when.at + 1]?.text !== 'asked') all.set(verb, date);
  }
}

/**
 * Gives a main verb the date of the phrase that opens its sentence: "In trading on Friday, the shares closed". What comes
 * after something dated is dated about then, by a rule of its own: "After the collapse in 2011, rebels attacked".
 */
export function shareOpening(tree: ClauseTree, { candidates, all }: Dated, dates: readonly DateExpression[]): void {
  const comma = tree.tokens.find(({ text }) => text === ',');
  const [first] = tree.tokens;
  if (!comma || !first) return;
  const main = candidates.find(
    (each) => each.upos === 'VERB' && each.at > comma.at && !isReduced(tree, each) && !each.relation.startsWith('acl'),
  );
  if (!main || all.has(main) || !/^(?:past|perfect)$/u.test(verbGroup(tree, main).tense)) return;
  if (AFTER.test(first.text)) {
    const date = dates.findLast(({ span }) => span[1] <= comma.span[0]);
    const near = date && aboutThen(date);
    if (near) all.set(main, near);
    return;
  }
  if (!/^(?:in|at|during|on)$/u.test(first.text)) return;
  for (const [owner, date] of all)
    if (owner.at < comma.at && owner.upos !== 'VERB' && parentOf(tree, owner) === main) {
      all.set(main, date);
      return;
    }
}

/** "The killing of the two in 2013 prompted a crisis": what something dated led to was about then. */
export function shareCauses(tree: ClauseTree, { candidates, all }: Dated): void {
  for (const verb of candidates) {
    if (verb.upos !== 'VERB' || all.has(verb) || !CAUSES.test(verb.lemma)) continue;
    const cause = childBy(tree, verb, /^nsubj$/u);
    const date = cause && all.get(cause);
    const near = date && verbGroup(tree, verb).tense === 'past' ? aboutThen(date) : undefined;
    if (near) all.set(verb, near);
  }
}

const CAUSES = /^(?:prompt|lead|cause|trigger|spark|provoke|spur|bring|ignite|unleash)$/u;

/** The time of what came after something of a known time; undefined if that is no point in time. */
export function aboutThen(date: DateExpression): DateExpression | undefined {
  const { edtf } = date;
  if (edtf === null || /[/[X]/u.test(edtf) || edtfInterval(edtf) === undefined) return undefined;
  return {
    ...date,
    edtf: edtf.endsWith('~') ? edtf : `${edtf}~`,
    certainty: 'inferred',
    ruleId: 'after-another',
    ruleData: undefined,
  };
}
