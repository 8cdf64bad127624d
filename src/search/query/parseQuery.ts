/** A parsed question. */
export interface Query {
  /** The text to rank by: everything except excluded words, including quoted words. */
  readonly text: string;
  /** Quoted words, as typed, that must occur. */
  readonly phrases: readonly string[];
  /** Words, as typed, that must not occur. */
  readonly excluded: readonly string[];
}

const EXCLUDED_PHRASE = /(?<=^|\s)-"([^"]*)"/gu;
const PHRASE = /"([^"]*)"/gu;
/** Punctuation at the ends of quoted words belongs to the surrounding sentence. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const EXCLUDED = /(?<=^|\s)-(?=[\p{L}\p{N}])([^\s"]+)/gu;

/**
 * Parses the query language: `"exact words"`, in straight or curly quotation marks, must occur; `-word` and `-"these words"` must not. A
 * hyphen within a word excludes nothing, and a lone quotation mark means nothing.
 */
export function parseQuery(typed: string): Query {
  const straight = typed.replace(/[“”„‟«»″]/gu, '"');
  const unwanted = [...straight.matchAll(EXCLUDED_PHRASE)].map(([, phrase]) => phrase!.replace(EDGES, ''));
  const text = straight.replace(EXCLUDED_PHRASE, ' ');
  const phrases = [...text.matchAll(PHRASE)]
    .map(([, phrase]) => phrase!.replace(EDGES, ''))
    .filter((phrase) => phrase !== '');
  const words = [...text.matchAll(EXCLUDED)]
    .filter(({ index }) => !insidePhrase(text, index))
    .map(([, word]) => word!.replace(/[^\p{L}\p{N}]+$/u, ''));
  const excluded = [...unwanted.filter((phrase) => phrase !== ''), ...words];
  const rest = text.replace(EXCLUDED, (whole, _word, at: number) => (insidePhrase(text, at) ? whole : ' '));
  return { text: rest.replaceAll('"', ' ').trim(), phrases, excluded };
}

function insidePhrase(text: string, at: number): boolean {
  return [...text.matchAll(PHRASE)].some(({ index, 0: whole }) => index < at && at < index + whole.length);
}
