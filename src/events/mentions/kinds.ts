import type { EventMention } from './eventMention.ts';
import type { Mention } from './mention.ts';
import { wordAt, type Sentence, type Word } from './sentence.ts';
import type { EventKind } from './triggers.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Kinds of one family, from the most specific to the one that only says that something happened. */
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

/** Kinds that name a result, or only that something happened, and so are compatible with every specific kind. */
const OPEN = /^(?:attack|killing|injury|death)$/u;

/**
 * Returns true if two kinds may name one event: "a bombing" and "the attack" may, "a bombing" and "the clash" may not.
 */
export function mayBeOneKind(a: EventKind, b: EventKind): boolean {
  return a === b || familyOf(a) !== 'violence' || OPEN.test(a) || OPEN.test(b);
}

/** Returns the most specific kind among mentions of one event. */
export function exactKind(mentions: readonly Pick<EventMention, 'kind'>[]): EventKind {
  return EXACT.find((kind) => mentions.some((mention) => mention.kind === kind)) ?? entryAt(mentions, 0).kind;
}

const BY_BOMB = /^(?:bombs?|dynamite|explosives?|grenades?|landmines?|mines|car-bombs?)$/u;
/** How far from the trigger its instrument may be. */
const MEANS_WORDS = 10;

const BY_AIR =
  /^(?:aircraft|airplanes?|planes?|warplanes?|jets?|helicopters?|gunships?|artillery|mortars?|airstrikes?)$/u;

/** An attack with a bomb is a bombing, whatever the word; one by aircraft or artillery is a military operation. */
export function kindOf({ trigger, at }: Mention, words: Sentence['words']): EventKind {
  const { kind, base } = trigger;
  const start = Math.max(0, at - MEANS_WORDS);
  const near = words.slice(start, at + MEANS_WORDS).filter(({ clause }) => clause === wordAt(words, at).clause);
  if (base === 'bomb' && trigger.word === 'verb') return near.some(isByAir) ? 'operation' : kind;
  if (base === 'bombing')
    return near.some((word, index) => isByAir(word, index, near) && word.span[0] < wordAt(words, at).span[0])
      ? 'operation'
      : kind;
  if (!OPEN.test(kind)) return kind;
  return near.some(({ text }) => BY_BOMB.test(text)) ? 'bombing' : kind;
}

function isByAir({ text }: Word, index: number, words: Sentence['words']): boolean {
  return BY_AIR.test(text) || (text === 'air' && words[index + 1]?.text === 'force');
}

/** Kinds that express the same thing in different words. */
export function familyOf(kind: EventKind): string {
  if (/^(?:attack|bombing|killing|shooting|injury|death|clash|arson|operation)$/u.test(kind)) return 'violence';

  if (/^(?:threat|warning|order)$/u.test(kind)) return 'threat';
  return kind;
}
