import type { EventMention } from '../../../src/events/mentions/eventMention.ts';
import type { Modality } from '../../../src/events/mentions/mention.ts';
import type { EventKind } from '../../../src/events/mentions/triggers.ts';
import type { Place } from '../../../src/events/places/places.ts';

/** What matters of a mention when mentions are merged. */
export interface Told {
  readonly kind?: EventKind;
  readonly modality?: Modality;
  readonly edtf?: string | null;
  /** Cities; countries begin with a capital, regions with "the". */
  readonly places?: readonly string[];
  readonly names?: readonly string[];
  /** The number of the sentence. */
  readonly sentence?: number;
  readonly anaphoric?: boolean;
  readonly generic?: boolean;
  readonly finite?: boolean;
  /** Index of the word that tells of it. */
  readonly at?: number;
  readonly weight?: number;
}

function placeOf(name: string): Place {
  const kind = name.startsWith('the ') ? 'region' : /^\p{Lu}/u.test(name) ? 'country' : 'city';
  return { span: [0, 1], name, countries: [], kind, located: true };
}

/** Makes a mention of an event in a sentence of a hundred characters. */
export function told(options: Told): EventMention {
  const {
    kind = 'attack',
    modality = 'actual',
    edtf,
    places = [],
    names = [],
    sentence = 1,
    at = 0,
    weight = 1,
  } = options;
  return {
    label: kind,
    kind,
    modality,
    date: edtf === undefined ? undefined : { text: '', span: [0, 1], edtf, certainty: 'stated', ruleId: 'iso-date' },
    places: places.map(placeOf),
    actors: [],
    span: [100 * sentence, 100 * sentence + 50],
    trigger: [100 * sentence + at, 100 * sentence + at + 1],
    mention: {
      trigger: { kind, word: 'noun', base: kind, form: 'singular', weak: false, generic: options.generic ?? false },
      at,
      from: at,
      modality,
      finite: options.finite ?? false,
      passive: false,
    },
    placed: places.length > 0,
    anaphoric: options.anaphoric ?? false,
    names: new Set(names),
    weight,
  };
}
