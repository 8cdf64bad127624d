import { expect, test } from 'vitest';
import event from '../../commands/event.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const reports = articleOf('reports', [
  ['title', 'Arrests'],
  [
    'paragraph',
    'Police arrested two men at the museum on 30 June 2024.',
    'Police arrested two men at the theatre on 1 July 2024.',
  ],
  [
    'paragraph',
    'Police arrested two men at the library on 2 July 2024.',
    'Police arrested two men at the market on 7 July 2024.',
  ],
]);
/** A Monday in UTC, and Tuesday already in Auckland; Sunday still in Honolulu. */
const now = new Date('2024-07-01T12:30:00Z');
const early = new Date('2024-07-01T02:00:00Z');

async function arrests(options: Readonly<Record<string, string>>, settings: Settings, at = now) {
  const answer = await event.run(options, contextOf([reports], { now: at, settings }));
  return answer.kind === 'events' ? answer.events.map(({ excerpt }) => /\w+(?= on \d)/u.exec(excerpt.text)?.[0]) : [];
}

test.each<[at: Date, zone: string | undefined, name: string]>([
  [now, undefined, 'theatre'],
  [now, 'Pacific/Auckland', 'library'],
  [early, 'Pacific/Honolulu', 'museum'],
  [now, '+12:00', 'library'],
])('/event at %s reads "today" in the zone %s', async (at, zone, name) => {
  const settings = zone === undefined ? {} : { zone };
  expect(await arrests({ about: 'arrested today' }, settings, at)).toEqual([name]);
  expect(await arrests({ from: 'today', to: 'today' }, settings, at)).toEqual([name]);
  expect(await arrests({ day: 'today' }, settings, at)).toEqual([name]);
});

test('/event reads "this week" in the server’s zone', async () => {
  expect(await arrests({ from: 'this week', to: 'this week' }, {}, early)).toEqual(['theatre', 'library', 'market']);
  expect(await arrests({ from: 'this week', to: 'this week' }, { zone: 'Pacific/Honolulu' }, early)).toEqual([
    'museum',
  ]);
});

test('/event shows what two articles tell as one entry with both passages, unless one of them is asked for', async () => {
  const reported = (id: string, sentence: string, published: string) =>
    articleOf(
      id,
      [
        ['title', 'News'],
        ['paragraph', sentence],
      ],
      { published },
    );
  const first = reported('first', 'Gunmen attacked a market in Lyon on 1 July 2024.', '2024-07-02');
  const later = reported('later', 'The gunmen attacked a crowded market in Lyon on 1 July 2024.', '2024-07-05');
  const another = reported('another', 'Gunmen attacked a market in Graz on 1 July 2024.', '2024-07-03');
  for (const articles of [
    [first, later, another],
    [another, later, first],
  ]) {
    const answer = await event.run({ about: 'attacks' }, contextOf(articles, { now }));
    if (answer.kind !== 'events') throw new TypeError(answer.kind);
    const told = answer.events.map(({ excerpt, also }) => [excerpt, ...also].map(({ article }) => article));
    expect(told).toEqual(expect.arrayContaining([['another'], ['first', 'later']]));
    expect(told).toHaveLength(2);
  }
  const only = await event.run({ about: 'attacks', article: 'later' }, contextOf([first, later, another], { now }));
  expect(only).toMatchObject({ events: [{ excerpt: { article: 'later' }, also: [] }] });
  // Only the later one says that it was crowded; the other still tells of the same event.
  const crowded = await event.run({ about: 'crowded' }, contextOf([first, later, another], { now }));
  expect(crowded).toMatchObject({ events: [{ excerpt: { article: 'later' }, also: [{ article: 'first' }] }] });
});
