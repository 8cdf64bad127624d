const SHOWN_MAX_CHARS = 60;
const FORMS = 'a reference such as ¶12, ¶12.2, ¶3-5 or Fig. 2';

/** Says that a text is not a reference. */
export function noReference(typed: string): string {
  return `"${typed.slice(0, SHOWN_MAX_CHARS)}" is not ${FORMS}.`;
}

/** Says that a text is not a reference, and how to find a passage by its words. */
export function noReferenceToCite(typed: string): string {
  return `${noReference(typed)} To find a passage by its words, use /quote.`;
}

/** A passage that an article does not have. */
export interface MissingPassage {
  readonly title: string;
  readonly missing: string;
  /** The last passage of that kind, if there is one. */
  readonly last: string | undefined;
}

/** Says that an article does not have a passage. */
export function missingPassage({ title, missing, last }: MissingPassage): string {
  return `"${title}" has no ${missing}${last === undefined ? '' : `; the last one is ${last}`}.`;
}

/** Says that an article no longer has any of the listed passages. */
export function passagesGone(title: string): string {
  return `"${title}" no longer has these passages.`;
}
