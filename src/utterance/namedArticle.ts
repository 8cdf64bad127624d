import { fold } from '../language/folding/fold.ts';
import { stopWordsOf } from '../language/words/stopWords.ts';
import type { KnownArticle } from './intent.ts';

/** Nouns for a document, with what may stand between them and its name. */
const NOUN =
  '(?:article|piece|story|report|document|paper|essay|text|post|source|study|feature|editorial|column|interview|speech|memo|transcript)';
const BEFORE = new RegExp(
  `^(?:the |our |your |that |an? )?(?:${NOUN} )?(?:called |titled |entitled |named |about |on )?`,
  'u',
);
const NOUN_BEFORE = new RegExp(
  `^(?:the |our |your |that |an? )?${NOUN} (?:called |titled |entitled |named |about |on )`,
  'u',
);
/** The noun behind a name: "the bees article". */
const NAME_MAX_CHARS = 80;
const NOUNS = new RegExp(` ${NOUN}(?![\\p{L}\\p{N}])`, 'gu');
const NOUN_AFTER = new RegExp(`^["”’]? ${NOUN}(?![\\p{L}\\p{N}])`, 'iu');
const AFTER = new RegExp(` ${NOUN}$`, 'u');
/** What is one of several documents in words of its own. */
const THIS = new RegExp(
  `^(?:(?:this|that|the|the whole|this whole|the full|the entire|your)(?: ${NOUN})?|it|all of it|all of this|all this|here|everything here|${NOUN})$`,
  'u',
);
const ALL =
  /^(?:all|all of (?:them|these|it all)|everything|every (?:article|source|document|text)|each(?: (?:article|source|document))?|(?:all|both) (?:the |your |of the |of your |our )?(?:articles|sources|documents|texts|pieces|stories|reports)|(?:the|your|these|those|our) (?:articles|sources|documents|texts|pieces|stories|reports)|both)$/u;
const PREPOSITION = /(?<=^|\s)(?:in|of|from|by|for|on|about|according to|per) /gu;
/** Places in a question at which an article's name is looked for. */
const MAX_PLACES = 12;
const MIN_TITLE_WORDS = 2;
/** Of larger corpora titles would take too long to compare in one turn. */
const MAX_TITLES = 1000;

/** What a phrase names: the document at hand, all of them, or one by its id. */
export type Named = { readonly kind: 'this' | 'all' } | { readonly kind: 'article'; readonly id: string };

interface NamingOptions {
  /** Whether a few words of a title only name its article next to a word such as "article". Default: false. */
  readonly isStrict?: boolean;
}

/**
 * Finds the article that a phrase names: by its id, its title, the title's part before a colon, or words that only one
 * title has.
 */
export function namedArticle(
  phrase: string,
  articles: readonly KnownArticle[],
  { isStrict = false }: NamingOptions = {},
): Named | undefined {
  const text = plain(phrase);
  if (text === '' || THIS.test(text)) return { kind: 'this' };
  if (ALL.test(text)) return { kind: 'all' };
  const exact = exactly(text, articles);
  if (exact) return exact;
  const name = text.replace(BEFORE, '').replace(AFTER, '');
  const close = exactly(name, articles);
  if (close) return close;
  if (isStrict && !NOUN_BEFORE.test(text) && !AFTER.test(text)) return undefined;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !stopWordsOf('en').has(word));
  // One common word is only meant as a name where a noun says so.
  if (words.length < MIN_TITLE_WORDS && name === text && !AFTER.test(text)) {
    const [only = ''] = words;
    if (only.length < 4) return undefined;
  }
  return words.length === 0 ? undefined : onlyArticle(articles, (title) => words.every((word) => title.has(word)));
}

/** A question and the article that it names. */
export interface AskedOf {
  readonly id: string;
  /** The question without the name, and where a name belongs in it with `this article` instead. */
  readonly rest: string;
  readonly instead: string;
}

/**
 * Finds an article named in a question by its id, title, or the title's part before a colon; or, after a word such as
 * "article", by words that only one title has: "what does The Long Walk say about …", "in the article about bees, …".
 */
export function articleInQuestion(question: string, articles: readonly KnownArticle[]): AskedOf | undefined {
  const folded = fold(question);
  if (folded.length !== question.length) return undefined;
  for (const [name, ids] of namesIn(articles).byName) {
    const [id, ...others] = ids;
    if (id === undefined || others.length > 0 || (name !== id && !name.includes(' '))) continue;
    // An id of one word may be any word.
    if (name === id && !name.includes('-') && !/\d/u.test(name)) continue;
    const at = indexOfPhrase(folded, name);
    if (at !== -1) return cutOut(question, [at, at + name.length], id);
  }
  for (const { index, 0: preposition } of [...folded.matchAll(PREPOSITION)].slice(-MAX_PLACES)) {
    const start = index + preposition.length;
    const tail = folded.slice(start).replace(/[\s,;:.?!]+$/u, '');
    const phrase = tail.slice(0, tail.indexOf(',') === -1 ? undefined : tail.indexOf(','));
    if (!NOUN_BEFORE.test(phrase) && !AFTER.test(phrase)) continue;
    const found = namedArticle(phrase, articles);
    if (found?.kind === 'article') return cutOut(question, [start, start + phrase.length], found.id);
  }
  for (const { index, 0: noun } of [...folded.matchAll(NOUNS)].slice(0, MAX_PLACES)) {
    const before = folded.slice(Math.max(0, index - NAME_MAX_CHARS), index);
    const [article, end] = [before.lastIndexOf(' the '), index + noun.length];
    const start =
      article === -1 ? (before.startsWith('the ') ? index - before.length : end) : index - before.length + article + 1;
    const found = start === end ? undefined : namedArticle(folded.slice(start, end), articles);
    if (found?.kind === 'article') return cutOut(question, [start, end], found.id);
  }
  return undefined;
}

/** Takes a name out, with the preposition and the comma around it where it stands at an end. */
function cutOut(question: string, [start, end]: readonly [number, number], id: string): AskedOf {
  const [before, after] = [question.slice(0, start), question.slice(end).replace(NOUN_AFTER, '')];
  const instead = `${before.replace(/["“‘']$/u, '').replace(/\b(?:the|an?) $/iu, '')}this article${after.replace(/^["”’']/u, '')}`;
  const opening =
    /(?:^|\s)(?:(?:in|of|from|by|for|on|about|per|according to)\s+(?:the\s+(?:article|piece|report|story)\s+)?)?["“‘]?$/iu;
  const [left, right] = [before.replace(opening, ''), after.replace(/^["”’]?[\s,:;]*/u, '')];
  // In the middle the sentence needs a name.
  const isAtEnd = left === '' || !/[\p{L}\p{N}]/u.test(right);
  const rest = isAtEnd ? (left === '' ? right : `${left}${right}`).trim() : instead.trim();
  return { id, rest: /[\p{L}\p{N}]/u.test(rest) ? rest : question, instead };
}

interface Names {
  /** Ids by each name. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** The words of titles and ids, by id. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<readonly KnownArticle[], Names>();

/** The names of articles; those of the first `MAX_TITLES` by their titles, those of more by their ids alone. */
function namesIn(articles: readonly KnownArticle[]): Names {
  const found = known.get(articles);
  if (found) return found;
  const byName = new Map<string, Set<string>>();
  const words = new Map<string, ReadonlySet<string>>();
  for (const [index, { id, title }] of articles.entries()) {
    for (const name of index < MAX_TITLES ? namesOf({ id, title }) : [id]) {
      const ids = byName.get(name) ?? new Set<string>();
      byName.set(name, ids.add(id));
    }
    if (index < MAX_TITLES) words.set(id, new Set(`${plain(title)} ${id}`.split(/[^\p{L}\p{N}]+/u)));
  }
  const names = { byName, words };
  known.set(articles, names);
  return names;
}

function exactly(text: string, articles: readonly KnownArticle[]): Named | undefined {
  const [only, ...others] = namesIn(articles).byName.get(text) ?? [];
  return only !== undefined && others.length === 0 ? { kind: 'article', id: only } : undefined;
}

/** The names that an article goes by, folded: its id, with spaces too, its title, and its title's first part. */
function namesOf({ id, title }: Pick<KnownArticle, 'id' | 'title'>): readonly string[] {
  const whole = plain(title);
  const first = plain(/^[^:]{4,100}(?=: )/u.exec(title)?.[0] ?? '');
  const names = [
    id,
    id.replaceAll('-', ' '),
    whole,
    whole.replace(/^(?:the|an?) /u, ''),
    first,
    first.replace(/^(?:the|an?) /u, ''),
  ];
  return [...new Set(names)].filter((name) => name.length > 2);
}

function onlyArticle(
  articles: readonly KnownArticle[],
  fits: (title: ReadonlySet<string>) => boolean,
): Named | undefined {
  const [only, ...others] = [...namesIn(articles).words].filter(([, title]) => fits(title));
  return only && others.length === 0 ? { kind: 'article', id: only[0] } : undefined;
}

function plain(text: string): string {
  return fold(text)
    .replaceAll(/["']+(?=\s|$)|(?<=^|\s)["']+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s.,;:!?]+$/u, '')
    .trim();
}

function indexOfPhrase(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + phrase.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}
