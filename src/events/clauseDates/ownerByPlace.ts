import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { parentOf, tokenAt } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { coveredBy, firstAt, nextOf } from './datePlace.ts';

const TELLER_WORDS = 2;
const INVERTED_WORDS = 8;
const NAME_WORDS = 3;

/** "Said that last week it found": a date right behind the word that opens a clause is that clause's. */
export function openedBefore(tree: ClauseTree, date: DateExpression): Token | undefined {
  const at = firstAt(tree, date);
  const [before, further] = [tree.tokens[at - 1], tree.tokens[at - 2]];
  const mark = before?.upos === 'ADP' ? further : before;
  if (mark?.text !== 'that' || mark.relation !== 'mark') return undefined;
  return parentOf(tree, mark);
}

/** "Founded in Leeds in 1931, the company went public": a date of the participle phrase that opens a sentence is never past its comma. */
export function openingParticiple(tree: ClauseTree, date: DateExpression): Token | undefined {
  const [first] = tree.tokens;
  const at = firstAt(tree, date);
  if (first?.upos !== 'VERB' || !/(?:ed|ing|en|wn|rn|lt|ght|ld|de)$/u.test(first.text)) return undefined;
  const between = tree.tokens.slice(1, at);
  if (between.some(({ upos, text }) => /^(?:VERB|AUX)$/u.test(upos) || /^[,;:—–]$/u.test(text))) return undefined;
  return nextOf(tree, date)?.text === ',' ? first : undefined;
}

/** "Hostages who had been held since 2016 were released": a date before the main verb ends the clause that goes before it. */
export function closedBefore(
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
export function toldAfter(tree: ClauseTree, date: DateExpression, behind: Token | undefined): Token | undefined {
  const next = nextOf(tree, date);
  if (next?.upos !== 'VERB' || behind?.head !== next.at || !behind.relation.startsWith('nsubj')) return undefined;
  if (behind.event !== undefined) return undefined;
  return verbGroup(tree, next).tense === 'past' ? next : undefined;
}

/**
 * "Said it will close on May 3", "failed and filed for protection in July": of verbs joined to one that a date was hung
 * from, the last before the date, if no mark parts them.
 */
export function nearestJoined(
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

/** The verb of saying that a date stands right behind, or behind its subject: "said on Tuesday", "…, said Amnesty on Tuesday". */
export function tellerBefore(tree: ClauseTree, date: DateExpression, top: Token): Token | undefined {
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

/** "The Nov. 9 loss", "Tuesday's declaration": the noun that a date is part of the name of. */
export function namedByDate(tree: ClauseTree, date: DateExpression, candidates: readonly Token[]): Token | undefined {
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
export function isDoneThen(
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

/** "Exploded in Nairobi Friday, killing five": a date that ends a clause, hung from the next one. */
export function isCutOff(
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
