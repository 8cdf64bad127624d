import { formatCalendarDate, dayOf, parseCalendarDate } from '../../language/dates/calendar.ts';
import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Span } from '../../language/span.ts';
import { numberOf } from '../../language/dates/dateWords.ts';
import { moved, unitOf } from '../../language/dates/edtf.ts';
import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { subjectOf } from '../clauses/participants.ts';
import { childrenOf, parentOf } from '../clauses/treeWalk.ts';
import { isReduced, verbGroup } from '../clauses/verbGroup.ts';

const WEEK_DAYS = 7;
/** "Almost two days after". */
const OPENING_WORDS = 4;
const UNIT = /^(?:day|night|week|fortnight|month|year|decade)s?$/u;
/** "More than a year after", "for two days after": a bound or a stretch, from which no date can be counted. */
const BOUND = /^(?:than|least|most|over|under|within|up|for|in|during|until|till|since|every)$/u;
const NEARLY = /^(?:about|almost|around|nearly|roughly|some)$/u;

/** "Two days after they met": how long after or before what a word tells its sentence's other clause was. */
interface Gap {
  readonly count: number;
  readonly unit: string;
  readonly way: 'after' | 'before';
  readonly about: boolean;
  /** The words that say so. */
  readonly words: string;
  readonly span: Span;
}

/**
 * Dates what a sentence counts from, and what it counts to, where one of them has a date: "A day after the talks
 * failed, …", "the strike ended two weeks after the fire", "18 years after they invaded". What is told in the present is
 * counted from the day of writing. As exact as the unit, and inferred.
 */
export function withCounted(
  clauses: readonly Clause[],
  { written }: { written: number | undefined },
): readonly Clause[] {
  const byToken = new Map(clauses.map((clause) => [clause.token, clause]));
  const bySentence = Map.groupBy(clauses, ({ tree }) => tree);
  const found = new Map<Clause, DateExpression>();
  const told = new Map<string, DateExpression>();
  for (const clause of clauses) {
    const { tree, token, date, modality } = clause;
    const gap = gapBefore(tree, token);
    const other = gap && (openedBy(clause, bySentence.get(tree) ?? []) ?? otherOf(clause, byToken));
    if (gap && other) {
      // "The vote came after …", "after the fire": what was told of before.
      const subject = subjectOf(other.tree, other.token);
      const base = other.date ?? (subject && told.get(subject.lemma)) ?? presentDay(other, written);
      const own = date ?? (token.upos === 'NOUN' ? told.get(token.lemma) : undefined);
      const from = date ? undefined : base && counted(base, { ...gap, ahead: gap.way === 'before' });
      const to = other.date || !own ? undefined : counted(own, { ...gap, ahead: gap.way === 'after' });
      if (from) found.set(clause, from);
      const counts = byToken.get(other.token);
      if (!from && to && counts && isPast(counts) && !found.has(counts)) found.set(counts, to);
    }
    if (date && modality === 'actual') told.set(token.lemma, date);
  }
  return found.size === 0
    ? clauses
    : clauses.map((clause) => {
        const date = clause.date ? undefined : found.get(clause);
        return date ? { ...clause, date } : clause;
      });
}

/** Reads "two days after" before a noun or a clause. */
export function gapBefore(tree: ClauseTree, token: Token): Gap | undefined {
  const marker = childrenOf(tree, token).find(
    ({ relation, text, at }) => /^(?:mark|case)$/u.test(relation) && /^(?:after|before)$/u.test(text) && at < token.at,
  );
  const unit = marker && tree.tokens[marker.at - 1];
  if (!marker || !unit || !UNIT.test(unit.text)) return undefined;
  const [, second, first] = [unit, tree.tokens[unit.at - 1], tree.tokens[unit.at - 2]];
  if (!second || BOUND.test(second.text) || BOUND.test(first?.text ?? '')) return undefined;
  const count = second.text === 'the' ? 1 : numberOf(second.text);
  if (!Number.isInteger(count) || count === 0) return undefined;
  return {
    count,
    unit: unit.text,
    way: marker.text === 'after' ? 'after' : 'before',
    about: NEARLY.test(first?.text ?? ''),
    span: [second.span[0], marker.span[1]],
    words: `${second.written} ${unit.written} ${marker.written}`,
  };
}

/** "A day after the talks failed, rebels attacked": what is counted to from a clause that opens its sentence, whatever it was hung from. */
function openedBy({ tree, token }: Clause, inSentence: readonly Clause[]): Clause | undefined {
  const start = childrenOf(tree, token).find(({ relation }) => relation === 'mark' || relation === 'case')?.at ?? 0;
  if (start > OPENING_WORDS) return undefined;
  const comma = tree.tokens.find(({ text, at }) => text === ',' && at > token.at);
  return (
    comma && inSentence.find((each) => each.token.at > comma.at && isFiniteVerb(each) && !isReduced(tree, each.token))
  );
}

/** The clause that one is counted to: the first above it that may tell of an event, or else the main clause. */
function otherOf(
  { tree, token }: Clause,
  byToken: ReadonlyMap<Token, Clause>,
): Pick<Clause, 'tree' | 'token' | 'date'> | undefined {
  for (let at = parentOf(tree, token); at; at = parentOf(tree, at)) {
    if (at.relation.startsWith('acl')) return byToken.get(at);
    const clause = byToken.get(at);
    if (clause && at.upos === 'VERB') return clause;
    if (at.upos === 'VERB' || at.head === -1) return { tree, token: at, date: undefined };
  }
  return undefined;
}

/** "The crash comes a day after …", "they remain there, 18 years after …". */
function presentDay(
  { tree, token }: Pick<Clause, 'tree' | 'token'>,
  written: number | undefined,
): Pick<DateExpression, 'edtf'> | undefined {
  if (written === undefined || tree.quoted[token.at] === true) return undefined;
  const { tense } = verbGroup(tree, token);
  if (!/^(?:present|progressive)$/u.test(tense)) return undefined;
  return { edtf: formatCalendarDate(dayOf(written)) };
}

function isFiniteVerb({ tree, token }: Pick<Clause, 'tree' | 'token'>): boolean {
  return token.upos === 'VERB' && !/^(?:infinitive|gerund|participle)$/u.test(verbGroup(tree, token).tense);
}

function isPast({ tree, token }: Pick<Clause, 'tree' | 'token'>): boolean {
  return token.upos === 'VERB' && /^(?:past|perfect|pluperfect)$/u.test(verbGroup(tree, token).tense);
}

function counted(
  base: Pick<DateExpression, 'edtf'>,
  { count, unit, about, span, words, ahead }: Gap & { readonly ahead: boolean },
): DateExpression | undefined {
  const from = base.edtf === null ? undefined : parseCalendarDate(base.edtf.replace(/~$/u, ''));
  const [step, times] = unitOf(unit);
  if (!from) return undefined;
  const days = count * times * (step === 'week' ? WEEK_DAYS : 1);
  // A few days from some day of a month are mostly in that month.
  const isSame =
    (step === 'day' || step === 'week') && days <= WEEK_DAYS && from.month !== undefined && from.day === undefined;
  const date = isSame ? from : moved(from, step, count * times * (ahead ? 1 : -1));
  if (!date) return undefined;
  const isRough = isSame || about || times > 1 || step === 'week' || base.edtf?.endsWith('~') === true;
  return {
    text: words,
    span,
    edtf: formatCalendarDate(date) + (isRough ? '~' : ''),
    certainty: 'inferred',
    ruleId: 'counted-from-event',
    ruleData: { count, unit, way: ahead ? 'after' : 'before' },
  };
}
