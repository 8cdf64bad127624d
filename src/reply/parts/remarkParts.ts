import type { AnswerOf } from '../../answer/answer.ts';
import { bold, escape, struck } from '../escape.ts';
import { REMARKS } from '../words/passageWords.ts';
import { lines, type Part } from './part.ts';

const CHANGES_MAX_CHARS = 600;

type Remarks = Pick<AnswerOf<'excerpts'>, 'notes' | 'changes'>;

/** Lays out notes on the excerpts that follow, and word by word what has changed in them. */
export function remarkParts({ notes = [], changes = [] }: Remarks): readonly Part[] {
  return [...notes.map((note) => lines(`**${REMARKS.note}** ${escape(note)}`)), ...changeParts(changes)];
}

function changeParts(changes: NonNullable<Remarks['changes']>): readonly Part[] {
  if (changes.length === 0) return [];
  const marked: Readonly<Record<(typeof changes)[number]['kind'], (words: string) => string>> = {
    same: (words) => words,
    removed: (words) => behindWords(struck(words), REMARKS.removed),
    added: (words) => behindWords(bold(words), REMARKS.added),
  };
  const parts: Part[] = [];
  let line = `**${REMARKS.changes}** `;
  for (const { kind, text } of changes) {
    for (let at = 0; at < text.length; at += CHANGES_MAX_CHARS) {
      const words = text.slice(at, at + CHANGES_MAX_CHARS).replaceAll(/\s+/gu, ' ');
      const told = words.trim() === '' ? words : marked[kind](escape(words));
      // Keeps a mark and the words after it apart.
      line += line.endsWith(')') && /^[*~\p{L}\p{N}]/u.test(told) ? ` ${told}` : told;
      if (line.length < CHANGES_MAX_CHARS) continue;
      parts.push(lines(line));
      line = '';
    }
  }
  if (line.trim() !== '') parts.push(lines(line));
  return parts;
}

/** Puts a mark between words and the blanks at their end. */
function behindWords(words: string, remark: string): string {
  const end = words.trimEnd().length;
  return `${words.slice(0, end)} ${remark}${words.slice(end)}`;
}
