import type { AnswerOf } from '../answer/answer.ts';
import { escape } from './escape.ts';
import { lines, type Part } from './part.ts';

const CHANGES_MAX_CHARS = 600;

type Remarks = Pick<AnswerOf<'excerpts'>, 'notes' | 'changes'>;

/** Lays out what a reader must know about the excerpts that follow, and word by word what has changed in them. */
export function remarkParts({ notes = [], changes = [] }: Remarks): readonly Part[] {
  return [...notes.map((note) => lines(`**Note:** ${escape(note)}`)), ...changeParts(changes)];
}

function changeParts(changes: NonNullable<Remarks['changes']>): readonly Part[] {
  if (changes.length === 0) return [];
  const marks = { same: ['', ''], removed: ['~~', '~~ (no longer there)'], added: ['**', '** (new)'] } as const;
  const parts: Part[] = [];
  let line = '**What changed:** ';
  for (const { kind, text } of changes) {
    for (let at = 0; at < text.length; at += CHANGES_MAX_CHARS) {
      const words = text.slice(at, at + CHANGES_MAX_CHARS).replaceAll(/\s+/gu, ' ');
      const [before, after] = words.trim() === '' ? marks.same : marks[kind];
      line += `${before}${escape(words)}${after}`;
      if (line.length < CHANGES_MAX_CHARS) continue;
      parts.push(lines(line));
      line = '';
    }
  }
  if (line.trim() !== '') parts.push(lines(line));
  return parts;
}
