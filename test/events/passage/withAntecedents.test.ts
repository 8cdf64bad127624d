import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

/** The actors of the event of a trigger, with what they were taken from. */
function actorsOf(trigger: string, ...paragraphs: readonly (readonly string[])[]) {
  const { article, tags } = taggedArticle(paragraphs);
  const event = extractEvents(article, tags).find((each) => article.source.slice(...each.trigger) === trigger);
  return event?.actors.map(({ text, inferred }) => [text, inferred ?? 'stated']);
}

describe('the actor of a pronoun', () => {
  test.each<[string, string, readonly string[], readonly (readonly string[])[]]>([
    [
      'is the subject of the sentence before, marked as inferred',
      'founded',
      ['Omar Reyes resigned in March.', 'He founded a museum in Oslo in 2019.'],
      [['Omar Reyes', 'context']],
    ],
    [
      'is left as it is if two people could be meant',
      'founded',
      ['Omar Reyes resigned and Nils Berg retired on Tuesday.', 'He founded a museum in Oslo in 2019.'],
      [['He', 'stated']],
    ],
    [
      'is nobody who is “she” elsewhere for “he”',
      'died',
      [
        'Clara Boyd joined the institute in 1961.',
        'She retired in 2001.',
        'Clara Boyd married Omar Reyes in 1964; he died in 1999.',
      ],
      [['Omar Reyes', 'stated']],
    ],
    [
      'is a company if that is what the sentence before is about',
      'closed',
      ['The company opened a plant in Leeds in 2015.', 'It closed the plant in March.'],
      [['company', 'context']],
    ],
    [
      'is the speaker of a quotation',
      'bought',
      ['“I bought the ship in 2016,” Clara Boyd said.'],
      [['Clara Boyd', 'stated']],
    ],
  ])('%s', (_, trigger, sentences, actors) => {
    expect(actorsOf(trigger, sentences)).toEqual(actors);
  });

  test('is nobody for an "it" that stands for nothing', () => {
    const sentences = [
      'The company opened a plant in Leeds in 2015.',
      'It was around midnight when police arrested Omar Reyes.',
    ];
    expect(actorsOf('arrested', sentences)).toEqual([['police', 'stated']]);
  });

  test('is named across paragraphs, but not from three sentences before', () => {
    const [first, last] = ['Omar Reyes resigned in March.', 'He founded a museum in Oslo in 2019.'] as const;
    expect(actorsOf('founded', [first], [last])).toEqual([['Omar Reyes', 'context']]);
    const between = ['Two guards were wounded.', 'Two guards died.', 'Two guards were wounded.'];
    expect(actorsOf('founded', [first, ...between, last])).toEqual([['He', 'stated']]);
  });
});
