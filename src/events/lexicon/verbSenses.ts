import type { EventKind } from '../mentions/triggers.ts';
import type { NounClass } from './kindLexicon.ts';
import data from './verbSenses.json' with { type: 'json' };

/**
 * What a participant may be: a class of nouns or names, several people, an office, a number, something with a name ("the Vega mission"), one noun (`=bill`), a noun
 * that tells a kind of event (`~disaster`), anything, or not there.
 */
export type Test =
  | NounClass
  | 'people'
  | 'place'
  | 'office'
  | 'named'
  | 'number'
  | 'any'
  | 'none'
  | `=${string}`
  | `~${EventKind}`;

/** A sense of a verb: the kind that it has with such participants, or with a clause, an infinitive or a number. */
export interface SenseRule {
  readonly kind: EventKind;
  /** By role: `subject`, `object`, `complement`, or the preposition before it. */
  readonly participants: readonly { readonly role: string; readonly tests: readonly Test[] }[];
  readonly clause?: true;
  readonly infinitive?: true;
  readonly number?: true;
}

const FLAGS = /^(?:clause|infinitive|number)$/u;

/**
 * The senses of verbs, and of verbs with a particle, that only who does it or what it is done to tells; the first that fits
 * counts. `verbSenses.json` has them as text: "subject hazard, object person > death".
 */
export const VERB_SENSES: ReadonlyMap<string, readonly SenseRule[]> = new Map([
  ...Object.entries(data.phrases).flatMap(([kind, phrases]) =>
    phrases
      .split('|')
      .map((phrase): [string, readonly SenseRule[]] => [phrase, [{ kind: kind as EventKind, participants: [] }]]),
  ),
  ...Object.entries(data.senses).map(([verb, rules]): [string, readonly SenseRule[]] => [verb, rules.map(parseRule)]),
]);

/** Parses a rule of our own file, whose words a test checks. */
function parseRule(rule: string): SenseRule {
  const [conditions = '', kind] = rule.split(' > ');
  const parts = conditions.split(', ').map((condition) => condition.split(' '));
  const flags = parts.flatMap(([flag = '']) => (FLAGS.test(flag) ? [[flag, true] as const] : []));
  const participants = parts.flatMap(([role = '', ...tests]) =>
    FLAGS.test(role) || role === 'else' ? [] : [{ role, tests: tests as Test[] }],
  );
  return { ...Object.fromEntries(flags), participants, kind: kind as EventKind };
}
