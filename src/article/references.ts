import type { Article } from './article.ts';
import { resolveReference, type Passage, type Resolution } from './passage.ts';
import { formatReference, parseReference, type Reference, type ReferenceTarget } from './reference.ts';
import { sectionOfBlock, sectionsOf } from './sections.ts';
import { entryAt } from '../runtime/entryAt.ts';

type NumberedTarget = Extract<ReferenceTarget, 'paragraph' | 'caption' | 'heading'>;
type Ordinal = number | 'last';

/** One end of a range: a block, or a sentence of it. */
interface Place {
  readonly target: NumberedTarget;
  readonly number: Ordinal;
  readonly sentence?: Ordinal | undefined;
}

/** A member of a list of references: a single one, or from one place to another; `next` and `rest` are "12f" and "12ff". */
export type ReferenceRange =
  | { readonly kind: 'single'; readonly reference: Reference }
  | { readonly kind: 'range'; readonly from: Place; readonly to: Place | 'next' | 'rest' };

const WORDS: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/[‐-―−]/gu, '-'],
  [/\bsentences?\s+(\d+|last|first)\s+(?:of|in)\s+(.+)$/gu, '$2 . $1'],
  [/#?\b(?:figures?|figs?|captions?)\b\.?|#?fig(?=\d)/gu, ' F '],
  [/#?\b(?:paragraphs?|paras?|pars?|pp?)\b\.?|#?\bp(?=\d)|¶+/gu, ' P '],
  [/\b(?:sections?|sects?)\b\.?|§+/gu, ' H '],
  [/(?:,\s*)?\b(?:sentences?|sents?|s)\b\.?/gu, ' . '],
  [/\b(?:to|through|until|till)\b/gu, ' - '],
  [/\s*(?:,\s*and\b|\band\b|[,;&])\s*/gu, ' , '],
  [/\bfirst\b/gu, ' 1 '],
  [/\bthe\b/gu, ' '],
  [/(?<=\d)\s*(ff|f)\b\.?/gu, ' $1 '],
];
const TOKEN = /\d{1,5}|[FPH.,-]|last|ff|f|standfirst|title/gu;
const TARGETS: Readonly<Record<string, NumberedTarget>> = { P: 'paragraph', F: 'caption', H: 'heading' };
const TYPED_MAX_CHARS = 200;
const MEMBERS_MAX = 20;

/**
 * Parses one or more references: what `parseReference` reads, and `12,13`, `12.2,4` (sentences 2 and 4 of paragraph 12),
 * `12.2-13.1`, `12f`, `12ff` (to the end of its section, or for a sentence of its paragraph), `3 to 5`, `para 3 sentence
 * 2`, `last`. Returns undefined for anything else. Does not know how many paragraphs there are. Linear time.
 */
export function parseReferences(typed: string): readonly ReferenceRange[] | undefined {
  if (typed.length > TYPED_MAX_CHARS) return undefined;
  const reference = parseReference(typed);
  if (reference) return [{ kind: 'single', reference }];
  const text = WORDS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), typed.trim().toLowerCase());
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.length === 0 || text.replaceAll(TOKEN, '').trim() !== '' || /\d\d{5}/u.test(text)) return undefined;
  const ranges = readList(tokens);
  return ranges && ranges.length <= MEMBERS_MAX ? ranges : undefined;
}

function readList(tokens: readonly string[]): readonly ReferenceRange[] | undefined {
  const ranges: ReferenceRange[] = [];
  let at = 0;
  let last: Place | undefined;
  const take = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !signs.includes(token)) return undefined;
    at += 1;
    return token;
  };
  const ordinal = (): Ordinal | undefined => {
    const token = tokens[at];
    if (token === undefined || !/^(?:\d+|last)$/u.test(token)) return undefined;
    at += 1;
    return token === 'last' ? 'last' : Number(token);
  };
  const place = (before: Place | undefined): Place | undefined => {
    const mark = take('P', 'F', 'H');
    const number = ordinal();
    if (number === undefined) return undefined;
    const after = mark ?? take('P', 'F', 'H');
    const target = after === undefined ? (before?.target ?? 'paragraph') : (TARGETS[after] ?? 'paragraph');
    if (take('.') === undefined) {
      // "12.2,4" and "12.2-4": a number alone goes on counting sentences.
      const within = before?.sentence !== undefined && after === undefined;
      return within ? { ...before, sentence: number } : { target, number };
    }
    const sentence = ordinal();
    return sentence === undefined ? undefined : { target, number, sentence };
  };
  for (;;) {
    const named = take('standfirst', 'title');
    if (named === undefined) {
      const from = place(last);
      if (!from) return undefined;
      const following = take('f', 'ff');
      const to = following === undefined ? (take('-') === undefined ? from : place(from)) : undefined;
      if (following === undefined && !to) return undefined;
      ranges.push({ kind: 'range', from, to: to ?? (following === 'f' ? 'next' : 'rest') });
      last = to ?? from;
    } else {
      const reference = { target: named as 'standfirst' | 'title', from: 1, to: 1 };
      const first = take('.') === undefined ? undefined : Number(ordinal());
      const end = first === undefined || take('-') === undefined ? first : Number(ordinal());
      if (Number.isNaN(first ?? 0) || Number.isNaN(end ?? 0)) return undefined;
      const sentences = first === undefined || end === undefined ? {} : { sentences: [first, end] as const };
      ranges.push({ kind: 'single', reference: { ...reference, ...sentences } });
    }
    if (at === tokens.length) return ranges;
    if (take(',') === undefined) return undefined;
  }
}

/** Writes references in their one canonical form, which `parseReferences` reads back: `¶12.2,¶13`; neighbours as a run, `¶3-5`. */
export function formatReferences(references: readonly Reference[]): string {
  const runs: Reference[] = [];
  for (const next of references) {
    const last = runs.at(-1);
    const joins =
      last && !last.sentences && !next.sentences && last.target === next.target && next.from === last.to + 1;
    if (joins) runs[runs.length - 1] = { ...last, to: next.to };
    else runs.push(next);
  }
  return runs.map(formatReference).join(',');
}

/** Finds the passages that a list of references names, in its order, or the nearest list that there is. */
export function resolveReferences(article: Article, ranges: readonly ReferenceRange[]): Resolution {
  const references = ranges.flatMap((range) => referencesOf(article, range));
  const resolutions = references.map((reference) => resolveReference(article, reference));
  const passages: Passage[] = [];
  for (const [at, resolution] of resolutions.entries()) {
    if (resolution.kind === 'passages') passages.push(...resolution.passages);
    else
      return {
        ...resolution,
        missing: formatReference(entryAt(references, at)),
        nearest: nearestLists(article, references),
      };
  }
  return { kind: 'passages', passages };
}

/** Writes a range as references within single blocks, and runs of whole ones. */
function referencesOf(article: Article, range: ReferenceRange): readonly Reference[] {
  if (range.kind === 'single') return [range.reference];
  const start = countedPlace(article, range.from);
  const stop = endOfRange(article, start, range.to);
  const [from, to] = isBefore(stop, start) ? [stop, start] : [start, stop];
  const { target } = from;
  const block = (number: number, sentences?: readonly [number, number]): Reference =>
    sentences ? { target, from: number, to: number, sentences } : { target, from: number, to: number };
  if (from.number === to.number) {
    if (from.sentence === undefined && to.sentence === undefined) return [block(from.number)];
    return [block(from.number, [from.sentence ?? 1, to.sentence ?? Math.max(1, sentenceCountOf(article, to))])];
  }
  const [first, last] = [
    from.number + (from.sentence === undefined ? 0 : 1),
    to.number - (to.sentence === undefined ? 0 : 1),
  ];
  return [
    ...(from.sentence === undefined
      ? []
      : [block(from.number, [from.sentence, Math.max(from.sentence, sentenceCountOf(article, from))])]),
    ...(first <= last ? [{ target, from: first, to: last }] : []),
    ...(to.sentence === undefined ? [] : [block(to.number, [1, to.sentence])]),
  ];
}

interface CountedPlace {
  readonly target: NumberedTarget;
  readonly number: number;
  readonly sentence?: number | undefined;
}

function countedPlace(article: Article, { target, number, sentence }: Place): CountedPlace {
  const block = number === 'last' ? Math.max(1, countBlocks(article, target)) : number;
  if (sentence === undefined) return { target, number: block };
  return {
    target,
    number: block,
    sentence: sentence === 'last' ? Math.max(1, sentenceCountOf(article, { target, number: block })) : sentence,
  };
}

function endOfRange(article: Article, from: CountedPlace, to: Place | 'next' | 'rest'): CountedPlace {
  if (typeof to === 'object') return countedPlace(article, to);
  const { target, number, sentence } = from;
  if (sentence !== undefined)
    return {
      target,
      number,
      sentence: to === 'next' ? sentence + 1 : Math.max(sentence, sentenceCountOf(article, from)),
    };
  if (to === 'next') return { target, number: number + 1 };
  return { target, number: Math.max(number, lastInSection(article, from)) };
}

function isBefore(a: CountedPlace, b: CountedPlace): boolean {
  return a.number < b.number || (a.number === b.number && (a.sentence ?? 1) < (b.sentence ?? 1));
}

function countBlocks(article: Article, target: NumberedTarget): number {
  return article.blocks.filter(({ kind }) => kind === target).length;
}

function sentenceCountOf(
  article: Article,
  { target, number }: { readonly target: NumberedTarget; readonly number: number },
): number {
  const block = article.blocks.filter(({ kind }) => kind === target)[number - 1];
  return block && 'sentences' in block ? block.sentences.length : 0;
}

function lastInSection(article: Article, { target, number }: CountedPlace): number {
  const indexes = article.blocks.flatMap(({ kind }, index) => (kind === target ? [index] : []));
  const index = indexes[number - 1];
  const section = index === undefined ? undefined : sectionOfBlock(sectionsOf(article), index);
  return section ? indexes.filter((each) => each < section.blocks[1]).length : number;
}

/** The list with each member that is missing in its nearest form; and with its sentences read as paragraphs, if those exist. */
function nearestLists(article: Article, references: readonly Reference[]): readonly string[] {
  const near = references.flatMap((reference) => {
    const resolution = resolveReference(article, reference);
    return resolution.kind === 'passages' ? [formatReference(reference)] : resolution.nearest.slice(0, 1);
  });
  const asBlocks = references.map((reference): Reference => {
    if (!reference.sentences || resolveReference(article, reference).kind === 'passages') return reference;
    const [from, to] = reference.sentences;
    return { target: reference.target, from, to };
  });
  const others = asBlocks.every((reference) => resolveReference(article, reference).kind === 'passages')
    ? [formatReferences(asBlocks)]
    : [];
  return [...new Set([...others, ...(near.length === 0 ? [] : [[...new Set(near)].join(',')])])];
}

/** References that exist and have the numbers of a text that is none: for `12a.3` those are ¶12.3 and ¶12. */
export function referencesLike(typed: string, article: Article): readonly string[] {
  const [first, second] = (typed.slice(0, TYPED_MAX_CHARS).match(/\d{1,5}/gu) ?? []).map(Number);
  if (first === undefined) return [];
  const target = /fig|capt/iu.test(typed) ? 'caption' : 'paragraph';
  const block: Reference = { target, from: first, to: first };
  const wanted: readonly Reference[] =
    second === undefined ? [block] : [{ ...block, sentences: [second, second] }, block];
  const found = wanted.flatMap((reference) => {
    const resolution = resolveReference(article, reference);
    return resolution.kind === 'passages' ? [formatReference(reference)] : resolution.nearest;
  });
  return [...new Set(found)];
}
