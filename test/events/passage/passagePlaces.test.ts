import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { isDemonymOf } from '../../../src/events/passage/demonym.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

function placesOf(trigger: string, ...paragraphs: readonly (readonly string[])[]) {
  const { article, tags } = taggedArticle(paragraphs);
  const event = extractEvents(article, tags).find((each) => article.source.slice(...each.trigger) === trigger);
  return event?.places.map(({ text, inferred }) => [text, inferred ?? 'stated']);
}

describe('the place of an event that names none', () => {
  test('is that of what was told of the same occasion just before', () => {
    expect(placesOf('died', ['Gunmen attacked a museum in Norway on Tuesday.', 'Two guards died.'])).toEqual([
      ['Norway', 'context'],
    ]);
  });

  test('is not that of a kind of event that needs no place', () => {
    expect(
      placesOf('resigned', ['Gunmen attacked a museum in Norway on Tuesday.', 'Omar Reyes resigned in March.']),
    ).toEqual([]);
  });

  test('is the country that the article is set in, for people of no other country', () => {
    const home = [['Protesters blocked roads in Norway on Monday.'], ['Rebels attacked a market in Norway in March.']];
    expect(placesOf('attacked', ...home.slice(0, 1), ['Police attacked the crowd on Sunday.'])).toEqual([]);
    const all = [...home, ['Police attacked the crowd on Sunday.']];
    const { article, tags } = taggedArticle(all);
    const last = extractEvents(article, tags).at(-1);
    expect(last?.places.map(({ text, inferred }) => [text, inferred])).toEqual([['Norway', 'context']]);
    const others = taggedArticle([...home, ['Swedish soldiers attacked a camp on Sunday.']]);
    expect(extractEvents(others.article, others.tags).at(-1)?.places).toEqual([]);
  });
});

test.each([
  ['Tunisian', 'TN', true],
  ['Norwegians', 'NO', true],
  ['Swedish', 'SE', true],
  ['Swedish', 'NO', false],
  ['Norway', 'NO', false],
])('isDemonymOf of %s and %s is %s', (word, country, expected) => {
  expect(isDemonymOf(word, country)).toBe(expected);
});
