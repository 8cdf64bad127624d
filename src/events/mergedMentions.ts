import type { Span } from '../language/span.ts';
import type { EventMention } from './eventMention.ts';
import { exactKind } from './kinds.ts';
import { excludes, isSame, mayGoBackTo } from './sameEvent.ts';

/** One event, with the other sentences that tell of it. */
export interface MergedMention {
  /** The mention that speaks for it, with the date of another where it has none. */
  readonly main: EventMention;
  /** All mentions, in order. */
  readonly members: readonly EventMention[];
  readonly also: readonly Span[];
}

/**
 * Puts mentions of one event together; what only goes back ("the crime") joins what it goes back to, or is left out. The
 * fullest mention speaks for the event, and takes a date that it lacks from the others.
 */
export function mergedMentions(mentions: readonly EventMention[]): readonly MergedMention[] {
  const groups: EventMention[][] = [];
  for (const mention of mentions) {
    const told = mention.anaphoric
      ? groups.findLast((members) =>
          members.every((member) => mayGoBackTo(member, mention) || member.mention.trigger.generic),
        )
      : undefined;
    const group =
      told ??
      groups.find(
        (members) =>
          members.some((member) => isSame(member, mention)) && members.every((member) => !excludes(member, mention)),
      );
    if (group) group.push(mention);
    else if (!mention.mention.trigger.generic) groups.push([mention]);
  }
  const merged = groups.map((members) => mergedOf(members));
  return merged.sort((a, b) => a.main.span[0] - b.main.span[0] || a.main.trigger[0] - b.main.trigger[0]);
}

function mergedOf(members: readonly EventMention[]): MergedMention {
  const own = members.filter(({ mention }) => !mention.trigger.generic);
  const main =
    own.find(({ date, mention }) => date?.edtf != null && mention.finite) ??
    own.find(({ date }) => date?.edtf != null) ??
    own.reduce((best, next) => (next.weight > best.weight ? next : best));
  const date = main.date ?? members.find((member) => member.date?.edtf != null)?.date;
  const also = members.filter(({ span }) => span[0] !== main.span[0]).map(({ span }) => span);
  const unique = also.filter(([start], index) => also.findIndex(([other]) => other === start) === index);
  return { main: { ...main, date, kind: exactKind([main, ...own]) }, members, also: unique };
}
