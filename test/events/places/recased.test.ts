import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { recased } from '../../../src/events/places/recased.ts';
import { articleOf } from '../../fixtures/article.ts';

function whole(text: string): string {
  return recased(text, [[0, text.length]]);
}

test.each([
  ['GUNMEN KILLED MAYOR RUIZOVA IN LYON ON MONDAY.', 'Gunmen killed mayor Ruizova in Lyon on monday.'],
  ['Gunmen killed the mayor of Lyon.', 'Gunmen killed the mayor of Lyon.'],
  ['THE BBC AND NATO', 'THE BBC AND NATO'],
])('recased %s', (text, expected) => {
  expect(whole(text)).toBe(expected);
});

test('recased leaves the sentences alone that are not in capitals', () => {
  const text = 'GUNMEN KILLED A MAN IN LYON. He was 60.';
  expect(
    recased(text, [
      [0, 28],
      [29, text.length],
    ]),
  ).toBe('Gunmen killed a man in Lyon. He was 60.');
});

test('recased keeps every character at its offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (written) => {
      const text = written.toUpperCase();
      const read = whole(text);
      expect(read).toHaveLength(text.length);
      expect(read.toLowerCase()).toBe(text.toLowerCase());
    }),
  );
});

test('a report in capitals tells of the same event, in its own letters', () => {
  const sentence = 'LYON, 10 JUNE 2024 (AFP) -- GUNMEN KILLED MAYOR ANA RUIZOVA IN QUITO ON 3 MAY.';
  const article = articleOf(
    'news',
    [
      ['title', 'News'],
      ['paragraph', sentence],
    ],
    { published: '2024-06-11' },
  );
  const [only, ...more] = extractEvents(article);
  expect(more).toEqual([]);
  expect(only).toMatchObject({
    label: 'KILLED MAYOR ANA RUIZOVA IN QUITO',
    kind: 'killing',
    date: { phrase: '3 MAY', edtf: '2024-05-03' },
    places: [{ text: 'QUITO' }],
  });
});
