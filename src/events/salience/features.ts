import { edtfInterval, type DayInterval } from '../dates/edtfInterval.ts';
import type { EventMention } from '../mentions/eventMention.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { MergedMention } from '../merge/mergeMentions.ts';
import type { EventKind } from '../mentions/triggers.ts';

/** Kinds with a weight of their own; the others have none. */
const WEIGHED_KINDS = [
  'arson',
  'attack',
  'bombing',
  'clash',
  'death',
  'hijacking',
  'injury',
  'kidnapping',
  'killing',
  'operation',
  'robbery',
  'shooting',
  'threat',
] as const satisfies readonly EventKind[];

/** The inputs of an event's salience. No feature knows a word of the text. */
export const FEATURES = [
  'bias',
  'first sentence',
  'second or third sentence',
  'later part of the text',
  'long text',
  'share of its family',
  'mentions of its family',
  'only kind of incident',
  'exact kind told before',
  'reported',
  'weight',
  'finite',
  'passive',
  'plural',
  'weak',
  'definite',
  'planned',
  'possible',
  'denied',
  'placed',
  'acted',
  'dated',
  'same day',
  'days ago',
  'a week ago',
  'a month ago',
  'a year ago',
  'long ago',
  'interval',
  ...WEIGHED_KINDS,
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Partial<Record<Feature, number>>>;

/** The event's context in the text. */
export interface Surroundings {
  /** All events of the text, this one among them. */
  readonly all: readonly MergedMention[];
  /** Where sentences start, in order. */
  readonly sentences: readonly number[];
  /** The day of writing, as in `dayNumber`. */
  readonly written: number | undefined;
  readonly isReported: (mention: EventMention) => boolean;
}

const WEIGHT_SCALE = 5;

/**
 * Describes how the text presents an event: where, how often, how definitely, and how long before the day of writing.
 */
export function featuresOf(event: MergedMention, surroundings: Surroundings): Features {
  const { main, members } = event;
  const has = (test: (mention: EventMention) => boolean): number => (members.some(test) ? 1 : 0);
  return {
    bias: 1,
    ...positionOf(event, surroundings),
    ...companyOf(event, surroundings),
    ...timeOf(main, surroundings.written),
    ...kindFeature(main.kind),
    reported: has(surroundings.isReported),
    weight: Math.max(...members.map(({ weight }) => weight)) / WEIGHT_SCALE,
    finite: has(({ mention, modality }) => mention.finite && modality === 'actual'),
    passive: has(({ mention }) => mention.passive),
    plural: members.every(({ mention }) => mention.trigger.form === 'plural') ? 1 : 0,
    weak: members.every(({ mention }) => mention.trigger.weak) ? 1 : 0,
    definite: has(({ anaphoric }) => anaphoric),
    planned: main.modality === 'planned' ? 1 : 0,
    possible: main.modality === 'possible' ? 1 : 0,
    denied: main.modality === 'denied' ? 1 : 0,
    placed: has(({ places }) => places.length > 0),
    acted: has(({ actors }) => actors.length > 0),
  };
}

function positionOf({ members }: MergedMention, { sentences }: Surroundings): Features {
  const first = Math.min(...members.map(({ span }) => sentences.indexOf(span[0])));
  return {
    'first sentence': first === 0 ? 1 : 0,
    'second or third sentence': first === 1 || first === 2 ? 1 : 0,
    'later part of the text': first / sentences.length,
    'long text': Math.log(sentences.length),
  };
}

/** Specific kinds; after one of the family, "the attack" or "were killed" may be words for the same event. */
const HOW: readonly EventKind[] = ['bombing', 'arson', 'kidnapping', 'robbery', 'hijacking'];

function companyOf({ main, members }: MergedMention, { all }: Surroundings): Features {
  const family = familyOf(main.kind);
  const mentions = all.flatMap((other) => other.members.filter(({ mention }) => !mention.trigger.generic));
  const kin = mentions.filter(({ kind }) => familyOf(kind) === family).length;
  const incidents = all.filter(({ main: { kind } }) => isWeighed(kind));
  const before = incidents.some(
    (other) =>
      HOW.includes(other.main.kind) &&
      familyOf(other.main.kind) === family &&
      firstStart(other.members) <= firstStart(members),
  );
  return {
    'share of its family': kin / Math.max(1, mentions.length),
    'mentions of its family': Math.log(1 + kin),
    'only kind of incident': incidents.every((other) => mannerOf(other.main.kind) === mannerOf(main.kind)) ? 1 : 0,
    'exact kind told before': !HOW.includes(main.kind) && before ? 1 : 0,
  };
}

function mannerOf(kind: EventKind): string {
  return HOW.includes(kind) ? kind : 'any';
}

function firstStart(members: MergedMention['members']): number {
  return Math.min(...members.map(({ span }) => span[0]));
}

function isWeighed(kind: EventKind): boolean {
  return (WEIGHED_KINDS as readonly EventKind[]).includes(kind);
}

function timeOf({ date }: EventMention, written: number | undefined): Features {
  const days = date?.edtf == null ? undefined : edtfInterval(date.edtf);
  if (!days) return {};
  const age = written === undefined ? undefined : written - days[1];
  return {
    dated: 1,
    ...(days[0] === days[1] ? {} : { interval: 1 }),
    ...(age === undefined ? {} : { [ageOf(age, days)]: 1 }),
  };
}

function ageOf(age: number, [first, last]: DayInterval): Feature {
  if (age <= 0) return first === last ? 'same day' : 'interval';
  if (age <= 2) return 'days ago';
  if (age <= 7) return 'a week ago';
  if (age <= 31) return 'a month ago';
  return age <= 366 ? 'a year ago' : 'long ago';
}

function kindFeature(kind: EventKind): Features {
  return isWeighed(kind) ? { [kind]: 1 } : {};
}
