import { expect, test } from 'vitest';
import type { Edition } from '../../../src/article/article.ts';
import { eventFileSchema, formatEventFile, type CuratedEvent, type EventFile } from '../../../src/events/eventFile.ts';
import { extractEvents } from '../../../src/events/extractEvents.ts';
import { checkEventFile, passesReview, mergeCurated } from '../../../src/events/merge/mergeCurated.ts';
import { articleOf } from '../../fixtures/article.ts';

const article = articleOf(
  'news',
  [
    ['title', 'News'],
    [
      'paragraph',
      'Police arrested four men in Lyon in June 2024.',
      'Gunmen attacked a market in Shiraz in October 2022.',
    ],
    ['paragraph', 'Soldiers attacked a parade in Ahvaz in September 2018.'],
  ],
  { published: '2024-06-11' },
);
const extracted = extractEvents(article);
const [first, second, third] = extracted as readonly CuratedEvent[] as [CuratedEvent, CuratedEvent, CuratedEvent];

function fileOf(...events: readonly CuratedEvent[]): EventFile {
  return { edition: article.edition, events };
}

test('mergeCurated returns the extraction if there is no file', () => {
  expect(mergeCurated(extracted, undefined, article)).toEqual({ events: extracted, outdated: [] });
});

test('mergeCurated keeps what an editor decided over a new extraction', () => {
  const corrected = { ...second, status: 'corrected', label: 'attacked a market' } as const;
  const rejected = { ...first, status: 'rejected', note: 'told in ¶3' } as const;
  const { events } = mergeCurated(extracted, fileOf(rejected, corrected), article);
  expect(events).toEqual([rejected, corrected, third]);
});

test('mergeCurated keeps an event that an editor added and forgets one that is extracted no more', () => {
  const added = { ...third, status: 'confirmed', trigger: [third.span[0], third.span[0] + 8] } as const;
  const gone = { ...third, trigger: [third.span[1] - 5, third.span[1] - 1] } as const;
  const { events } = mergeCurated(extracted, fileOf(added, gone), article);
  expect(events).toEqual([first, second, added, third]);
});

test('mergeCurated gives edits of another edition back as outdated', () => {
  const file = { edition: 'f'.repeat(64) as Edition, events: [first, { ...second, status: 'rejected' as const }] };
  expect(mergeCurated(extracted, file, article)).toEqual({ events: extracted, outdated: [file.events[1]] });
});

test('passesReview holds back what is new in a sentence that an editor has decided on, and nothing else', () => {
  const found = { ...first, trigger: [first.span[1] - 5, first.span[1] - 1] } as const;
  const confirmed = { ...first, status: 'confirmed' } as const;
  const elsewhere = { ...second, status: 'confirmed' } as const;
  const listed = (...events: readonly CuratedEvent[]): boolean => passesReview(found, fileOf(...events), article);
  expect(listed(confirmed)).toBe(false);
  expect(listed({ ...elsewhere, also: [first.span] })).toBe(false);
  expect(listed(elsewhere)).toBe(true);
  expect(listed(first)).toBe(true);
  expect(listed(confirmed, found)).toBe(true);
  expect(passesReview(confirmed, fileOf(confirmed), article)).toBe(true);
  expect(passesReview(found, { ...fileOf(confirmed), edition: 'f'.repeat(64) as Edition }, article)).toBe(true);
  expect(passesReview(found, undefined, article)).toBe(true);
});

test('a written file is read back as it was', () => {
  const file = fileOf({ ...first, status: 'confirmed', note: '“quoted”' }, second);
  expect(eventFileSchema.parse(JSON.parse(formatEventFile(file)))).toEqual(file);
});

test('checkEventFile finds nothing wrong with what was extracted', () => {
  expect(checkEventFile(fileOf(first, second, third), article)).toEqual([]);
});

test.each<[string, Partial<CuratedEvent>, readonly PropertyKey[]]>([
  ['a fragment', { span: [first.span[0], first.span[1] - 1] }, ['events', 0, 'span']],
  ['a trigger elsewhere', { trigger: second.trigger }, ['events', 0, 'trigger']],
  ['a fragment in also', { also: [[second.span[0] + 1, second.span[1]]] }, ['events', 0, 'also', 0]],
  ['another phrase', { date: { ...first.date!, phrase: 'July 2024' } }, ['events', 0, 'date', 'phrase']],
  ['another place', { places: [{ text: 'Nice', span: first.places[0]!.span }] }, ['events', 0, 'places', 0, 'text']],
])('checkEventFile finds %s', (_name, change, path) => {
  expect(checkEventFile(fileOf({ ...first, ...change }), article).map((problem) => problem.path)).toEqual([path]);
});

test('checkEventFile says once that the file is of another edition', () => {
  expect(checkEventFile({ edition: 'f'.repeat(64) as Edition, events: [first] }, article)).toMatchObject([
    { path: ['edition'] },
  ]);
});
