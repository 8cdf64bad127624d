import { lexicalKind } from '../lexicon/kindLexicon.ts';
import { TRIGGERS, type EventKind } from '../mentions/triggers.ts';

/** What somebody who asks for a kind is also shown; "killings" are deaths, but not all deaths are killings. */
const INCLUDED: Readonly<Partial<Record<EventKind, readonly EventKind[]>>> = {
  attack: ['bombing', 'shooting', 'arson', 'killing', 'kidnapping', 'hijacking'],
  clash: ['operation'],
  death: ['killing'],
  decision: ['order', 'sanction'],
  match: ['victory'],
  purchase: ['listing'],
  trial: ['lawsuit'],
  threat: ['warning'],
};

/**
 * Returns the kinds of events that a word of a question names, such as "attacks" or "lawsuits": its own, and narrower ones.
 * Undefined if it names none; it then only finds what has the word.
 */
export function kindsAsked(word: string): ReadonlySet<EventKind> | undefined {
  const trigger = TRIGGERS.get(word)?.find(({ weak }) => !weak);
  const kind =
    trigger?.kind ??
    singulars(word)
      .map((noun) => lexicalKind(noun, 'noun'))
      .find((one) => one !== undefined);
  return kind === undefined || kind === 'other' ? undefined : new Set([kind, ...(INCLUDED[kind] ?? [])]);
}

function singulars(word: string): readonly string[] {
  return [word, word.replace(/s$/u, ''), word.replace(/es$/u, ''), word.replace(/ies$/u, 'y')];
}
