import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import { isDemonymOf } from '../../../src/events/passage/demonym.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
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

  test.each([
    [
      'questioned',
      'Ann Hale presented the results at a meeting in Bergen on Monday.',
      'Several scientists there questioned the method.',
    ],
    ['broke', 'Ann Hale opened a shop in Bergen in April.', 'Thieves broke into the shop in the city.'],
  ])('is the one that it goes back to: "%s"', (word, before, sentence) => {
    const { article, tags } = taggedArticle([[before, sentence]]);
    const clause = finish(clausesOf(article, tags)).find(({ token }) => token.written === word);
    expect(clause?.places.map(({ span, inferred }) => [article.source.slice(...span), inferred])).toEqual([
      ['Bergen', 'context'],
    ]);
    const alone = taggedArticle([[sentence]]);
    const same = finish(clausesOf(alone.article, alone.tags)).find(({ token }) => token.written === word);
    expect(same?.places).toEqual([]);
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

/** Where each clause of one word is, with what tells it. */
function clausePlacesOf(word: string, sentence: string) {
  const { article, tags } = taggedArticle([[sentence]]);
  const clause = finish(clausesOf(article, tags)).find(({ token }) => token.written === word);
  return clause?.places.map(({ span, inferred }) => [article.source.slice(...span), inferred ?? 'stated']);
}

describe('the place of a clause', () => {
  test.each([
    ['held', 'The ceremony was held at the Oslo Stock Exchange on Tuesday.', 'Oslo Stock Exchange', 'stated'],
    ['moved', 'He moved to St. Louis in 1857.', 'St. Louis', 'stated'],
    ['rejected', 'Ohio voters rejected the amendment on Tuesday.', 'Ohio', 'context'],
    ['invaded', 'Troops remain in Norway, which rebels left after the army invaded the country.', 'Norway', 'context'],
  ])('of "%s" in "%s" is %s, %s', (word, sentence, place, how) => {
    expect(clausePlacesOf(word, sentence)).toEqual([[place, how]]);
  });

  test.each([
    ['rolled', 'Fulham rolled past Northern Illinois on Saturday.'],
    ['signed', 'Soldiers from an Oslo firm signed the contract on Tuesday.'],
    ['said', 'Delmar said on Tuesday that rebels had visited Libya.'],
    ['invaded', 'Rebels invaded the country in March.'],
  ])('of "%s" in "%s" is not said', (word, sentence) => {
    expect(clausePlacesOf(word, sentence)).toEqual([]);
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
