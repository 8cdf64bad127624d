import english from '../lists/englishParticleVerbs.json' with { type: 'json' };
import { lookUpRow } from './rowLookup.ts';

/** Words between a verb and its particle ("turned the offer down"). */
const BETWEEN_MAX = 2;

/** A verb with a particle, and the stems of single words that can stand for it ("turned down": "refus", "reject"). */
export interface ParticleVerb {
  /** Index of the verb among the stems. */
  readonly at: number;
  readonly meant: readonly string[];
}

/** Finds the verbs with particles among the stems of a text, in order. */
export function particleVerbs(stems: readonly string[]): readonly ParticleVerb[] {
  return stems.flatMap((verb, at) => {
    const rows = stems
      .slice(at + 1, at + 2 + BETWEEN_MAX)
      .map((particle) => lookUpRow(english.rows, `${verb}_${particle}`));
    const row = rows.find((one) => one !== undefined);
    return row === undefined ? [] : [{ at, meant: row.split(' ') }];
  });
}
