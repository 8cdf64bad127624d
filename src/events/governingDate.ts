import type { DateExpression } from '../language/dates/dateExpressions.ts';
import type { Mention } from './mentions/mention.ts';
import type { Sentence, Word } from './sentence.ts';

const CLAUSE_COST = 7;
const OTHER_TRIGGER_COST = 8;
const OPENING_COST = 6;
const MAX_COST = 40;
/** A date before a noun that is no subject or object belongs to the verb: "on Monday it told of the murder of …". */
const OBLIQUE_COST = 12;
/** A date that is part of another event's name says nothing of this one. */
const OWNED_COST = 40;
const REPORT =
  /^(?:said|says|say|told|reported|reports|stated|announced|added|declared|confirmed|noted|explained|claimed|disclosed|learned)$/u;
/** Verbs that tell of something or judge it, with what they tell of as their object. */
const TELLS =
  /^(?:said|says|say|told|reported|stated|announced|declared|confirmed|claimed|disclosed|revealed|admitted|denied|condemned|denounced|deplored|repudiated|criticized|criticised|accused|blamed|referred|mentioned|described|discussed|regretted|commented|recalled|remembered|commemorated|mourned|protested|rejected|acknowledged|analyzed|examined|investigated|investigating|linked|charged|sentenced|convicted|tried|suspected|arrested|ordered|urged|demanded|asked|called)$/u;
/** What makes a date the beginning or end of something rather than its time. */
const BORDER = /^(?:since|until|till)$/u;

/** A date expression with its place among a sentence's words. */
interface Placed {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the date expression that says when a mention's event was: the nearest by words, where clause borders and other
 * events between them count as distance, and a date that opens the sentence is near to all of it. A date that belongs to
 * a verb of reporting ("police said on Monday that …") is not what happened's.
 */
export function governingDate(
  mention: Mention,
  { sentence, dates, mentions }: { sentence: Sentence; dates: readonly DateExpression[]; mentions: readonly Mention[] },
): DateExpression | undefined {
  let best: { date: DateExpression; cost: number } | undefined;
  for (const date of dates) {
    const placed = placedIn(sentence.words, date);
    if (!placed) continue;
    const cost = costOf(mention, placed, { words: sentence.words, mentions });
    if (cost <= MAX_COST && (!best || cost < best.cost)) best = { date, cost };
  }
  return best?.date;
}

function costOf(
  mention: Mention,
  { from, to }: Placed,
  { words, mentions }: { words: readonly Word[]; mentions: readonly Mention[] },
): number {
  const { at } = mention;
  if (from <= at && at < to) return Infinity;
  const after = from > at;
  const [first, last] = after ? [at, from] : [to - 1, mention.from];
  const between = Math.max(0, last - first - 1);
  const clauses = Math.abs(words[from]!.clause - words[at]!.clause);
  const others = mentions.filter(
    (other) =>
      other !== mention &&
      other.at !== mention.support &&
      (after ? other.at > at && other.at < from : other.at >= to && other.at < mention.from),
  ).length;
  let cost = between + clauses * CLAUSE_COST + others * OTHER_TRIGGER_COST;
  if (modifies(words, { from, to }, mention)) cost = 0;
  else if (mentions.some((other) => other !== mention && modifies(words, { from, to }, other))) cost += OWNED_COST;
  else if (opens(words, from)) cost = Math.min(cost, OPENING_COST + Math.min(clauses, 2) * 2);
  if (!after && words.slice(to, mention.from).some((word) => /^(?:and|or)$/u.test(word.text)) && !opens(words, from))
    cost += CLAUSE_COST;
  if (!after && mention.trigger.word === 'noun' && !mention.finite && !modifies(words, { from, to }, mention))
    cost += OBLIQUE_COST;
  if (!after && isComplement(mention, { to, words, mentions })) cost += OWNED_COST;
  if (!after && isToldOf(mention, { to, words })) cost += OWNED_COST;
  if (BORDER.test(words[from - 1]?.text ?? '')) cost += 10;
  else if (after && words.slice(at + 1, from).some(({ text }) => BORDER.test(text))) cost += OWNED_COST;
  if (mention.trigger.kind !== 'statement' && belongsToReport(words, from, to)) cost += 40;
  return cost;
}

/** Tells whether a date is part of what a noun is called: "the 2022 bombing". */
export function modifies(
  words: readonly Word[],
  { from, to }: Pick<Placed, 'from' | 'to'>,
  { at, trigger }: Mention,
): boolean {
  if (
    trigger.word !== 'noun' ||
    to > at ||
    at - to > 3 ||
    /^(?:in|on|by|since|of|during|until)$/u.test(words[from - 1]?.text ?? '')
  )
    return false;
  return words
    .slice(to, at)
    .every(
      (word) =>
        !word.afterMark && word.clause === words[at]!.clause && !/^(?:and|or|the|an?|to|of|in|on|by)$/u.test(word.text),
    );
}

/** Tells whether a date stands at the beginning of the sentence, before its first clause says anything. */
function opens(words: readonly Word[], from: number): boolean {
  return (
    from <= 3 &&
    words
      .slice(0, from)
      .every((word) =>
        /^(?:on|in|at|during|over|early|late|likewise|for|example|meanwhile|the|and|but|then|later|by|since|throughout)$/u.test(
          word.text,
        ),
      )
  );
}

/** Tells whether a mention is what a warning or threat says, with the date before that: "on Monday she warned that floods …". */
function isComplement(
  mention: Mention,
  { to, words, mentions }: { to: number; words: readonly Word[]; mentions: readonly Mention[] },
): boolean {
  return mentions.some(
    ({ trigger, at }) =>
      trigger.word === 'verb' &&
      /^(?:warning|threat|order|statement)$/u.test(trigger.kind) &&
      at >= to &&
      at < mention.at &&
      words[at]!.clause !== words[mention.at]!.clause,
  );
}

/**
 * Tells whether a noun is what a verb tells of, and the date stands with that verb: "on Monday she condemned the attack",
 * "police today arrested six men for the murder".
 */
function isToldOf({ trigger, at }: Mention, { to, words }: { to: number; words: readonly Word[] }): boolean {
  if (trigger.word !== 'noun') return false;
  const verb = words.findLastIndex(
    ({ text, clause, capital }, index) => index < at && clause === words[at]!.clause && !capital && TELLS.test(text),
  );
  return verb !== -1 && to <= at && words.slice(verb, at).every(({ clause }) => clause === words[at]!.clause);
}

function belongsToReport(words: readonly Word[], from: number, to: number): boolean {
  const before = words.slice(Math.max(0, from - 2), from).map((word) => word.text);
  if (before.some((word) => REPORT.test(word))) return true;
  return REPORT.test(words[to]?.text ?? '') && !words[to]!.afterMark;
}

/** Finds the words that a date expression covers. */
export function placedIn(words: readonly Word[], date: DateExpression): Placed | undefined {
  const from = words.findIndex((word) => word.span[1] > date.span[0]);
  if (from === -1) return undefined;
  let to = from + 1;
  while (to < words.length && words[to]!.span[0] < date.span[1]) to += 1;
  return { from, to };
}
