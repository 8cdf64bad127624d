import { diffWordsWithSpace } from 'diff';
import type { Article } from '../article/article.ts';
import { resolveReference, type Passage } from '../article/passage.ts';
import type { Reference } from '../article/references/reference.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import { atWordBorders } from '../language/words/wordBorders.ts';
import { finish } from '../runtime/steps/steps.ts';
import { nearestPassage } from './verify/nearestPassage.ts';
import { createQuoteIndex } from './verify/index/quoteIndex.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** A stretch of a word diff: the texts of `same` and `removed` give the old passage, of `same` and `added` the new one. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What became of a passage. `same`: it is word for word where it was. `moved`: word for word, but elsewhere. `changed`:
 * its words differ; `gone`: nothing like it is left; `missing`: the old edition had no such passage. `candidates` are
 * where it might be now. None of them is taken for the passage unless it says `same`.
 */
export interface EditionComparison {
  readonly kind: 'same' | 'moved' | 'changed' | 'gone' | 'missing';
  readonly old: readonly Excerpt[];
  readonly candidates: readonly Excerpt[];
  /** From the old passage to the candidates; empty if there are none, or nothing changed. */
  readonly changes: readonly Change[];
}

/** Compares a passage of an earlier edition with what the present edition has. */
export function compareEditions(old: Article, present: Article, reference: Reference): EditionComparison {
  const before = resolveReference(old, reference);
  if (before.kind === 'missing') return { kind: 'missing', old: [], candidates: [], changes: [] };
  const passages = before.passages.map((passage) => excerptOf(old, passage));
  const after = resolveReference(present, reference);
  const inPlace = after.kind === 'passages' ? after.passages.map((passage) => excerptOf(present, passage)) : [];
  if (passages.length === inPlace.length && passages.every(({ text }, index) => text === entryAt(inPlace, index).text))
    return { kind: 'same', old: passages, candidates: inPlace, changes: [] };
  const found = before.passages.map((passage, index) => successor(entryAt(passages, index), passage, present));
  const candidates = found.flatMap(({ excerpts }) => excerpts);
  if (candidates.length === 0) return { kind: 'gone', old: passages, candidates, changes: [] };
  const moved = found.every(({ kind }) => kind === 'moved');
  return {
    kind: moved ? 'moved' : 'changed',
    old: passages,
    candidates,
    changes: moved
      ? []
      : wordChanges(textTogether(passages), textTogether(found.map(({ excerpts }) => excerpts[0]).filter(Boolean))),
  };
}

/** Compares two texts word by word; neighbouring changes that only white space parts are told as one. */
export function wordChanges(before: string, after: string): readonly Change[] {
  const parts = diffWordsWithSpace(before, after);
  const changes: Change[] = [];
  let [removed, added] = ['', ''];
  const close = (): void => {
    if (removed !== '') changes.push({ kind: 'removed', text: removed });
    if (added !== '') changes.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  parts.forEach((part, index) => {
    const bridges = index > 0 && index < parts.length - 1 && !/\S/u.test(part.value);
    if (!part.added && !part.removed && !bridges) {
      close();
      changes.push({ kind: 'same', text: part.value });
      return;
    }
    if (!part.added) removed += part.value;
    if (!part.removed) added += part.value;
  });
  close();
  return changes;
}

interface Successor {
  readonly kind: 'moved' | 'changed' | 'gone';
  readonly excerpts: readonly Excerpt[];
}

/** Looks for the words of a passage in the present edition: as they were, then what is most like them. */
function successor({ text }: Excerpt, { reference }: Passage, present: Article): Successor {
  const places: Excerpt[] = [];
  for (let at = present.source.indexOf(text); at !== -1; at = present.source.indexOf(text, at + 1))
    if (atWordBorders(present.source, [at, at + text.length]))
      places.push(...excerptsOfSpan(present, [at, at + text.length]));
  if (places.length > 0) return { kind: 'moved', excerpts: places };
  const inPlace = resolveReference(present, reference);
  const nearest = finish(nearestPassage(finish(createQuoteIndex([present])), text)).passage;
  if (!nearest) return { kind: 'gone', excerpts: [] };
  const whole = excerptsOfSpan(present, nearest.span).flatMap((excerpt) => wholeOf(present, excerpt));
  const own = inPlace.kind === 'passages' ? inPlace.passages.map((passage) => excerptOf(present, passage)) : [];
  const best = own.find(({ span }) => whole.some((other) => other.span[0] === span[0])) ?? entryAt(whole, 0);
  return { kind: 'changed', excerpts: [best, ...whole.filter(({ span }) => span[0] !== best.span[0])] };
}

/** Returns the sentences around a part of them, or the part where it is whole already. */
function wholeOf(article: Article, excerpt: Excerpt): readonly Excerpt[] {
  return excerpt.within ? excerptsOfSpan(article, excerpt.within.span) : [excerpt];
}

function textTogether(excerpts: readonly (Excerpt | undefined)[]): string {
  return excerpts.map((excerpt) => excerpt?.text ?? '').join('\n');
}
