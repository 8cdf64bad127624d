import type { EventMention } from './eventMention.ts';
import type { Mention } from './mentions/mention.ts';
import type { Sentence } from './sentence.ts';
import type { EventKind } from './triggers.ts';

/** Kinds of one family, from the one that says how to the one that says only that something was. */
const EXACT: readonly EventKind[] = [
  'bombing',
  'arson',
  'shooting',
  'killing',
  'attack',
  'operation',
  'clash',
  'injury',
  'death',
];

/** Kinds that say what came of something, or only that it was, and so go with each that says how. */
const OPEN = /^(?:attack|killing|injury|death)$/u;

/** Tells whether two kinds may name one event: "a bombing" and "the attack" may, "a bombing" and "the clash" may not. */
export function mayBeOneKind(a: EventKind, b: EventKind): boolean {
  return a === b || familyOf(a) !== 'violence' || OPEN.test(a) || OPEN.test(b);
}

/** Gives the kind that says most among mentions of one event. */
export function exactKind(mentions: readonly Pick<EventMention, 'kind'>[]): EventKind {
  return EXACT.find((kind) => mentions.some((mention) => mention.kind === kind)) ?? mentions[0]!.kind;
}

const BY_BOMB = /^(?:bombs?|dynamite|explosives?|grenades?|landmines?|mines|car-bombs?)$/u;
/** How far from the trigger what it was done with may stand. */
const MEANS_WORDS = 10;

/** An attack with a bomb is a bombing, whatever word tells of it. */
export function kindOf({ trigger: { kind }, at }: Mention, words: Sentence['words']): EventKind {
  if (!/^(?:attack|killing|injury|death)$/u.test(kind)) return kind;
  const near = words.slice(Math.max(0, at - MEANS_WORDS), at + MEANS_WORDS);
  return near.some(({ text, clause }) => clause === words[at]!.clause && BY_BOMB.test(text)) ? 'bombing' : kind;
}

/** Kinds that tell of one thing in different words. */
export function familyOf(kind: EventKind): string {
  if (/^(?:attack|bombing|killing|shooting|injury|death|clash|arson|operation)$/u.test(kind)) return 'violence';

  if (/^(?:threat|warning|order)$/u.test(kind)) return 'threat';
  return kind;
}
