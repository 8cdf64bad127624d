import { DAY, MONTH, YEAR } from '../dates/dateWords.ts';
import { stopWordsOf } from '../words/stopWords.ts';
import { wordKind } from '../words/wordKind.ts';

/** What says where a quotation is from, and no more than that. */
export interface Attribution {
  /** The reference, handle or link in it, as typed. */
  readonly citation?: string | undefined;
  /** It says so in words: "according to", "source:". */
  readonly sourced: boolean;
}

const SENTENCES = String.raw`(?:\.\d{1,5}(?:\s?[-‐-―−]\s?\d{1,5})?)?`;
const NUMBERS = String.raw`\d{1,5}(?:\s?[-‐-―−]\s?¶?\s?\d{1,5}|${SENTENCES})`;
const REFERENCE = String.raw`(?:(?:¶¶?|para(?:graph|s)?\.?|par\.|fig(?:ure)?\.?|§)\s?${NUMBERS}|standfirst(?:\.\d)?|title)`;
const HANDLE = String.raw`[a-z0-9]+(?:-[a-z0-9]+)*\/(?:${REFERENCE})(?:@[0-9a-f]{8})?`;
const LINK = String.raw`https?:\/\/\S+?\/read\/[^\s)>\]]+#[^\s)>\]]+`;

/** The source of a pattern for what cites a passage: a reader's link, a handle, or a reference with a sign. */
export const CITATION = String.raw`${LINK}|(?<![\p{L}\p{N}])(?:${HANDLE}|${REFERENCE})(?![\p{L}\p{N}])`;

const PARTICLE = String.raw`(?:[Tt]he|of|for|and|&|de|del|della|di|da|do|dos|du|des|la|le|les|von|van|der|den|zu|zur|und|et|y|al|el|bin|ibn)`;
const NAME_WORD = String.raw`(?:(?:al|el|d|l)[-'’])?\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-'’.&]{1,2}[\p{L}\p{M}\p{N}]+)*\.?`;
/** At most nine words with capitals, with particles allowed between them. */
const NAME = new RegExp(
  String.raw`(?:${PARTICLE} )?${NAME_WORD}(?: (?:${PARTICLE} ){0,2}${NAME_WORD}){0,8}(?: et al\.)?(?![\p{L}\p{N}])`,
  'uy',
);
const PARTICLES = new RegExp(`^${PARTICLE}$`, 'u');
const MARK = String.raw`"“”„‟«»‘’'‹›`;

const ELEMENTS = {
  citation: new RegExp(CITATION, 'iuy'),
  link: /<?(?:https?:\/\/[^\s)>\]]+|www\.[^\s)>\]]+|doi:\s?\S+)>?|@[\p{L}\p{N}_.]+|edition [0-9a-f]{8}(?![0-9a-z])/iuy,
  date: new RegExp(
    String.raw`(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|${DAY}\.? (?:of )?${MONTH}(?:,? ${YEAR})?|${MONTH} ${DAY}(?:,? ${YEAR})?|${MONTH},? ${YEAR}|\d{1,2}\. \p{Lu}\p{Ll}{2,9} ${YEAR}|c?\.? ?${YEAR}(?:[-–]\d{2,4})?|n\.d\.)(?![\p{L}\p{N}])`,
    'iuy',
  ),
  page: /(?:pp?|vol|no|nr|ch|chap|ed|issue|line|lines)\.? ?\d{1,5}(?:[-–]\d{1,5})?(?![\p{L}\p{N}])/iuy,
  source:
    /(?:according to|sources?(?=:)|quelle(?=:)|as (?:quoted|reported|cited) (?:in|by)|(?:quoted|cited|reported|published) (?:in|by|from|on)|retrieved(?: from| on)?|accessed(?: on)?|via|from|see|by|in)(?![\p{L}\p{N}])/iuy,
  title: new RegExp(
    String.raw`[${MARK}](?=[\p{Lu}\p{N}\p{Lo}])[^"“”„«»\n]{1,200}(?<![.!])[${MARK}]|_[^_\n]{1,200}_`,
    'uy',
  ),
} as const;
type Element = keyof typeof ELEMENTS;
const ORDER: readonly Element[] = ['citation', 'link', 'date', 'page', 'source', 'title'];
const SEPARATOR = /[\s,;:.·|()[\]~–—-]+|$/uy;
/** Elements that are enough to make an attribution. */
const ENOUGH: ReadonlySet<string> = new Set(['citation', 'link', 'date', 'name', 'known']);

/**
 * Reads a text that is nothing but an attribution: names, titles, dates, references and links, with commas and words such
 * as "according to" between them. Returns undefined for any other text, so that no sentence is taken for one. `known` are
 * names and titles of the sources, as `knownNames` makes them.
 */
export function parseAttribution(text: string, known: ReadonlySet<string> = new Set()): Attribution | undefined {
  const found = new Set<string>();
  let citation: string | undefined;
  for (let at = skip(text, 0); at < text.length;) {
    const part = knownAt(text, at, known) ?? elementAt(text, at) ?? nameAt(text, at);
    if (!part) return undefined;
    found.add(part.kind);
    if (part.kind === 'citation') citation ??= text.slice(at, part.end);
    const next = skip(text, part.end);
    if (next === part.end && next < text.length) return undefined;
    at = next;
  }
  if (![...found].some((kind) => ENOUGH.has(kind))) return undefined;
  return { citation, sourced: found.has('source') };
}

/** Makes the names and titles that `parseAttribution` knows; those of one word or less are left out. */
export function knownNames(names: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(names, (name) => name.trim().toLowerCase()).filter((name) => name.length > 3));
}

interface Part {
  readonly kind: Element | 'name' | 'known';
  readonly end: number;
}

function skip(text: string, at: number): number {
  SEPARATOR.lastIndex = at;
  return at + (SEPARATOR.exec(text)?.[0].length ?? 0);
}

function elementAt(text: string, at: number): Part | undefined {
  for (const kind of ORDER) {
    const pattern = ELEMENTS[kind];
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, end: at + match[0].length };
  }
  return undefined;
}

/** What the known names begin with, by their set: most places of a text begin none. */
const beginnings = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
const BEGINNING_CHARS = 4;

/** The longest known name that begins here and ends where a separator or the text's end is. */
function knownAt(text: string, at: number, known: ReadonlySet<string>): Part | undefined {
  if (known.size === 0) return undefined;
  const begun = beginnings.get(known) ?? new Set(Array.from(known, (name) => name.slice(0, BEGINNING_CHARS)));
  beginnings.set(known, begun);
  const rest = text.slice(at, at + 300).toLowerCase();
  if (!begun.has(rest.slice(0, BEGINNING_CHARS))) return undefined;
  let end = 0;
  for (const border of rest.matchAll(/(?<=[\p{L}\p{N}?!)”"’'])(?=[\s,;:.·|()[\]~–—-]|$)/gu))
    if (known.has(rest.slice(0, border.index))) end = border.index;
  return end === 0 ? undefined : { kind: 'known', end: at + end };
}

/** A name has no word that only sentences have: a pronoun, a verb of few words, a negation. */
function nameAt(text: string, at: number): Part | undefined {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const words = name.split(/[\s.]+/u).filter((word) => word !== '' && !PARTICLES.test(word));
  const stopWords = stopWordsOf('en');
  const sentential = words.some((word) => isSentential(word, stopWords));
  return sentential ? undefined : { kind: 'name', end: at + name.length };
}

function isSentential(word: string, stopWords: ReadonlySet<string>): boolean {
  const acronym = word.length <= 3 && /^\p{Lu}+$/u.test(word) && /^(?:US|UN|IT|WHO)$/u.test(word);
  if (wordKind(word, 'en') === 'negation') return true;
  return !acronym && word.length > 1 && stopWords.has(word.toLowerCase());
}
