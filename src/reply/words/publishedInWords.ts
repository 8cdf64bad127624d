import { edtfInWords } from './events/edtfInWords.ts';

/** What is known of the day on which an article was published. */
interface Published {
  readonly published?: string | null | undefined;
  /** Why it says so; only if the source does not state the date. */
  readonly publishedNote?: string | undefined;
}

/** Writes the date of an article in words, "2 June 2024" or "undated"; one that the source does not state is inferred. */
export function publishedInWords({ published, publishedNote }: Published, none = 'undated'): string {
  if (published === undefined || published === null) return none;
  return `${edtfInWords(published)}${publishedNote === undefined ? '' : ' (inferred)'}`;
}
