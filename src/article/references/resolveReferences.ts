import { entryAt } from '../../runtime/entryAt.ts';
import type { Article } from '../article.ts';
import { type Passage, type Resolution, resolveReference } from '../passage.ts';
import { formatReference, type Reference } from './reference.ts';
import { formatReferences, type NumberedTarget, type Place, type ReferenceRange } from './references.ts';
import { sectionOfBlock, sectionsOf } from '../sections.ts';

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
