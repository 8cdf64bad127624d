import type { EventKind } from '../mentions/triggers.ts';
import type { NounClass } from './kindLexicon.ts';
import data from './verbSenses.json' with { type: 'json' };

/**
 * What a participant may be: a class of nouns or names, several people, one noun (`=bill`), a noun that tells a kind of
 * event (`~disaster`), anything, or not there.
 */
export type Test = NounClass | 'people' | 'place' | 'any' | 'none' | `=${string}` | `~${EventKind}`;

/** A sense of a verb: the kind that it has with such a subject and object, or with a clause for an object. */
export interface SenseRule {
  readonly kind: EventKind;
  readonly subject?: readonly Test[];
  readonly object?: readonly Test[];
  readonly clause?: true;
}

/**
 * The senses of verbs, and of verbs with a particle, that only who does it or what it is done to tells; the first that fits
 * counts. `verbSenses.json` has them as text: "subject hazard, object person > death".
 */
export const VERB_SENSES: ReadonlyMap<string, readonly SenseRule[]> = new Map([
  ...Object.entries(data.phrases).flatMap(([kind, phrases]) =>
    phrases.split('|').map((phrase): [string, readonly SenseRule[]] => [phrase, [{ kind: kind as EventKind }]]),
  ),
  ...Object.entries(data.senses).map(([verb, rules]): [string, readonly SenseRule[]] => [verb, rules.map(parseRule)]),
]);

/** Parses a rule of our own file, whose words a test checks. */
function parseRule(rule: string): SenseRule {
  const [conditions = '', kind] = rule.split(' > ');
  const tests = conditions.split(', ').map((condition) => {
    const [role = '', ...allowed] = condition.split(' ');
    return [role, role === 'clause' ? true : allowed] as const;
  });
  return { ...Object.fromEntries(tests), kind: kind as EventKind };
}
