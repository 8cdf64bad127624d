import type { EventKind } from '../mentions/triggers.ts';
import data from './kindLexicon.json' with { type: 'json' };

/** What a noun stands for, as far as it tells the senses of verbs apart. */
export type NounClass = keyof typeof data.classes;

const KINDS = { verb: read(data.verbs), noun: read(data.nouns) };
const CLASSES = read(data.classes);

/**
 * Returns the kind of event that a base form mostly tells, without regard to what is around it; `other` if it tells of
 * something that happens, but of no kind. Verbs may have a particle: `lay off`.
 */
export function lexicalKind(lemma: string, part: keyof typeof KINDS): EventKind | undefined {
  return KINDS[part].get(lemma) as EventKind | undefined;
}

/** Returns what the singular of a noun stands for; undefined if that is none of the classes. */
export function nounClass(lemma: string): NounClass | undefined {
  return CLASSES.get(lemma) as NounClass | undefined;
}

/** Reads lists of words with bars between them, by what they are. */
function read(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(lists).flatMap(([of, list]) => list.split('|').map((word) => [word, of] as const)));
}
