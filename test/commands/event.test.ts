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
