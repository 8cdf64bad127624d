import type { TaggedSentence } from 'rapporteur-reader';
import { overlaps, type Span } from '../../language/span.ts';
import { atWordBorders, startsAtWordBorder } from '../../language/words/wordBorders.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { amountsIn } from './amountsIn.ts';
import { datesIn } from './datesIn.ts';
import { fullNames } from './fullNames.ts';
import { pairsIn } from './pairsIn.ts';
import { phrasesIn } from './phrasesIn.ts';

/** White space, and what ends a clause or lies between two, at an edge of a span. */
const EDGE = /[\s,;:.!?…–—-]/u;
/** A dot that belongs to what is before it: "p.m.", "U.S.", "J." */
const DOTTED = /(?:^|[\s.(])\p{L}\.$/u;
/** Words that lead on to what is not in a span any more, at its end, and those that lead in, at its start. */
const LEADS_ON =
  / (?:and|or|but|the|an?|of|to|for|with|from|that|which|who|as|than|its|their|his|her|is|are|was|were)$/iu;
const LEADS_IN = /^(?:and|or|but|that|which|who) /iu;
const SIGN = /[.–-]/u;
/** What joins the parts of a word or a number: "3-year-old", "1,200". */
const JOINT = /[-‐‑'’.,:–−/]/u;
/** A word right before a phrase that turns it into its contrary. */
const NEGATION = /(?:^|[^\p{L}])(?:not|never|no|without|nor|neither|\p{L}{1,6}n['’]t) $/iu;
const NEGATION_MAX_CHARS = 12;

/**
 * Widens the words that answer, a span of a sentence, to a whole phrase: it begins and ends at word borders, and holds the whole of every
 * amount, date, name and noun phrase that it has any of, and of every quotation and bracket that it has one mark of. A "not" right
 * before it is in it. Without tags, noun phrases are not known. The same span where it is whole already; empty if it has no word.
 */
export function* wholePhrase(text: string, span: Span, tagged?: Pick<TaggedSentence, 'words' | 'isTree'>): Steps<Span> {
  const units = [...amountsIn(text), ...(yield* datesIn(text)), ...fullNames(text), ...phrasesIn(text, tagged)];
  const pairs = pairsIn(text);
  let whole = withoutLeads(text, trimmedAtEdges(text, span));
  if (whole[0] === whole[1]) return whole;
  for (;;) {
    yield;
    const wider = trimmedAtEdges(text, widened(text, whole, { units, pairs }));
    if (wider[0] === whole[0] && wider[1] === whole[1]) return whole;
    whole = wider;
  }
}

/** Leaves out what leads on or in, which the reader seldom means. */
function withoutLeads(text: string, [from, to]: Span): Span {
  const start = from + (LEADS_IN.exec(text.slice(from, to))?.[0].length ?? 0);
  const end = to - (LEADS_ON.exec(text.slice(start, to))?.[0].length ?? 0);
  return trimmedAtEdges(text, [start, end]);
}

interface Units {
  /** What is whole or not there at all. */
  readonly units: readonly Span[];
  /** What may be marked without its first and last character, or within these. */
  readonly pairs: readonly Span[];
}

function widened(text: string, span: Span, { units, pairs }: Units): Span {
  let [start, end] = span;
  for (const unit of units)
    if (overlaps(unit, [start, end])) [start, end] = [Math.min(start, unit[0]), Math.max(end, unit[1])];
  for (const [opens, closes] of pairs)
    if (start <= opens !== end >= closes && start < closes && end > opens && !isInside([start, end], [opens, closes]))
      [start, end] = [Math.min(start, opens), Math.max(end, closes)];
  [start, end] = atBorders(text, [start, end]);
  const negation = NEGATION.exec(text.slice(Math.max(0, start - NEGATION_MAX_CHARS), start))?.[0];
  return negation === undefined ? [start, end] : [start - negation.replace(/^[^\p{L}]/u, '').length, end];
}

function isInside([start, end]: Span, [opens, closes]: Span): boolean {
  return start > opens && end < closes;
}

function atBorders(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start > 0 && !startsAtWordBorder(text, start))
    do start -= 1;
    while (start > 0 && JOINT.test(text.charAt(start)));
  while (end < text.length && !atWordBorders(text, [start, end]))
    do end += 1;
    while (end < text.length && JOINT.test(text.charAt(end - 1)));
  return [start, end];
}

/** Leaves out what is no part of the words at either end, but for the dot of an abbreviation, and the minus or dot of a number. */
function trimmedAtEdges(text: string, [from, to]: Span): Span {
  let [start, end] = [Math.max(0, from), Math.min(text.length, to)];
  while (
    start < end &&
    isEdge(text, start) &&
    !(SIGN.test(text.charAt(start)) && /\p{N}/u.test(text.charAt(start + 1)))
  )
    start += 1;
  while (end > start && isEdge(text, end - 1) && !DOTTED.test(text.slice(Math.max(0, end - 4), end))) end -= 1;
  if (text[end] === '.' && DOTTED.test(text.slice(Math.max(0, end - 3), end + 1)) && end > start) end += 1;
  return [start, end];
}

function isEdge(text: string, at: number): boolean {
  return EDGE.test(text.charAt(at));
}
