import type { Clause } from '../clauses/clause.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Place } from '../places/places.ts';
import {
  atHome,
  countryBefore,
  homeOf,
  inTheCountry,
  isOfState,
  isPossessive,
  NATIONAL,
  type NamedCountry,
} from './homePlaces.ts';
import { goesBack } from './background.ts';
import { createStoryPlaces, HEARING } from './storyPlaces.ts';
import { thatPlace, type LastPlaces } from './thatPlace.ts';
import { placeOfSubject } from './subjectPlace.ts';

/** Kinds that happen at a place which their text mostly says once. */
const SITUATED: ReadonlySet<EventKind> = new Set([
  'accident',
  'arrest',
  'arson',
  'attack',
  'bombing',
  'clash',
  'death',
  'disaster',
  'hijacking',
  'injury',
  'kidnapping',
  'killing',
  'match',
  'operation',
  'performance',
  'protest',
  'robbery',
  'shooting',
  'strike',
  'victory',
]);
const LEAD_PARAGRAPHS = 4;
const SENTENCES_BACK = 3;

/**
 * Gives events without a place that of the occasion they belong to: what was told of it just before, in its lead, or the
 * country that the article is set in. Marked as inferred; an event on another day, or whose sentence names another
 * place, is given none.
 */
export function withPassagePlaces(
  clauses: readonly Clause[],
  { dateline }: { dateline: Place | undefined },
): readonly Clause[] {
  const home = homeOf(clauses);
  const leads = leadPlaces(clauses, dateline);
  const anchors = new Map<string, Clause>();
  const stories = createStoryPlaces();
  let country: NamedCountry | undefined;
  let last: LastPlaces | undefined;
  const placed = (clause: Clause): Clause => {
    country = countryBefore(clause) ?? country;
    if (clause.places.length > 0) {
      if (clause.modality === 'actual') anchors.set(occasionOf(clause.kind), clause);
      return clause;
    }
    const ofSubject = placeOfSubject(clause);
    if (ofSubject) return { ...clause, places: [{ ...ofSubject, inferred: 'context' }] };
    const found =
      inTheCountry(clause, country) ??
      (clause.modality === 'actual' ? thatPlace(clause, last) : undefined) ??
      (namesPlace(clause) ? undefined : stories.of(clause)) ??
      (isEligible(clause, leads)
        ? (nearPlaces(clause, anchors) ?? leadOf(clause, leads) ?? atHome(clause, home))
        : undefined);
    if (found) return { ...clause, places: found.map((place): Place => ({ ...place, inferred: 'context' })) };
    return dateline && isOfDateline(clause, dateline)
      ? { ...clause, places: [{ ...dateline, inferred: 'dateline' }] }
      : clause;
  };
  return clauses.map((clause) => {
    const found = placed(clause);
    stories.told(found);
    if (found.places.length > 0) last = { places: found.places, index: found.place.index };
    return found;
  });
}

function isEligible(clause: Clause, leads: ReadonlyMap<string, LeadPlace>): boolean {
  const { modality, kind, place, tree } = clause;
  // Each point of a match was scored at its place, which nobody needs to read each time.
  const isOfLead = place.paragraph <= 1 || leads.get('match')?.clause.tree === tree;
  if (occasionOf(kind) === 'match' && !isOfLead) return false;
  return (
    modality === 'actual' && (SITUATED.has(kind) || NATIONAL.has(kind) || isOfState(clause)) && !namesPlace(clause)
  );
}

/** Whether a sentence says where something is: "in Oslo", not "Norway's team" or "similar to Norway's". */
function namesPlace({ named, tree, kind }: Clause): boolean {
  // In a match, names of places are mostly those of teams.
  const isTeam = (span: Place['span']): boolean =>
    occasionOf(kind) === 'match' &&
    !tree.tokens.some(
      (token, at) => token.span[0] === span[0] && /^(?:in|at|near|outside)$/u.test(tree.tokens[at - 1]?.text ?? ''),
    );
  return named.some(({ located, span }) => located && !isTeam(span) && !isPossessive(tree, span));
}

function occasionOf(kind: EventKind): string {
  if (/^(?:match|performance|victory)$/u.test(kind)) return 'match';
  if (/^(?:arrest|accident|robbery|kidnapping|hijacking)$/u.test(kind)) return 'violence';
  return familyOf(kind);
}

/** The places of the last event of the same occasion, if it was told a few sentences ago in the same paragraph. */
function nearPlaces(clause: Clause, anchors: ReadonlyMap<string, Clause>): readonly Place[] | undefined {
  const anchor = anchors.get(occasionOf(clause.kind));
  if (!anchor || !SITUATED.has(clause.kind)) return undefined;
  const back = clause.place.index - anchor.place.index;
  if (anchor.place.paragraph !== clause.place.paragraph || anchor.place.block !== clause.place.block) return undefined;
  return back <= SENTENCES_BACK && isSameTime(anchor, clause) ? anchor.places : undefined;
}

/** Kinds that need no place, or whose news goes out from elsewhere. */
const ANYWHERE = /^(?:statement|claim|publication|study|discovery|growth|decline|threat|warning|other)$/u;

/** A report of the day is from where its lead happened, if that names no other place. */
function isOfDateline(clause: Clause, dateline: Place): boolean {
  const { place, modality, kind, token, named } = clause;
  if (place.index > 0 || modality !== 'actual' || token.upos !== 'VERB' || goesBack(clause)) return false;
  const others = named.filter(({ name }) => name !== dateline.name);
  return (!ANYWHERE.test(kind) || HEARING.test(token.lemma)) && !namesPlace({ ...clause, named: others });
}

interface LeadPlace {
  readonly clause: Clause;
  readonly places: readonly Place[];
}

function leadPlaces(clauses: readonly Clause[], dateline: Place | undefined): ReadonlyMap<string, LeadPlace> {
  const found = new Map<string, LeadPlace>();
  for (const clause of clauses) {
    const { kind, place, modality, places } = clause;
    if (modality !== 'actual' || place.block !== 'paragraph' || place.paragraph >= LEAD_PARAGRAPHS) continue;
    if (!SITUATED.has(kind) || clause.date?.edtf == null) continue;
    const occasion = occasionOf(kind);
    const own = places.length > 0 ? places : occasion === 'match' && dateline ? [dateline] : [];
    if (own.length > 0 && !found.has(occasion)) found.set(occasion, { clause, places: own });
  }
  return found;
}

function leadOf(clause: Clause, leads: ReadonlyMap<string, LeadPlace>): readonly Place[] | undefined {
  const lead = SITUATED.has(clause.kind) ? leads.get(occasionOf(clause.kind)) : undefined;
  if (!lead || clause.date?.edtf == null) return undefined;
  return isSameTime(lead.clause, clause) ? lead.places : undefined;
}

function isSameTime(a: Clause, b: Clause): boolean {
  if (b.date?.edtf == null) return !b.dated;
  const [x, y] = [a.date?.edtf, b.date.edtf].map((edtf) => (edtf == null ? undefined : edtfInterval(edtf)));
  return x !== undefined && y !== undefined && x[0] <= y[1] && y[0] <= x[1];
}
