import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Clause } from '../clauses/clause.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { familyOf } from '../mentions/kinds.ts';
import { parentOf } from '../clauses/treeWalk.ts';
import { hasTo } from '../clauses/verbGroup.ts';
import type { EventKind } from '../mentions/triggers.ts';

const LEAD_PARAGRAPHS = 4;
const DAY_CHARS = 'YYYY-MM-DD'.length;

export type Occasion = 'match' | 'election' | 'incident' | 'journey' | 'hearing' | 'meeting';

/** Events of one occasion, told in many sentences of which the first has the day. */
export function occasionOf(kind: EventKind): Occasion | undefined {
  if (/^(?:match|performance|victory)$/u.test(kind)) return 'match';
  if (familyOf(kind) === 'violence' || /^(?:arrest|accident|disaster|robbery|kidnapping|hijacking)$/u.test(kind))
    return 'incident';
  if (kind === 'election') return 'election';
  return /^(?:release|departure|visit)$/u.test(kind) ? 'journey' : undefined;
}

/** What is told at a hearing and of it. */
const HEARING = /^(?:testify|testimony|hearing|cross-examine|cross-examination)$/u;
/** A body that met, and what a meeting does. */
const MEETS = /^(?:meet|convene|gather)$/u;
export const PROCEEDINGS =
  /^(?:adjourn|adopt|agree|amend|appoint|approve|authorize|award|call|confirm|debate|defer|discuss|elect|grant|hear|hire|hold|move|nominate|oppose|pass|postpone|present|propose|ratify|read|recommend|reject|report|review|second|speak|table|vote)$/u;

/** The first day of each kind of occasion that the lead tells. */
export function leadDays(clauses: readonly Clause[]): ReadonlyMap<Occasion, DateExpression> {
  const days = new Map<Occasion, DateExpression>();
  const dates = new Map(clauses.map(({ token, date }) => [token, date] as const));
  for (const { kind, date: own, place, modality, tree, token } of clauses) {
    // "Rallied to beat them on Sunday".
    const head = token.upos === 'VERB' && hasTo(tree, token) ? parentOf(tree, token) : undefined;
    const date = own ?? (head && dates.get(head));
    if (
      date?.edtf == null ||
      modality !== 'actual' ||
      tree.quoted[token.at] === true ||
      !/^\d{4}-\d{2}(?:-\d{2})?$/u.test(date.edtf)
    )
      continue;
    if (place.block !== 'paragraph' || place.paragraph >= LEAD_PARAGRAPHS) continue;
    const occasion = HEARING.test(token.lemma)
      ? 'hearing'
      : MEETS.test(token.lemma) && place.index === 0
        ? 'meeting'
        : token.upos === 'VERB'
          ? occasionOf(kind)
          : undefined;
    // Votes of one month are told as such; of other things the day is known.
    const isExact = date.edtf.length === DAY_CHARS || occasion === 'election';
    if (occasion !== undefined && isExact && !days.has(occasion)) days.set(occasion, date);
  }
  return days;
}

/** How long before its report a match may have been whose day is told below the lead. */
const LATE_DAYS_MAX = 10;

/** The day of a match that only "Sunday's match" or "the 2-1 win on Sunday" gives, wherever in the article: if it is the only one. */
export function lateMatchDay(clauses: readonly Clause[], written: number | undefined): DateExpression | undefined {
  if (written === undefined) return undefined;
  const days = new Map<string, DateExpression>();
  for (const { kind, date, modality, tree, token } of clauses) {
    const edtf = date?.edtf;
    if (!date || edtf == null || edtf.length !== DAY_CHARS || modality !== 'actual' || tree.quoted[token.at] === true)
      continue;
    const day = edtfInterval(edtf);
    if (occasionOf(kind) === 'match' && day && day[0] <= written && day[0] >= written - LATE_DAYS_MAX)
      days.set(edtf, date);
  }
  const [only, other] = days.values();
  return other === undefined ? only : undefined;
}

/** Returns true if much of an article tells of a game, in which a "second quarter" is no part of a year. */
export function isMatchReport(clauses: readonly Clause[]): boolean {
  return clauses.filter(({ kind }) => occasionOf(kind) === 'match').length >= MATCH_CLAUSES_MIN;
}

/** Returns true if an article tells what was done at a meeting that it begins with. */
export function isMeetingReport(clauses: readonly Clause[]): boolean {
  const met = clauses.some(({ token, place }) => place.index === 0 && MEETS.test(token.lemma));
  return met && clauses.filter(({ token }) => PROCEEDINGS.test(token.lemma)).length >= PROCEEDINGS_MIN;
}

const MATCH_CLAUSES_MIN = 5;
const PROCEEDINGS_MIN = 4;
/** The exact days that each section below a heading gives; a section of another day is not told of the lead's. */
export function daysBySection(clauses: readonly Clause[]): ReadonlyMap<number, ReadonlySet<string>> {
  const days = new Map<number, Set<string>>();
  for (const { date, modality, place, token } of clauses) {
    const edtf = date?.edtf ?? '';
    if (place.section === 0 || edtf.length !== DAY_CHARS || modality !== 'actual' || token.upos !== 'VERB') continue;
    days.set(place.section, (days.get(place.section) ?? new Set()).add(edtf));
  }
  return days;
}
