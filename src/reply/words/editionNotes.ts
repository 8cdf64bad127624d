import type { EditionComparison } from '../../answer/compareEditions.ts';
import type { Edition } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import type { KeptEdition } from '../../article/readKeptEditions.ts';
import { counted, listed } from './counted.ts';
import { editionName } from './verdicts/editionWords.ts';

/** What a handle of an earlier edition names: the two editions (8 hex digits each) and its reference. */
export interface EarlierHandle {
  readonly earlier: string;
  readonly present: string;
  readonly reference: string;
}

/** Says what happened to a passage since the edition of its handle; each note is a sentence or two. */
export function editionNotes(
  { kind, candidates }: Pick<EditionComparison, 'kind' | 'candidates'> | { kind: 'unknown'; candidates: readonly [] },
  { earlier, present, reference }: EarlierHandle,
): readonly string[] {
  const made = `This reference names edition ${earlier}; the present edition is ${present}.`;
  const places = listed([
    ...new Set(candidates.map((candidate) => candidate.within?.reference ?? candidate.reference)),
  ]);
  const what: Readonly<Record<typeof kind, string>> = {
    same: `${reference} has not changed: it reads the same in both, word for word.`,
    moved: `The words of ${reference} have not changed, but they are now at ${places}.`,
    changed:
      places === reference
        ? `${reference} has changed, but is still the closest passage.`
        : `${reference} has changed: the closest passage is now ${places}.`,
    gone: `${reference} is gone: nothing like it was found in the present edition. What follows is from edition ${earlier}.`,
    missing: `Edition ${earlier} had no ${reference}. What follows is ${reference} of the present edition, which may be about something else.`,
    unknown: `Edition ${earlier} is not kept here, so whether ${reference} has changed since is not known. What follows is from the present edition.`,
  };
  return [made, what[kind]];
}

/** What is known about a passage linked without an edition. */
export interface UndatedLink {
  readonly present: Edition;
  readonly reference: string;
  /** How many kept editions its text was compared with. */
  readonly compared: number;
  /**
   * The newest of them whose text differs there, or which has nothing there; and whether the present one has nothing.
   */
  readonly differing?: { readonly kept: KeptEdition; readonly lacks?: 'earlier' | 'present' };
}

/** Says that a link names no edition, and whether the passage has changed in the editions that are kept. */
export function undatedLinkNotes({ present, reference, compared, differing }: UndatedLink): readonly string[] {
  const now = shortEdition(present);
  if (!differing) {
    const same =
      compared === 0 ? '' : ` ${reference} reads the same in ${counted(compared, 'other edition')} kept here.`;
    return [`This link names no edition; what follows is from the present one, ${now}.${same}`];
  }
  const { kept, lacks } = differing;
  const name = editionName(kept.article.edition, kept.received);
  if (lacks === 'present')
    return [`This link names no edition. The present one, ${now}, has no ${reference}; ${name} has.`];
  const difference = lacks === 'earlier' ? `${name} had no ${reference}` : `in ${name} ${reference} reads differently`;
  return [`This link names no edition; what follows is from the present one, ${now}, but ${difference}.`];
}

/**
 * Says where the present edition has the passage that another edition has at a reference; nothing if it is in the same
 * place.
 */
export function whereNow(
  { kind, candidates }: Pick<EditionComparison, 'kind' | 'candidates'>,
  reference: string,
): readonly string[] {
  const places = [...new Set(candidates.map((candidate) => candidate.within?.reference ?? candidate.reference))];
  if (kind === 'moved') return [`What that edition had at ${reference} is now at ${listed(places)}, word for word.`];
  if (kind === 'gone') return [`Nothing like what that edition had at ${reference} was found in the present one.`];
  const [closest] = places;
  if (kind !== 'changed' || closest === undefined || closest === reference) return [];
  return [`The closest passage to what that edition had at ${reference} is now ${closest}.`];
}

/** Said if a link opens a published article but cannot highlight the passage. */
export function unmarkedPassage(reference: string): string {
  return `The link opens the article but cannot highlight ${reference}: no words in or around it distinguish it from an earlier passage.`;
}
