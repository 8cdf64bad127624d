import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Mention } from '../mentions/mention.ts';
import { afterWord } from './afterWord.ts';
import { modifies, opensSentence, placedIn, type PlacedDate } from './placedDate.ts';
import { ONE_OF_SEVERAL } from './oneOfSeveral.ts';
import { isDateOfReport } from './reportedDate.ts';
import { wordAt, type Sentence, type Word } from '../mentions/sentence.ts';

const CLAUSE_COST = 7;
const OTHER_TRIGGER_COST = 8;
const OPENING_COST = 6;
const BORDER_COST = 10;
const MAX_COST = 40;
/** A date that is part of another event's name, of a report or of another verb says nothing about this event. */
const OWNED_COST = 40;
/** What makes a date the start or end of something rather than its time. */
const BORDER = /^(?:since|until|till)$/u;

/**
 * Finds the date expression of a mention: the nearest in words, where clause borders and other events in between add
 * distance, and a date that opens the sentence is near to all of it. A date that belongs to a reporting verb ("police
 * said on Monday that …") is not the event's. "Since May" is open-ended.
 */
export function governingDate(
  mention: Mention,
  { sentence, dates, mentions }: { sentence: Sentence; dates: readonly DateExpression[]; mentions: readonly Mention[] },
): DateExpression | undefined {
  const { words } = sentence;
  let best: { date: DateExpression; cost: number } | undefined;
  for (const date of dates) {
    const placed = placedIn(words, date);
    if (!placed) continue;
    const cost = costOf(mention, placed, { words, mentions });
    if (cost <= MAX_COST && (!best || cost < best.cost))
      best = { date: afterWord(date, words[placed.from - 1]?.text), cost };
  }
  return best?.date;
}

/** Reasons why a date may not be an event's, each with its penalty. */
function costOf(
  mention: Mention,
  placed: PlacedDate,
  { words, mentions }: { words: readonly Word[]; mentions: readonly Mention[] },
): number {
  const { at } = mention;
  const { from, to } = placed;
  if (from <= at && at < to) return Infinity;
  const named = modifies(words, placed, mention);
  const opening = opensSentence(words, placed);
  const after = from > at;
  let cost = named ? 0 : distance(mention, placed, { words, mentions });
  if (!named && mentions.some((other) => other !== mention && modifies(words, placed, other))) cost += OWNED_COST;
  else if (opening)
    cost = Math.min(
      cost,
      OPENING_COST + Math.min(Math.abs(wordAt(words, from).clause - wordAt(words, at).clause), 2) * 2,
    );
  if (!after && !opening && words.slice(to, mention.from).some(({ text }) => /^(?:and|or)$/u.test(text)))
    cost += CLAUSE_COST;
  if (!after && !opening && wordAt(words, to).afterMark) cost += CLAUSE_COST;
  if (!after && !named && isOblique(mention, words)) cost += OWNED_COST;
  if (isDateOfReport(mention, placed, { words, mentions })) cost += OWNED_COST;
  if (countsSince(words, from)) return Infinity;
  if (BORDER.test(words[from - 1]?.text ?? '')) cost += BORDER_COST;
  else if (after && words.slice(at + 1, from).some(({ text }) => BORDER.test(text))) cost += OWNED_COST;
  return cost;
}

const COUNTED_WORDS = 8;

/** "The third grounding on that route since 2019": the count began then, not what is told. */
function countsSince(words: readonly Word[], from: number): boolean {
  if (words[from - 1]?.text !== 'since') return false;
  const { clause } = wordAt(words, from);
  return words
    .slice(Math.max(0, from - 1 - COUNTED_WORDS), from - 1)
    .some((word) => word.clause === clause && ONE_OF_SEVERAL.test(word.text));
}

function distance(
  mention: Mention,
  { from, to }: PlacedDate,
  { words, mentions }: { words: readonly Word[]; mentions: readonly Mention[] },
): number {
  const { at, support } = mention;
  const after = from > at;
  const [first, last] = after ? [at, from] : [to - 1, mention.from];
  const others = mentions.filter(
    (other) =>
      other !== mention &&
      other.at !== support &&
      (after ? other.at > at && other.at < from : other.at >= to && other.at < mention.from),
  ).length;
  const clauses = Math.abs(wordAt(words, from).clause - wordAt(words, at).clause);
  return Math.max(0, last - first - 1) + clauses * CLAUSE_COST + others * OTHER_TRIGGER_COST;
}

/** A noun that nothing happens to or by is part of another verb's statement; a date before it belongs to that verb. */
function isOblique({ trigger, finite, at }: Mention, words: readonly Word[]): boolean {
  return (
    trigger.word === 'noun' &&
    !finite &&
    !words.some(({ text, clause }) => text === 'there' && clause === wordAt(words, at).clause)
  );
}
