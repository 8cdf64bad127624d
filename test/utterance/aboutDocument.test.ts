import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboutDocument } from '../../src/utterance/aboutDocument.ts';
import type { KnownArticle } from '../../src/utterance/intent.ts';

const ARTICLES: readonly KnownArticle[] = [
  { id: 'bridge', title: 'The Bridge at Corran Ferry', headings: () => [] },
  { id: 'guide', title: 'The Tidewater Museum: a visitor’s guide', headings: () => [] },
  { id: 'quay', title: 'Re: Crack in the north quay wall', headings: () => [] },
];

test.each([
  ['who wrote the article about the bridge?', { asked: 'author', article: 'bridge' }],
  ['What is the museum article about', { asked: 'about', article: 'guide' }],
  ['when was the piece about the museum published?', { asked: 'published', article: 'guide' }],
  ['what does The Bridge at Corran Ferry conclude?', { asked: 'conclusion', article: 'bridge' }],
  ['who wrote this?', { asked: 'author' }],
  ['who wrote the log of the tide gauge?', undefined],
  ['who built the bridge?', undefined],
  ['what is the bridge about to become?', undefined],
])('aboutDocument reads %j as %j', (question, about) => {
  expect(aboutDocument(question, ARTICLES)).toEqual(about);
});

test('aboutDocument knows every article by its title, in whatever a document is asked', () => {
  const frame = fc.constantFrom(
    ['who wrote ', '?', 'author'],
    ['what is ', ' about?', 'about'],
    ['what does ', ' conclude', 'conclusion'],
  );
  fc.assert(
    fc.property(fc.constantFrom(...ARTICLES), frame, ({ id, title }, [before, after, asked]) => {
      expect(aboutDocument(`${before}${title}${after}`, ARTICLES)).toEqual({ asked, article: id });
    }),
    { seed: 15, numRuns: 50 },
  );
});
