import { askedFor, type Asked } from '../../language/question.ts';
import { particleVerbs } from '../../language/words/particleVerbs.ts';
import { relatedStems } from '../../language/words/relatedWords.ts';
import { primaryLanguage, stemmerFor } from '../../language/words/stem.ts';
import { tokensOf, type Token } from '../../language/words/tokens.ts';
import { isKnownStem, rarityOf } from '../../language/words/wordList.ts';
import type { AliasTable } from './aliases.ts';
import { correct } from './correct.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { termsFor } from './terms.ts';
import type { Vocabulary } from '../index/vocabulary.ts';

/** A word of a query, and the numbers it is searched by. */
export interface QueryTerm {
  /** As typed. */
  readonly typed: string;
  /** The corrected word, if it was misspelt. */
  readonly corrected: string | undefined;
  readonly term: string;
  /** Vocabulary numbers equivalent to the word itself; none if no indexed sentence has it. */
  readonly ids: readonly number[];
  /** General rarity, between 0 and 1, independent of these articles. */
  readonly rarity: number;
  /** Other terms that suggest it, with their weight: by meaning, and by spelling. */
  readonly related: readonly (readonly [id: number, weight: number])[];
  readonly similar: readonly (readonly [id: number, weight: number])[];
}

/** A query in the form that ranking needs. */
export interface ReadQuery {
  /** Each term once, in order, without stop words. */
  readonly terms: readonly QueryTerm[];
  /** Every word in order, by vocabulary number, including stop words; -1 for one that no sentence has. */
  readonly sequence: readonly number[];
  readonly asked: Asked;
  /** Whether it has a question word or a question mark. */
  readonly isQuestion: boolean;
}

/** What a query is read against. */
export interface QueryContext {
  readonly vocabulary: Vocabulary;
  readonly aliases: AliasTable;
  /** The languages of the articles, most frequent first. */
  readonly languages: readonly string[];
}

/** More words say no more, and cost more. */
const MAX_TERMS = 40;
/** General rarity in a language without a list. */
const UNKNOWN_RARITY = 0.6;
const ACRONYM_WORD_WEIGHT = 0.6;
/** Question words, which are not part of answers. */
const ASKING = new Set(['what', 'which', 'who', 'whom', 'whose', 'when', 'where', 'why', 'how', 'do', 'does', 'did']);

/** Reads a query: its terms with typing errors corrected, and what else each may match. */
export function readQuery(text: string, context: QueryContext): ReadQuery {
  const language = context.languages[0] ?? 'en';
  const terms = new Map<string, QueryTerm>();
  const sequence: number[] = [];
  let isQuestion = text.includes('?');
  const known = new Map<string, QueryTerm | undefined>();
  const tokens = tokensOf(text, language);
  const meant = meantBy(tokens, language);
  const termOf = (token: Token): QueryTerm | undefined => {
    const other = meant.get(token) ?? [];
    const key = `${token.text} ${token.shape} ${token.joined === true} ${other.join(' ')}`;
    if (!known.has(key)) known.set(key, queryTerm(token, text, { ...context, meant: other }));
    return known.get(key);
  };
  for (const token of tokens) {
    const term = terms.size < MAX_TERMS ? termOf(token) : undefined;
    if (term && !terms.has(term.term)) terms.set(term.term, term);
    const isAsking = ASKING.has(token.text) && token.shape !== 'upper';
    if (isAsking) isQuestion = true;
    if (token.joined || isAsking) continue;
    sequence.push(term ? (term.ids[0] ?? -1) : (indexed(token.text, context.vocabulary) ?? -1));
  }
  return { terms: withLongForms([...terms.values()], context.aliases), sequence, asked: askedFor(text), isQuestion };
}

/** The stems of words that a verb of an English query stands for with its particle ("look into": `investig`), by the verb. */
function meantBy(tokens: readonly Token[], language: string): ReadonlyMap<Token, readonly string[]> {
  if (primaryLanguage(language) !== 'en') return new Map();
  const words = tokens.filter(({ joined }) => joined !== true);
  const verbs = particleVerbs(words.map(({ text }) => stemmerFor('en')(text)));
  return new Map(verbs.map(({ at, meant }) => [entryAt(words, at), meant]));
}

function queryTerm(
  token: Token,
  text: string,
  { vocabulary, aliases, languages, meant }: QueryContext & { readonly meant: readonly string[] },
): QueryTerm | undefined {
  const variants = variantsOf(token, languages);
  const first = variants[0];
  if (first === undefined) return undefined;
  const english = primaryLanguage(languages[0] ?? 'en') === 'en';
  let term = first;
  let ids = variants.flatMap((variant) => indexed(variant, vocabulary) ?? []);
  let corrected: string | undefined;
  if (ids.length === 0 && token.shape !== 'number' && !(english && isKnownStem(first))) {
    const form = correct(token.text, vocabulary);
    if (form) {
      corrected = form.word;
      ids = [form.term];
      term = vocabulary.terms[form.term]!;
    }
  }
  return {
    typed: text.slice(...token.span),
    corrected,
    term,
    ids: [...new Set(ids.flatMap((id) => [id, ...aliases.shortNames(id)]))],
    rarity: english ? rarityOf(term) : UNKNOWN_RARITY,
    related: [
      ...(english ? relatedIds([...meant, ...relatedStems(term)], vocabulary) : []),
      ...ids.flatMap((id) =>
        aliases.longForms(id).flatMap((form) => form.map((word) => [word, ACRONYM_WORD_WEIGHT] as const)),
      ),
    ],
    similar: vocabulary.grams.similar(term).filter(([id]) => !ids.includes(id)),
  };
}

/** A short name suggests each word of its long form, if the query has all of them. */
function withLongForms(terms: readonly QueryTerm[], aliases: AliasTable): readonly QueryTerm[] {
  const found = aliases.within(new Set(terms.flatMap(({ ids }) => ids)));
  if (found.length === 0) return terms;
  return terms.map((term) => {
    const shorts = found.flatMap(({ short, other }) => (term.ids.some((id) => other.includes(id)) ? [short] : []));
    return shorts.length === 0 ? term : { ...term, ids: [...new Set([...term.ids, ...shorts])] };
  });
}

/** The terms of a word in each language; none if it is a stop word in the first language. */
function variantsOf(token: Token, languages: readonly string[]): readonly string[] {
  const variants = languages.map((language) => termsFor(language)(token));
  return variants[0] === undefined ? [] : [...new Set(variants.filter((variant) => variant !== undefined))];
}

function relatedIds(stems: readonly string[], vocabulary: Vocabulary): (readonly [number, number])[] {
  return stems.flatMap((stem, position) => {
    const id = indexed(stem, vocabulary);
    return id === undefined ? [] : [[id, 1 / (1 + position / 8)] as const];
  });
}

function indexed(term: string, vocabulary: Vocabulary): number | undefined {
  const id = vocabulary.idOf(term);
  return id !== undefined && vocabulary.sentencesWith(id) > 0 ? id : undefined;
}
