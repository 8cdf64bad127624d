import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { dayOf, formatCalendarDate } from '../../language/dates/calendar.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { clauseFeatures } from '../finding/clauseFeatures.ts';
import type { SentencePlace } from '../finding/sentencePlace.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Modality } from '../mentions/mention.ts';
import { candidatesIn, entryIn } from './clauseCandidates.ts';
import type { Clause } from './clause.ts';
import { clauseActors } from './clauseActors.ts';
import { clauseDates } from './clauseDates.ts';
import { clausePlaces } from './clausePlaces.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { isNoTime } from './dateOwner.ts';
import { kindOfClause, knownKind } from './kindOfClause.ts';
import { modalityOf } from './modality.ts';
import { parentOf } from './treeWalk.ts';
import { verbGroup } from './verbGroup.ts';
import { placesIn } from '../places/places.ts';

/** Reads the candidates of a sentence, in order. */
export function sentenceClauses(
  tree: ClauseTree,
  {
    text,
    dates,
    place,
    written,
  }: {
    text: string;
    dates: readonly DateExpression[];
    place: SentencePlace;
    written: number | undefined;
  },
): readonly Clause[] {
  const inside = dates.filter(
    ({ span, ruleId }) => span[0] >= tree.span[0] && span[1] <= tree.span[1] && ruleId !== 'holds-at-article-date',
  );
  const entry = entryIn(tree, inside);
  const found = candidatesIn(tree);
  const candidates = entry && !found.includes(entry) ? [...found, entry].sort((a, b) => a.at - b.at) : found;
  if (candidates.length === 0) return [];
  const kinds = new Map(candidates.map((token) => [token, kindOfClause(tree, token)]));
  const kindOf = (token: Token): EventKind => kinds.get(token) ?? 'other';
  const dated = inside.some((date) => !isNoTime(tree, date, candidates));
  // "Approved roads, bridges and other works on Tuesday": the date is not that of works.
  const telling = candidates.filter(({ event, upos }) => event !== undefined || upos === 'VERB');
  const owned = clauseDates(tree, telling, inside);
  const named = placesIn(text, tree.span);
  const places = clausePlaces(tree, candidates, { text, named, kindOf });
  return candidates.map((token): Clause => {
    const kind = kindOf(token);
    const { date, modality } = timed(tree, token, {
      modality: modalityOf(tree, token),
      date: owned.get(token) ?? (token === entry ? inside[0] : undefined),
      written,
    });
    return {
      tree,
      token,
      place,
      kind,
      modality,
      date,
      dated,
      places: places.get(token) ?? [],
      named,
      isEntry: token === entry,
      actors: token === entry ? [] : clauseActors(tree, token, kind).map((span) => ({ span })),
      features: clauseFeatures(tree, token, {
        place,
        date,
        kind: knownKind(tree, token) ?? 'other',
        modality,
        dated,
      }),
    };
  });
}

/** What is dated after the day of writing is planned; what has happened by then has another date. */
function timed(
  tree: ClauseTree,
  token: Token,
  { modality, date, written }: { modality: Modality; date: DateExpression | undefined; written: number | undefined },
): { readonly modality: Modality; readonly date: DateExpression | undefined } {
  const isAhead =
    (modality === 'planned' && date !== undefined && date.span[0] > token.span[0]) || isScheduled(tree, token);
  const ahead = date && written !== undefined && isAhead ? nextWeekday(date, written) : undefined;
  if (ahead) return { modality: 'planned', date: ahead };
  const days = date?.edtf == null ? undefined : edtfInterval(date.edtf);
  if (modality !== 'actual' || !days || written === undefined || days[0] <= written) return { modality, date };
  const { tense } = verbGroup(tree, token);
  const happened = token.upos === 'VERB' && /^(?:past|perfect|pluperfect)$/u.test(tense);
  return happened ? { modality, date: undefined } : { modality: 'planned', date };
}

const SCHEDULED =
  /^(?:begin|start|open|close|end|resume|arrive|leave|depart|meet|host|play|face|visit|return|run|launch|kick)$/u;

/** The present of verbs that tell what a programme says: "the fair opens on Friday". */
function isScheduled(tree: ClauseTree, token: Token): boolean {
  const head = token.upos === 'VERB' ? token : parentOf(tree, token);
  if (head?.upos !== 'VERB' || !SCHEDULED.test(head.lemma)) return false;
  return verbGroup(tree, head).tense === 'present' && verbGroup(tree, head).auxiliaries.length === 0;
}

const WEEK_DAYS = 7;

/** The weekday after the day of writing, of an expression that was read as the one before. */
function nextWeekday(date: DateExpression, written: number): DateExpression | undefined {
  const days = date.edtf === null ? undefined : edtfInterval(date.edtf);
  if (!date.ruleId.startsWith('weekday') || !days || days[0] !== days[1] || days[0] > written) return undefined;
  // "Will sign on Friday", written on a Friday, is said of that day.
  if (days[0] === written) return date;
  const day = days[0] + WEEK_DAYS;
  return day <= written
    ? undefined
    : { ...date, edtf: formatCalendarDate(dayOf(day)), ruleId: 'weekday-ahead', ruleData: undefined };
}
