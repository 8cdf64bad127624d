import type { AnswerOf } from '../../answer/answer.ts';
import { REMARKS } from '../words/passageWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';

/** Formats notes on the excerpts that follow, and what has changed in them. */
export function remarkTexts({
  notes = [],
  changes,
}: Pick<AnswerOf<'excerpts'>, 'notes' | 'changes'>): readonly string[] {
  return [
    ...notes.map((note) => `${REMARKS.note} ${showControlCharacters(note)}`),
    ...(changes ? [`${REMARKS.changes} ${changes.map(changeText).join('')}`] : []),
  ];
}

function changeText({ kind, text }: NonNullable<AnswerOf<'excerpts'>['changes']>[number]): string {
  if (kind === 'same' || text.trim() === '') return showControlCharacters(text);
  return kind === 'removed' ? `[gone: ${showControlCharacters(text)}]` : `[new: ${showControlCharacters(text)}]`;
}
