import { familyOf } from '../mentions/kinds.ts';
import { comparedDates } from './comparedDates.ts';
import { compareRoles, type Likeness } from './roleFillers.ts';
import { DONE_TO, type Told } from './told.ts';
import { clash, shared } from './wordSets.ts';

/** Kinds of which a text mostly tells several, so that kind alone makes no two mentions one. */
const MANY =
  /^(?:statement|other|performance|decision|purchase|study|publication|victory|departure|election|appointment|visit|award|trial)$/u;

/**
 * Returns true if two clauses cannot tell one event: they tell of other things, one happened and the other did not, they
 * are on other days, or others than in the first are named as who did it, or to whom it was done.
 */
export function areApart(one: Told, other: Told): boolean {
  const [a, b] = one.clause.place.index <= other.clause.place.index ? [one, other] : [other, one];
  return areOfOtherDeeds(a, b) || areOfOthers(a, b);
}

/**
 * Returns true if nothing in the words of two clauses says that they tell one event: they are of other kinds, or of a kind that
 * says little, and the later one is not of what is known ("the sale"). Another clause of the same event may link them.
 */
export function areUnlike(a: Told, b: Told): boolean {
  if (a.clause.kind === 'statement' && b.clause.kind === 'statement' && !isOfOneSpeaker(a, b)) return true;
  if (a.word === b.word) return false;
  const [one, other] = [a.clause, b.clause];
  if (familyOf(one.kind) !== familyOf(other.kind) || (MANY.test(one.kind) && !b.definite)) return true;
  const { theme } = comparedRoles(a, b);
  return !b.definite && comparedDates(one, other) !== 'same' && theme !== 'same' && theme !== 'maybe';
}

/** What two people say is two events, whatever it is about. */
function isOfOneSpeaker(a: Told, b: Told): boolean {
  const { doer, theme } = comparedRoles(a, b);
  return doer === 'open' ? !a.roles.doer && !b.roles.doer && (theme === 'same' || theme === 'maybe') : doer !== 'other';
}

function areOfOtherDeeds(a: Told, b: Told): boolean {
  const [one, other] = [a.clause, b.clause];
  // "Approved the budget", "approved a lower limit": what is decided tells decisions apart.
  if (one.kind === 'decision' && other.kind === 'decision') {
    if (a.things.size > 0 && b.things.size > 0 && shared(a.things, b.things) === 0) return true;
    // "Approved the minutes", "moved to approve the rezoning".
    const [x, y] = [a.roles.theme, b.roles.theme];
    if (x && y && shared(x.heads, y.heads) === 0 && shared(x.names, y.names) === 0) return true;
  }
  if ((one.modality === 'actual') !== (other.modality === 'actual')) {
    if (one.modality !== 'possible' && other.modality !== 'possible') return true;
  }
  if (MEASURED.test(one.kind) && MEASURED.test(other.kind) && isOtherMeasure(a, b)) return true;
  return comparedDates(one, other) === 'other';
}

function areOfOthers(a: Told, b: Told): boolean {
  if (clash(a.thingNames, b.thingNames) || clash(a.doerNames, b.doerNames)) return true;
  const isViolence = familyOf(a.clause.kind) === 'violence';
  const { doer, theme } = comparedRoles(a, b);
  if (
    theme === 'other' &&
    (!isViolence || a.word === b.word || (DONE_TO.test(a.clause.kind) && DONE_TO.test(b.clause.kind)))
  )
    return true;
  if (a.word === b.word && a.complement !== undefined && b.complement !== undefined && a.complement !== b.complement)
    return true;
  return !isViolence && doer === 'other' && (theme !== 'same' || a.clause.kind === 'statement');
}

/** A headline, a lead and a caption tell what the text tells again, as if nobody knew of it. */
function comparedRoles(a: Told, b: Told): { readonly doer: Likeness; readonly theme: Likeness } {
  const lenient =
    a.clause.place.index === 0 ||
    [a, b].some(({ clause }) => clause.place.block !== 'paragraph') ||
    familyOf(a.clause.kind) === 'violence';
  return compareRoles(a.roles, b.roles, { lenient });
}

/** Kinds of which a report tells many at a time, each of a figure of its own. */
const MEASURED = /^(?:growth|decline|victory|election|match|performance)$/u;

/** "Revenue rose 27 %", "profit rose": a change is told twice only of the same figure, by the same amount. */
function isOtherMeasure(a: Told, b: Told): boolean {
  const { theme } = comparedRoles(a, b);
  if (SCORED.test(a.clause.kind)) return areOtherNumbers(a, b);
  return theme !== 'same' || areOtherNumbers(a, b);
}

/** Kinds told by a score. */
const SCORED = /^(?:victory|election|match|performance)$/u;

/** Returns true if two clauses can only tell one event: on one stated day, of one kind, the same was done or the same did it. */
export function areOne(a: Told, b: Told): boolean {
  const [one, other] = [a.clause, b.clause];
  if (isNounFor(a, b)) return true;
  if (comparedDates(one, other) !== 'same' || !/^\d{4}-\d{2}-\d{2}$/u.test(one.date?.edtf ?? '')) return false;
  if (familyOf(one.kind) !== familyOf(other.kind) || MANY.test(one.kind) || MEASURED.test(one.kind)) return false;
  const { doer, theme } = comparedRoles(a, b);
  if (doer === 'other' || theme === 'other') return false;
  return theme === 'same' || doer === 'same' || (doer === 'maybe' && b.roles.doer?.definite === true);
}

/** How many sentences back what "the announcement" goes on from was told. */
const SENTENCES_BACK = 3;

/** "They announced it. The announcement came late": the noun of a verb told just before. */
function isNounFor(a: Told, b: Told): boolean {
  if (a.word !== b.word || !b.definite || a.definite || a.indefinite || a.clause.token.upos !== 'VERB') return false;
  const { doer, theme } = comparedRoles(a, b);
  const back = b.clause.place.index - a.clause.place.index;
  return back > 0 && back <= SENTENCES_BACK && doer !== 'other' && theme !== 'other';
}

function areOtherNumbers(a: Told, b: Told): boolean {
  return a.numbers.size > 0 && b.numbers.size > 0 && shared(a.numbers, b.numbers) === 0;
}
