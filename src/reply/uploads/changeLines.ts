import type { EditionChanges } from '../../answer/editionChanges.ts';
import type { Change } from '../../answer/compareEditions.ts';
import type { Article } from '../../article/article.ts';
import { bold, escape, struck } from '../escape.ts';
import { cutBefore, truncate } from '../truncate.ts';
import { publishedInWords } from '../words/publishedInWords.ts';
import { CHANGE_LABELS, changeCounts, NOT_STATED, UPLOAD_LABELS } from '../words/uploads/uploadWords.ts';
import { LINE_MAX_CHARS } from './cardParts.ts';

/** Of each kind of change, so many are shown. */
const SHOWN_MAX = 3;
const WORDS_MAX_CHARS = 300;
/** What stays the same is shown so far around what changes. */
const AROUND_CHARS = 30;

/** Lists what a newer edition changes: how much, the first changes word by word, and what was known about the article before. */
export function changeLines(
  { changed, added, removed, moved, same }: EditionChanges,
  { before, after }: { readonly before: Article; readonly after: Article },
): readonly string[] {
  const counts = { changed: changed.length, added: added.length, removed: removed.length, moved, same };
  const short = (text: string): string => escape(truncate(text, LINE_MAX_CHARS));
  return [
    `**${UPLOAD_LABELS.changes}:** ${changeCounts(counts)}`,
    ...detailChanges(before, after),
    ...changed
      .slice(0, SHOWN_MAX)
      .map(
        (one) =>
          `- ${one.after.reference} ${CHANGE_LABELS.changed}: ${one.words ? markedWords(one.words) : short(one.after.text)}`,
      ),
    ...added.slice(0, SHOWN_MAX).map(({ reference, text }) => `- ${reference} ${CHANGE_LABELS.added}: ${short(text)}`),
    ...removed
      .slice(0, SHOWN_MAX)
      .map(({ reference, text }) => `- ${reference} ${CHANGE_LABELS.removed}: ~~${short(text)}~~`),
  ];
}

function detailChanges(before: Article, after: Article): readonly string[] {
  const details = [
    ['title', before.title, after.title],
    ['author', (before.author ?? [NOT_STATED]).join(', '), (after.author ?? [NOT_STATED]).join(', ')],
    ['published', publishedInWords(before, NOT_STATED), publishedInWords(after, NOT_STATED)],
    ['url', before.url ?? NOT_STATED, after.url ?? NOT_STATED],
  ] as const;
  return details.flatMap(([name, old, now]) =>
    old === now ? [] : [`- ${UPLOAD_LABELS[name]} ${CHANGE_LABELS.before}: ${escape(truncate(old, LINE_MAX_CHARS))}`],
  );
}

/** Marks what goes and what comes, and leaves out most of what stays. */
function markedWords(changes: readonly Change[]): string {
  let line = '';
  for (const [index, { kind, text }] of changes.entries()) {
    const words = text.replaceAll(/\s+/gu, ' ');
    const told =
      kind === 'same'
        ? escape(aroundChanges(words, { first: index === 0, last: index === changes.length - 1 }))
        : words.trim() === ''
          ? words
          : (kind === 'added' ? bold : struck)(escape(words));
    if (line.length + told.length > WORDS_MAX_CHARS) return `${line}…`;
    // Keeps two marks apart.
    line += /[*~]$/u.test(line) && /^[*~\p{L}\p{N}]/u.test(told) ? ` ${told}` : told;
  }
  return line;
}

function aroundChanges(words: string, { first, last }: { readonly first: boolean; readonly last: boolean }): string {
  if (words.length <= 2 * AROUND_CHARS) return words;
  const head = words.slice(0, cutBefore(words, AROUND_CHARS));
  const tail = words.slice(cutBefore(words, words.length - AROUND_CHARS));
  return `${first ? '' : head}…${last ? '' : tail}`;
}
