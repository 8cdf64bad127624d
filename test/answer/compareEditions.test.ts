import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReference } from '../../src/article/references/reference.ts';
import { compareEditions, wordChanges } from '../../src/answer/compareEditions.ts';
import { articleOf, type BlockText } from '../fixtures/article.ts';

const TEXTS: readonly BlockText[] = [
  ['title', 'The Ferry'],
  ['paragraph', 'The ferry sails at noon from the old pier.', 'It carries forty cars.'],
  ['paragraph', 'No dogs are allowed on the upper deck, whatever the weather.'],
  ['caption', 'The ferry in fog.', 'Photo: Orr'],
  ['paragraph', 'Tickets cost six crowns and are sold on board.'],
];
const old = articleOf('ferry', TEXTS);

function edited(index: number, ...texts: readonly BlockText[]): ReturnType<typeof articleOf> {
  return articleOf('ferry', TEXTS.toSpliced(index, 1, ...texts));
}

const inserted = articleOf(
  'ferry',
  TEXTS.toSpliced(1, 0, ['paragraph', 'A new first paragraph about something else.']),
);
const reworded = edited(2, ['paragraph', 'Dogs are allowed on the upper deck, whatever the weather.']);
const cut = edited(2);

describe('compareEditions', () => {
  test.each([
    ['same', 'the same text', old, '¶1.2', ['¶1.2']],
    ['same', 'the same passage of a text that changed elsewhere', reworded, '¶1', ['¶1']],
    ['moved', 'a passage that stands elsewhere now', inserted, '¶1.2', ['¶2.2']],
    ['moved', 'a range that stands elsewhere now', inserted, '¶1-2', ['¶2', '¶3']],
    ['changed', 'a passage with other words', reworded, '¶2', ['¶2']],
    ['changed', 'a range of which one passage changed', reworded, '¶1-2', ['¶1', '¶2']],
    ['gone', 'a passage that is not there', cut, '¶2', []],
    ['missing', 'a reference that the old edition did not have', old, '¶9', []],
    ['same', 'a caption', reworded, 'fig1', ['Fig. 1']],
  ])('says %s of %s', (kind, _, present, reference, candidates) => {
    const comparison = compareEditions(old, present, parseReference(reference)!);
    expect(comparison.kind).toBe(kind);
    expect(comparison.candidates.map((candidate) => candidate.reference)).toEqual(candidates);
    for (const { text, span } of comparison.old) expect(text).toBe(old.source.slice(...span));
    for (const { text, span } of comparison.candidates) expect(text).toBe(present.source.slice(...span));
  });

  test('shows what changed, word by word', () => {
    expect(compareEditions(old, reworded, parseReference('¶2')!).changes).toEqual([
      { kind: 'removed', text: 'No dogs ' },
      { kind: 'added', text: 'Dogs ' },
      { kind: 'same', text: 'are allowed on the upper deck, whatever the weather.' },
    ]);
  });

  test('never mistakes another passage with the same number for the old one', () => {
    const comparison = compareEditions(old, inserted, parseReference('¶1')!);
    expect(comparison).toMatchObject({ kind: 'moved', candidates: [{ reference: '¶2' }], changes: [] });
  });

  test('lists each place where the words are now', () => {
    const doubled = articleOf('ferry', [...TEXTS.toSpliced(2, 1), TEXTS[2]!, TEXTS[2]!]);
    expect(compareEditions(old, doubled, parseReference('¶2')!).candidates.map(({ reference }) => reference)).toEqual([
      '¶3',
      '¶4',
    ]);
  });
});

test('wordChanges reconstructs both texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', ' ', '  ', ',', '\n', 'é', '中', '😀'), { maxLength: 20 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after);
      const side = (other: 'added' | 'removed'): string =>
        changes.flatMap(({ kind, text: part }) => (kind === other ? [] : [part])).join('');
      expect([side('added'), side('removed')]).toEqual([before, after]);
    }),
  );
});
