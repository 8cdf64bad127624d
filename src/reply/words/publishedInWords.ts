import { edtfInWords } from './events/edtfInWords.ts';

/** What is known about when an article was published. */
interface Published {
  readonly published?: string | null | undefined;
  /** How the date is known; only if the source does not state it. */
  readonly publishedNote?: string | undefined;
}

/**
 * Puts an article's date into words, "2 June 2024" or "undated", and marks it as inferred if the source does not state
 * it.
 */
export function publishedInWords({ published, publishedNote }: Published, none = 'undated'): string {
  if (published === undefined || published === null) return none;
  return `${edtfInWords(published)}${publishedNote === undefined ? '' : ' (inferred)'}`;
}
