import { tokensOf } from '../language/tokens.ts';
import type { Collection } from './collection.ts';
import { sentenceSpan, type IndexedArticle } from './indexedArticle.ts';
import { holdsLiteral, literal } from './literal.ts';
import type { Allowed } from './shortlist.ts';
import { termsFor } from './terms.ts';

/** A sentence by its place in an indexed article. */
export interface Place {
  readonly indexed: IndexedArticle;
  readonly sentence: number;
}

export interface FindLiteralOptions {
  readonly allowed?: Allowed | undefined;
  /** The last word may go on in the text. Default false. */
  readonly prefix?: boolean;
  /** How many at most. Default: all. */
  readonly limit?: number;
}

/** Folding so many sentences takes some milliseconds. */
const MANY_SENTENCES = 1000;

/**
 * Finds the sentences that hold a text word for word (case and typography folded), in the articles' order. Looks at the
 * words' numbers first and folds only sentences that hold the rarest of them.
 */
export function findLiteral(text: string, collection: Collection, options: FindLiteralOptions = {}): readonly Place[] {
  const { allowed, prefix = false, limit = Infinity } = options;
  const wanted = literal(text);
  const ids = wanted === '' ? new Set<number>() : rarestWord(text, collection, prefix);
  const found: Place[] = [];
  if (ids?.size === 0) return found;
  const marks = ids && new Uint8Array(collection.vocabulary.terms.length);
  for (const id of ids ?? []) marks![id] = 1;
  for (const indexed of collection.articles.values())
    for (const sentence of sentencesWith(marks, indexed)) {
      if (found.length >= limit) return found;
      if (allowed && !allowed({ indexed, block: indexed.sentenceBlock[sentence]! })) continue;
      if (holdsLiteral(literal(textOf({ indexed, sentence })), wanted, { prefix })) found.push({ indexed, sentence });
    }
  return found;
}

/** Gives the text of a sentence. */
export function textOf({ indexed, sentence }: Place): string {
  return indexed.article.source.slice(...sentenceSpan(indexed, sentence));
}

/** Numbers of the terms that the rarest word of a text can have been indexed as; undefined where it has no words. */
function rarestWord(text: string, { languages, vocabulary }: Collection, prefix: boolean): Set<number> | undefined {
  const tokens = tokensOf(text, languages[0]).filter(({ joined }) => !joined);
  const finished = prefix ? tokens.slice(0, -1) : tokens;
  const choices = finished.map((token) => {
    const terms = languages.map((language) => termsFor(language)(token));
    const ids = [...terms, token.text, token.text.toUpperCase()].map((term) => term && vocabulary.idOf(term));
    return new Set(ids.filter((id) => typeof id === 'number'));
  });
  const holding = (ids: ReadonlySet<number>) => [...ids].reduce((sum, id) => sum + vocabulary.sentencesWith(id), 0);
  const last = tokens.at(-1);
  // The start of a word tells more than words that stand everywhere.
  if (prefix && last && choices.every((ids) => holding(ids) > MANY_SENTENCES)) {
    const begun = new Set<number>();
    for (const { word, term } of vocabulary.forms) if (word.startsWith(last.text)) begun.add(term);
    const shouted = vocabulary.idOf(last.text.toUpperCase());
    choices.push(shouted === undefined ? begun : begun.add(shouted));
  }
  return choices.sort((a, b) => holding(a) - holding(b))[0];
}

/** Goes through the sentences that hold a marked term; through all where there are no marks. */
function* sentencesWith(marks: Uint8Array | undefined, indexed: IndexedArticle): Iterable<number> {
  const { terms, sentenceStart } = indexed;
  let sentence = 0;
  if (!marks) for (; sentence < sentenceStart.length - 1; sentence += 1) yield sentence;
  else
    for (let at = 0; at < terms.length; at += 1) {
      if (marks[terms[at]!] === 0) continue;
      while (sentenceStart[sentence + 1]! <= at) sentence += 1;
      yield sentence;
      at = sentenceStart[sentence + 1]! - 1;
    }
}
