import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { afterWord } from '../dates/afterWord.ts';
import { dateOwner } from './dateOwner.ts';
import { topOf } from './datePlace.ts';
import { shareCauses, shareOpening, shareUpwards, shareWithWhen, type Dated } from './sharedDates.ts';
import { caseOf, childBy, childrenOf, parentOf, relationOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';

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
    const owner = dateOwner(tree, date, candidates);
    if (!top || !owner) continue;
    const said = afterWord(date, caseOf(tree, top));
    const before = own.get(owner);
    const both = before && consecutive(before, said);
    if (both) {
      own.set(owner, both);
      continue;
    }
    const isDirect = parentOf(tree, top) === owner;
    if (before && isOfLastPart(tree, owner, { opening: before, date: said })) continue;
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
  const dated: Dated = { candidates, all };
  shareUpwards(tree, dated);
  shareWithWhen(tree, dated, dates);
  shareOpening(tree, dated, dates);
  shareCauses(tree, dated);
  for (const candidate of candidates) {
    const found = all.get(candidate) ?? inheritedDate(tree, candidate, all);
    if (found) all.set(candidate, found);
  }
  return all;
}

const LEVELS_MAX = 4;
/** "Six months after", "hours before". */
const MEASURE = /^(?:minute|hour|day|night|week|fortnight|month|year|decade|long|shortly|soon|just|\d+)$/u;

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
    if (!head || !continuesClause(tree, at, head) || isAtAnotherTime(tree, at)) return undefined;
    const date = own.get(head);
    if (date) return date;
    at = head;
  }
  return undefined;
}

/** "It opened in 2009 and once held a third of the market". */
function isAtAnotherTime(tree: ClauseTree, verb: Token): boolean {
  return childrenOf(tree, verb).some(({ relation, text }) => relation === 'advmod' && ANOTHER_TIME.test(text));
}

const ANOTHER_TIME = /^(?:once|later|eventually|ever|never|since|previously|formerly|finally|subsequently|now)$/u;

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
  // "Convicted him of kidnapping her", "kept them from leaving": another deed, at another time.
  if (tense === 'gerund' && mark && /^(?:of|for|from)$/u.test(mark.text)) return false;
  const isMeasured = mark !== undefined && MEASURE.test(tree.tokens[mark.at - 1]?.lemma ?? '');
  // "Less than six months after leading them to the final".
  if (tense === 'gerund' && mark && /^(?:after|before|since)$/u.test(mark.text))
    return mark.text === 'before' && !isMeasured;
  const isSameDay = tense === 'past' && mark?.text === 'before' && !isMeasured;
  const isWhen = tense === 'past' && /^(?:when|as|while)$/u.test(childBy(tree, at, /^(?:mark|advmod)$/u)?.text ?? '');
  return tense === 'gerund' || isSameDay || isWhen;
}

const LIGHT =
  /^(?:have|hold|make|take|give|carry|launch|conduct|stage|begin|start|end|finish|complete|continue|resume|hit|win|receive|get|suffer|impose|sign|issue|file|deliver|host|attend|undergo|play|cause|lead|see|set|cast|occur|happen|open|close|come|do|schedule|plan|mount|put|place|finalize|bring|order|announce|break|erupt|score|post|reach|face)$/u;

/** Returns true if a verb leaves it to its noun to say what happened: "held talks", "launched an attack". */
export function isLight(lemma: string): boolean {
  return LIGHT.test(lemma);
}

/** "That year they released two films and another in May": after a date that opens the sentence, the last thing's own. */
function isOfLastPart(
  tree: ClauseTree,
  owner: Token,
  { opening, date }: { opening: DateExpression; date: DateExpression },
): boolean {
  if (opening.span[1] > owner.span[0] || date.span[0] < owner.span[1]) return false;
  const between = tree.tokens.filter(({ span, at }) => at > owner.at && span[1] <= date.span[0]);
  return between.some(({ text, relation }) => relation === 'cc' && text === 'and');
}

const AND_CHARS = ' and '.length;

/** "Rose last year and this year": two dates of one kind, of which one follows on the other, are one time. */
function consecutive(first: DateExpression, second: DateExpression): DateExpression | undefined {
  if (second.span[0] - first.span[1] !== AND_CHARS || first.edtf?.length !== second.edtf?.length) return undefined;
  if (first.edtf === null || second.edtf === null || /[/[~]/u.test(first.edtf + second.edtf)) return undefined;
  const [days, next] = [edtfInterval(first.edtf), edtfInterval(second.edtf)];
  if (!days || !next || days[1] + 1 !== next[0]) return undefined;
  const certainty = first.certainty === second.certainty ? first.certainty : 'inferred';
  return {
    text: `${first.text} and ${second.text}`,
    span: [first.span[0], second.span[1]],
    edtf: `${first.edtf}/${second.edtf}`,
    certainty,
    ruleId: 'two-dates',
  };
}

const YEAR_CHARS = 'YYYY'.length;

function exactness({ edtf, certainty }: DateExpression): number {
  // "[1946,1947]" is one year or the other.
  const chars = edtf?.startsWith('[') === true ? YEAR_CHARS : (edtf?.length ?? 0);
  return (edtf === null ? 0 : 1 + chars / 40) - (certainty === 'vague' ? 1 : 0);
}
