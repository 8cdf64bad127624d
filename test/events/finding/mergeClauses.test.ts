import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

function told(...paragraphs: readonly (readonly string[])[]) {
  const { article, tags } = taggedArticle(paragraphs);
  return extractEvents(article, tags).map(({ trigger, also }) => [article.source.slice(...trigger), also.length]);
}

describe('the clauses of one event', () => {
  test('are one with the noun that a light verb leaves it to', () => {
    const events = told(['The hostages were released on Tuesday.', 'Their release came hours after the trial.']);
    expect(events.filter(([trigger]) => /^(?:released|release|came)$/u.test(String(trigger)))).toEqual([
      ['released', 1],
    ]);
  });

  test('are two if others are named as who did it', () => {
    const events = told([
      'Nils Berg scored 31 points for Derby on Sunday.',
      'Omar Reyes scored 20 points for Fulham on Sunday.',
    ]);
    expect(events).toEqual([
      ['scored', 0],
      ['scored', 0],
    ]);
  });
});
