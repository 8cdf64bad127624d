import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { caseOf, childBy, childrenOf, parentOf, tokenAt } from './treeWalk.ts';
import { verbGroup } from './verbGroup.ts';

const TELLER_WORDS = 2;
const INVERTED_WORDS = 8;
const NAME_WORDS = 3;

/** The top of the words that an expression covers. */
export function topOf(tree: ClauseTree, { span }: DateExpression): Token | undefined {
  const covered = coveredBy(tree, span);
  return covered.find(({ head }) => !covered.some(({ at }) => at === head));
}

function coveredBy({ tokens }: ClauseTree, span: DateExpression['span']): readonly Token[] {
  return tokens.filter((token) => token.span[0] < span[1] && token.span[1] > span[0]);
}

/**
 * Finds the candidate that a date of a sentence says the time of: the word that it is part of the name of, or the first
 * one above it in the tree. Undefined for a date that is the end of something, a comparison's or of a word that is no
 * candidate.
 */
export function dateOwner(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): Token | undefined {
  const top = topOf(tree, date);
  if (!top || candidates.includes(top)) return undefined;
  if (isNoTime(tree, date, candidates)) return undefined;
  const opened = openedBefore(tree, date);
  if (opened) return candidates.find((each) => each === opened);
  // "Said on Tuesday it will close": right behind a verb of saying, the day is that of saying so.
  const teller = tellerBefore(tree, date, top);
  if (teller && candidates.includes(teller)) return teller;
  const closed = closedBefore(tree, date, { head: parentOf(tree, top), candidates });
  if (closed) return closed;
  const named = namedByDate(tree, date, candidates);
  if (named) return named;
  const marker = caseOf(tree, top);
  const head = parentOf(tree, top);
  const behind = wordBefore(tree, date);
  const told = toldAfter(tree, date, behind);
  if (told && candidates.includes(told)) return told;
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

/** "Said that last week it found": a date right behind the word that opens a clause is that clause's. */
function openedBefore(tree: ClauseTree, date: DateExpression): Token | undefined {
  const at = firstAt(tree, date);
  const [before, further] = [tree.tokens[at - 1], tree.tokens[at - 2]];
  const mark = before?.upos === 'ADP' ? further : before;
  if (mark?.text !== 'that' || mark.relation !== 'mark') return undefined;
  return parentOf(tree, mark);
}

/** "Hostages who had been held since 2016 were released": a date before the main verb ends the clause that goes before it. */
function closedBefore(
  tree: ClauseTree,
  date: DateExpression,
  { head, candidates }: { head: Token | undefined; candidates: readonly Token[] },
): Token | undefined {
  const next = nextOf(tree, date);
  if (next?.upos !== 'AUX' || !head || head.at <= next.at) return undefined;
  const first = firstAt(tree, date);
  const verb = tree.tokens.findLast(({ at, upos }) => at < first && upos === 'VERB');
  if (!verb?.relation.startsWith('acl') || !candidates.includes(verb)) return undefined;
  return tree.tokens.slice(verb.at, first).some(({ upos }) => upos === 'PUNCT') ? undefined : verb;
}

/** "The council on Monday approved": a date between a subject and its verb, whatever it was hung from. */
function toldAfter(tree: ClauseTree, date: DateExpression, behind: Token | undefined): Token | undefined {
  const next = nextOf(tree, date);
  if (next?.upos !== 'VERB' || behind?.head !== next.at || !behind.relation.startsWith('nsubj')) return undefined;
  if (behind.event !== undefined) return undefined;
  return verbGroup(tree, next).tense === 'past' ? next : undefined;
}

/**
 * "Said it will close on May 3", "failed and filed for protection in July": of verbs joined to one that a date was hung
 * from, the last before the date, if no mark parts them.
 */
function nearestJoined(
  tree: ClauseTree,
  owner: Token,
  { date, candidates }: { date: DateExpression; candidates: readonly Token[] },
): Token | undefined {
  const first = firstAt(tree, date);
  if (owner.upos !== 'VERB' || owner.at > first) return undefined;
  const mark = tree.tokens.findLast(({ at, text }) => at < first && /^[,;:—–()]$/u.test(text));
  const last = candidates.findLast(({ at, upos }) => upos === 'VERB' && at < first && at > owner.at);
  if (!last || (mark && mark.at > last.at)) return undefined;
  for (let at: Token | undefined = last; at; at = parentOf(tree, at)) {
    if (at === owner) return last;
    if (!/^(?:ccomp|conj|xcomp)$/u.test(at.relation) || (at === last && at.relation === 'xcomp')) return undefined;
  }
  return undefined;
}

/** Where the words of a date begin. */
function firstAt(tree: ClauseTree, { span }: DateExpression): number {
  return tree.tokens.findIndex((token) => token.span[1] > span[0]);
}

/** The verb of saying that a date stands right behind, or behind its subject: "said on Tuesday", "…, said Amnesty on Tuesday". */
function tellerBefore(tree: ClauseTree, date: DateExpression, top: Token): Token | undefined {
  const isTeller = ({ event, upos }: Token): boolean => event === 'REPORTING' && upos === 'VERB';
  const near = tree.tokens.slice(Math.max(0, top.at - TELLER_WORDS), top.at).findLast(isTeller);
  const first = coveredBy(tree, date.span)[0]?.at ?? top.at;
  if (near) return near;
  for (let at = first - 1; at >= Math.max(1, first - INVERTED_WORDS); at -= 1) {
    const token = tokenAt(tree, at);
    if (isTeller(token)) return tree.tokens[at - 1]?.upos === 'PUNCT' ? token : undefined;
    if (!/^(?:PROPN|NOUN|DET|ADP|ADJ)$/u.test(token.upos)) return undefined;
  }
  return undefined;
}

/** Returns true if a date is the end of something, what something is compared with, or when it was last so. */
export function isNoTime(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): boolean {
  const top = topOf(tree, date);
  return top !== undefined && (isEnd(tree, top, candidates) || isCompared(tree, date));
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
    if (at.at > top.at && /^(?:compared|versus)$/u.test(at.text)) continue;
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

/** "Until the end of the 2022 season", "for the first time since 1993". */
function isEnd(tree: ClauseTree, top: Token, candidates: readonly Token[]): boolean {
  for (let at: Token | undefined = top; at && at.upos !== 'VERB'; at = parentOf(tree, at)) {
    if (candidates.includes(at)) break;
    if (/^(?:until|till)$/u.test(caseOf(tree, at))) return true;
  }
  const marker = childBy(tree, top, /^case$/u);
  const before = marker?.text === 'since' ? tree.tokens[marker.at - 1] : undefined;
  return before?.lemma === 'time' && isFirstTime(tree, before);
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

/** "The Nov. 9 loss", "Tuesday's declaration": the noun that a date is part of the name of. */
function namedByDate(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): Token | undefined {
  const covered = coveredBy(tree, date.span);
  const last = covered.at(-1);
  const first = covered[0];
  if (!first || !last) return undefined;
  const isGoverned = /^(?:in|on|since|by|from|to|during|and|or)$/u.test(tree.tokens[first.at - 1]?.text ?? '');
  const possessive = /^['’]s?$/u.test(tree.tokens[last.at + 1]?.text ?? '');
  if (!possessive && (isGoverned || !NAMES.test(date.text))) return undefined;
  for (let at = last.at + 1 + Number(possessive); at <= last.at + 1 + NAME_WORDS; at += 1) {
    const token = tree.tokens[at];
    if (!token || !/^(?:NOUN|ADJ|PROPN)$/u.test(token.upos)) return undefined;
    if (candidates.includes(token) && token.upos !== 'ADJ' && token.relation !== 'compound') return token;
  }
  return undefined;
}

/** Dates that stand before a noun as they are: "the Nov. 9 loss", "the 2012 sale", "the Friday meeting". */
const NAMES = /^(?!.*\b(?:ago|last|this|next|past|earlier|later)\b).*(?:\d|day$)/iu;

/** "Boarded a flight on May 15": a date that hangs from the verb says when the verb's was, if that is no saying or wishing. */
function isDoneThen(
  tree: ClauseTree,
  noun: Token,
  { verb, candidates }: { verb: Token | undefined; candidates: readonly Token[] },
): boolean {
  if (verb?.upos !== 'VERB' || !candidates.includes(verb)) return false;
  // "Launched the offer on Sept. 26": right behind a verb, whatever the noun was hung from.
  const between = tree.tokens.slice(verb.at + 1, noun.at);
  const isObject = verb.at < noun.at && between.length <= 2 && between.every(({ upos }) => /^(?:DET|ADJ)$/u.test(upos));
  if (noun.head !== verb.at && !isObject) return false;
  return (
    !/^(?:REPORTING|I_STATE|I_ACTION|PERCEPTION)$/u.test(verb.event ?? '') &&
    /^(?:obj|obl|nsubj:pass)/u.test(noun.relation)
  );
}

/** The word before a date and its preposition: "trial" of "a trial in May". */
function wordBefore(tree: ClauseTree, date: DateExpression): Token | undefined {
  const [first] = coveredBy(tree, date.span);
  const before = first && tree.tokens[first.at - 1];
  return before?.relation === 'case' && before.upos === 'ADP' ? tree.tokens[before.at - 1] : before;
}

/** "Exploded in Nairobi Friday, killing five": a date that ends a clause, hung from the next one. */
function isCutOff(
  tree: ClauseTree,
  { date, head, behind }: { date: DateExpression; head: Token | undefined; behind: Token },
): boolean {
  const last = coveredBy(tree, date.span).at(-1);
  if (!last || !head || head.at <= last.at || !/^(?:NOUN|PROPN|VERB|ADV)$/u.test(behind.upos)) return false;
  const next = nextOf(tree, date);
  const isBare = tree.tokens[behind.at + 1]?.span[0] === date.span[0];
  const goesOn = next?.text === ',' && head === tree.tokens[next.at + 1] && head.text.endsWith('ing');
  if (!isBare) return goesOn;
  return next?.text === ',' || (next === head && head.upos === 'VERB' && head.text.endsWith('ing'));
}

/** The first word after a date. */
function nextOf(tree: ClauseTree, { span }: DateExpression): Token | undefined {
  return tree.tokens.find((token) => token.span[0] >= span[1]);
}

/** The verb that goes before in a clause. */
function verbBefore(tree: ClauseTree, token: Token, candidates: readonly Token[]): Token | undefined {
  for (let at = token.at; at >= 0; at -= 1) {
    const before = tokenAt(tree, at);
    if (/^[;:—–]$/u.test(before.text)) return undefined;
    if (before.upos === 'VERB' && before.relation !== 'amod') return candidates.includes(before) ? before : undefined;
  }
  return undefined;
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
