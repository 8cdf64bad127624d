import type { Span } from '../language/span.ts';
import { edtfInterval } from './edtfInterval.ts';
import type { EventMention } from './eventMention.ts';
import { exactKind, familyOf } from './kinds.ts';

/** One event, with the other sentences that tell of it. */
export interface MergedMention {
  readonly main: EventMention;
  readonly also: readonly Span[];
}

/**
 * Puts mentions of one event together: of one family of kinds, at one place, at times that do not exclude each other. The
 * fullest mention speaks for it; what it lacks (a date, a place) is taken from the others.
 */
export function mergedMentions(mentions: readonly EventMention[]): readonly MergedMention[] {
  const groups: EventMention[][] = [];
  for (const mention of mentions) {
    const told = mention.anaphoric ? antecedent(groups, mention) : undefined;
    const group =
      told ??
      groups.find(
        (members) =>
          members.some((member) => isSame(member, mention)) && members.every((member) => !excludes(member, mention)),
      );
    if (group) group.push(mention);
    else groups.push([mention]);
  }
  const merged = groups.map((members) => {
    const main =
      members.find(({ date, mention }) => date?.edtf != null && mention.finite) ??
      members.find(({ date }) => date?.edtf != null) ??
      members.reduce((best, next) => (next.weight > best.weight ? next : best));
    const also = members.filter(({ span }) => span !== main.span && span[0] !== main.span[0]).map(({ span }) => span);
    const unique = also.filter(([start], index) => also.findIndex(([other]) => other === start) === index);
    return { main: { ...main, kind: exactKind([main, ...members]) }, also: unique };
  });
  return merged.sort((a, b) => a.main.span[0] - b.main.span[0] || a.main.trigger[0] - b.main.trigger[0]);
}

/** Finds what "the attack" goes back to: the last event of its family that was told before. */
function antecedent(groups: readonly EventMention[][], mention: EventMention): EventMention[] | undefined {
  return groups.findLast(
    ([first]) =>
      familyOf(first!.kind) === familyOf(mention.kind) &&
      (first!.modality === 'actual') === (mention.modality === 'actual'),
  );
}

function isSame(a: EventMention, b: EventMention): boolean {
  if (familyOf(a.kind) !== familyOf(b.kind) || excludes(a, b)) return false;
  const shared = a.places.some(
    (place) => place.kind !== 'country' && place.kind !== 'region' && b.places.some(({ name }) => name === place.name),
  );
  if (shared) return true;
  if (a.span[0] === b.span[0]) return false;
  const countries =
    a.places.length > 0 &&
    a.places.length === b.places.length &&
    a.places.every((place) => b.places.some(({ name }) => name === place.name));
  return countries && a.date !== undefined && b.date !== undefined && a.date.edtf === b.date.edtf && a.kind === b.kind;
}

/** Tells whether two mentions cannot be one event: other times, other outcomes, or two words of one list. */
function excludes(a: EventMention, b: EventMention): boolean {
  if ((a.modality === 'actual') !== (b.modality === 'actual')) return true;
  const [first, second] = [a.date?.edtf, b.date?.edtf];
  if (first == null || second == null) return false;
  const [x, y] = [edtfInterval(first), edtfInterval(second)];
  if (!x || !y) return first !== second;
  return x[1] < y[0] || y[1] < x[0];
}
