import type { ArticleId, Edition } from '../../article/article.ts';
import { contains, type Span } from '../../language/span.ts';
import { tokensOf } from '../../language/words/tokens.ts';
import type { Collection } from '../index/collection.ts';
import type { IndexedArticle } from '../index/indexedArticle.ts';
import { hasUnspaced, literal } from '../literal.ts';
import { termsFor } from '../query/terms.ts';
import { createMeter, type Meter } from '../../runtime/steps/createMeter.ts';
import type { Steps } from '../../runtime/steps/steps.ts';

/** Where a word of a text occurs, in any of its forms. */
export interface WordPlaces {
  /** As typed. */
  readonly word: string;
  /** Whether it is a word of most texts, such as "the". */
  readonly isCommon: boolean;
  /** Whether a sentence in the scope has it. */
  readonly inSentence: boolean;
  /** Whether a heading, title or credit in the scope has it. */
  readonly beside: boolean;
  /** The articles that have it outside the scope, with the first such block; up to `MAX_OUTSIDE`. */
  readonly outside: readonly { readonly article: ArticleId; readonly edition: Edition; readonly block: number }[];
}

export interface PlacesOptions {
  /** Ids of all articles that may be named. */
  readonly library: ReadonlySet<string>;
  /** Whether a block (index into `article.blocks`; their number for a title that is not a block) is in the scope. */
  readonly inScope: (article: ArticleId, block: number) => boolean;
}

/** Maximum number of articles named for a word outside the scope. */
const MAX_OUTSIDE = 20;
/**
 * Shorter parts of hyphenated words are not indexed ("EU" of "EU-wide"), so they are searched for in the text itself.
 */
const INDEXED_MIN_CHARS = 3;
/** Maximum number of characters read for such parts; a word that was not searched for everywhere counts as present. */
const MAX_CHARS = 1_000_000;
const WORDS_MAX = 400;
/** Words between two checks of the meter. */
const LOOK_EACH = 64;
const PIECE = /[\p{L}\p{N}]+/gu;

interface Sought {
  readonly word: string;
  readonly isCommon: boolean;
  /** Parts that must be searched for in the text itself. */
  readonly unindexed: readonly string[];
  inSentence: boolean;
  beside: boolean;
  readonly outside: { readonly article: ArticleId; readonly edition: Edition; readonly block: number }[];
}

/**
 * Finds in steps where each word of a text occurs, in any form. A hyphenated word occurs where any of its parts does: a
 * user who is told that a word is missing must not find it. Time is proportional to all indexed words.
 */
export function* wordPlaces(
  text: string,
  collection: Collection,
  options: PlacesOptions,
): Steps<readonly WordPlaces[]> {
  const { sought, byId } = readWords(text, collection);
  const marks = new Uint8Array(collection.vocabulary.terms.length);
  for (const id of byId.keys()) marks[id] = 1;
  const meter = createMeter();
  for (const indexed of collection.articles.values()) {
    if (!options.library.has(indexed.article.id)) continue;
    yield* lookInSentences(indexed, { byId, marks, meter }, options);
    lookBeside(indexed, byId, options);
  }
  yield* lookInText(sought, collection, options);
  return sought.map(({ unindexed: _, ...places }) => places);
}

function readWords(text: string, { languages, vocabulary }: Collection) {
  const tokens = tokensOf(text, languages[0]);
  const groups: { span: Span; terms: Set<string>; isCommon: boolean }[] = [];
  for (const token of tokens) {
    const terms = languages.flatMap((language) => termsFor(language)(token) ?? []);
    const isCommon = termsFor(languages[0] ?? 'en')(token) === undefined;
    const all = [...terms, token.text, token.text.toUpperCase()];
    const group = token.joined ? groups.filter(({ span }) => contains(token.span, span)) : [];
    if (group.length > 0) {
      groups.splice(groups.indexOf(group[0]!), group.length, {
        span: token.span,
        terms: new Set([...group.flatMap((one) => [...one.terms]), ...all]),
        isCommon: false,
      });
    } else groups.push({ span: token.span, terms: new Set(all), isCommon });
  }
  const byId = new Map<number, Sought[]>();
  const seen = new Map<string, Sought>();
  for (const { span, terms, isCommon } of groups.slice(0, WORDS_MAX)) {
    const word = wordAsWritten(text, span);
    if (seen.has(word.toLowerCase())) continue;
    const pieces = literal(word).match(PIECE) ?? [];
    for (const piece of pieces) terms.add(piece).add(piece.toUpperCase());
    const unindexed = pieces.filter((piece) => piece.length < INDEXED_MIN_CHARS || hasUnspaced(piece));
    const one: Sought = { word, isCommon, unindexed, inSentence: false, beside: false, outside: [] };
    seen.set(word.toLowerCase(), one);
    for (const term of terms) {
      const id = vocabulary.idOf(term);
      if (id === undefined) continue;
      byId.set(id, [...(byId.get(id) ?? []), one]);
    }
  }
  return { sought: [...seen.values()], byId };
}

/** Returns a word as it was typed: with the ending or article of a contraction, and the last dot of initials. */
function wordAsWritten(text: string, [start, end]: Span): string {
  const before = /(?:\p{L}{1,5}['’])?$/u.exec(text.slice(Math.max(0, start - 6), start))![0];
  const after = /^\p{L}{0,2}(?:['’]\p{L}{1,2}(?!\p{L}))?/u.exec(text.slice(end, end + 6))![0];
  const word = text.slice(start, end);
  const dot = /^\p{L}(?:\.\p{L})+$/u.test(word) && text[end] === '.' ? '.' : '';
  return before + word + (dot || after);
}

function* lookInSentences(
  indexed: IndexedArticle,
  {
    byId,
    marks,
    meter,
  }: { readonly byId: ReadonlyMap<number, readonly Sought[]>; readonly marks: Uint8Array; readonly meter: Meter },
  options: PlacesOptions,
): Steps<void> {
  const { terms, sentenceStart, blockStart, blockIndex } = indexed;
  for (let ordinal = 0; ordinal < blockIndex.length; ordinal += 1) {
    const [from, to] = [sentenceStart[blockStart[ordinal]!]!, sentenceStart[blockStart[ordinal + 1]!]!];
    for (let at = from; at < to; at += 1) {
      if (at % LOOK_EACH === 0 && meter.spend(LOOK_EACH)) yield;
      if (marks[terms[at]!] === 0) continue;
      for (const one of byId.get(terms[at]!)!)
        note(one, indexed, { block: blockIndex[ordinal]!, options, beside: false });
    }
  }
}

function lookBeside(
  indexed: IndexedArticle,
  byId: ReadonlyMap<number, readonly Sought[]>,
  options: PlacesOptions,
): void {
  for (const [at, term] of indexed.besideTerms.entries())
    for (const one of byId.get(term) ?? [])
      note(one, indexed, { block: indexed.besideBlock[at]!, options, beside: true });
}

function note(
  one: Sought,
  { article: { id, edition } }: IndexedArticle,
  { block, options, beside }: { readonly block: number; readonly options: PlacesOptions; readonly beside: boolean },
): void {
  if (options.inScope(id, block)) {
    if (beside) one.beside = true;
    else one.inSentence = true;
  } else if (one.outside.length < MAX_OUTSIDE && one.outside.at(-1)?.article !== id)
    one.outside.push({ article: id, edition, block });
}

/** Searches for parts that are not indexed, in sentences and headings alike. */
function* lookInText(sought: readonly Sought[], { articles }: Collection, options: PlacesOptions): Steps<void> {
  const open = sought.filter(({ inSentence, beside, unindexed }) => !inSentence && !beside && unindexed.length > 0);
  if (open.length === 0) return;
  let read = 0;
  const meter = createMeter();
  for (const { article } of articles.values()) {
    if (!options.library.has(article.id)) continue;
    for (const [block, { span }] of article.blocks.entries()) {
      if (!options.inScope(article.id, block)) continue;
      read += (span[1] - span[0]) * open.length;
      if (read > MAX_CHARS) {
        for (const one of open) one.inSentence = true;
        return;
      }
      if (meter.spend((span[1] - span[0]) * open.length)) yield;
      const text = article.source.slice(...span).toLowerCase();
      for (const one of open)
        if (!one.inSentence && one.unindexed.some((piece) => hasPiece(text, piece))) one.inSentence = true;
    }
  }
}

function hasPiece(text: string, piece: string): boolean {
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + piece.length] ?? ' '];
    if (hasUnspaced(piece) || (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after))) return true;
  }
  return false;
}
