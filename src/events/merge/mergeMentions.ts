import type { Span } from '../../language/span.ts';
import type { EventMention } from '../mentions/eventMention.ts';
import { exactKind } from '../mentions/kinds.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { excludes, isSame, mayGoBackTo } from './sameEvent.ts';

/** One event, with the other sentences about it. */
export interface MergedMention {
  /** The mention that represents it, with another's date if it has none. */
  readonly main: EventMention;
  /** All mentions, with those in passing last. */
  readonly members: readonly EventMention[];
  /** The other sentences that report it, in order. */
  readonly also: readonly Span[];
}

interface Group {
  readonly members: EventMention[];
  readonly passing: EventMention[];
}

/**
 * Merges mentions of one event; a mere reference ("the crime") joins the event it refers to, or is dropped. The fullest
 * mention represents the event, and takes a missing date from the others. Mentions in passing join the reported events,
 * or each other if there is none; they do not change what is reported. One mention per step, each linear in the events
 * so far.
 */
export function* mergeMentions(
  reported: readonly EventMention[],
  passing: readonly EventMention[] = [],
): Steps<readonly MergedMention[]> {
  const groups: Group[] = [];
  for (const mention of reported) {
    const group = groupOf(groups, mention);
    if (group) group.members.push(mention);
    else if (!mention.mention.trigger.generic) groups.push({ members: [mention], passing: [] });
    yield;
  }
  for (const mention of passing) {
    const group = groupOf(groups, mention);
    if (group) group.passing.push(mention);
    else groups.push({ members: [], passing: [mention] });
    yield;
  }
  const merged = groups.map(mergedOf);
  return merged.sort((a, b) => a.main.span[0] - b.main.span[0] || a.main.trigger[0] - b.main.trigger[0]);
}

/** Finds the event of a mention: what it refers to, or else an equal one. */
function groupOf(groups: readonly Group[], mention: EventMention): Group | undefined {
  const fits = ({ members, passing }: Group, test: (member: EventMention) => boolean): boolean =>
    (members.length > 0 ? members : passing).every(test);
  const before = groups.filter(
    (group) => groupStart(group) <= mention.span[0] && fits(group, (member) => goesBack(mention, member)),
  );
  if (mention.anaphoric && before.length > 0)
    return before.reduce((last, next) =>
      lastMentionBefore(next, mention) >= lastMentionBefore(last, mention) ? next : last,
    );
  return groups.find(
    (group) =>
      [...group.members, ...group.passing].some((member) => isSame(member, mention)) &&
      fits(group, (member) => !excludes(member, mention)),
  );
}

function goesBack(mention: EventMention, member: EventMention): boolean {
  return member.mention.trigger.generic || mayGoBackTo(member, mention);
}

function groupStart({ members, passing }: Group): number {
  const [first] = [...members, ...passing];
  return first?.span[0] ?? Infinity;
}

/** Where an event was last mentioned before a given mention. */
function lastMentionBefore({ members, passing }: Group, { span }: EventMention): number {
  return Math.max(...[...members, ...passing].map((member) => member.span[0]).filter((start) => start <= span[0]));
}

function mergedOf({ members, passing }: Group): MergedMention {
  const told = members.length > 0 ? members : passing;
  const own = told.filter(({ mention }) => !mention.trigger.generic);
  const main =
    own.find(({ date, mention }) => date?.edtf != null && mention.finite) ??
    own.find(({ date }) => date?.edtf != null) ??
    own.reduce((best, next) => (next.weight > best.weight ? next : best));
  const date = main.date ?? told.find((member) => member.date?.edtf != null)?.date;
  const also = told.filter(({ span }) => span[0] !== main.span[0]).map(({ span }) => span);
  const unique = also.filter(([start], index) => also.findIndex(([other]) => other === start) === index);
  return {
    main: { ...main, date, kind: exactKind([main, ...own]) },
    members: [...members, ...passing],
    also: unique,
  };
}
