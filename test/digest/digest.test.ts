import type { Tagging } from 'rapporteur-reader';
import { describe, expect, test } from 'vitest';
import { articleIdSchema } from '../../src/article/article.ts';
import { createTagger } from '../../src/answer/createTagger.ts';
import { restrict } from '../../src/answer/library.ts';
import { digestTitle } from '../../src/reply/words/digests/digestTitle.ts';
import { digest } from '../../src/digest/digest.ts';
import type { Digest } from '../../src/digest/digestResult.ts';
import { digestEvents } from '../../src/digest/digestEvents.ts';
import type { Content } from '../../src/schedule/schedule.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { fakeTagReader, tagsOf } from '../fixtures/fakeTagReader.ts';
import { recordedTags, taggedArticle } from '../fixtures/taggedArticle.ts';
import { contextOf } from '../fixtures/context.ts';

const fire = articleOf(
  'fire',
  [
    [
      'paragraph',
      'A fire destroyed the harbour office on 3 May 2021.',
      'Two people were arrested in Oslo in June 2021.',
    ],
  ],
  { published: '2021-07-01' },
);
const { library } = contextOf([fire, lighthouse]);
const id = articleIdSchema.parse('lighthouse');

function digestOf(content: Content, { position = 0, day = '2026-12-01', of = library } = {}): Digest {
  return digest({ content }, { library: of, position, day, events: digestEvents(of) });
}

function references(made: Digest): readonly string[] {
  if (made.kind !== 'answer') throw new Error(`no answer, but ${made.kind}: ${made.detail}`);
  return 'excerpts' in made.answer ? made.answer.excerpts.map(({ reference }) => reference) : [];
}

describe('a reading plan', () => {
  const plan = { kind: 'sections', article: id, length: 'full', after: 'wrap' } as const;

  test('posts each section in order, then begins again', () => {
    const made = [0, 1, 2, 3].map((position) => digestOf(plan, { position }));
    expect(made.map(references)).toEqual([['¶1', 'Fig. 1'], ['¶2', '¶3'], ['¶4'], ['¶1', 'Fig. 1']]);
    expect(made.map((one) => one.kind === 'answer' && one.next)).toEqual([1, 2, 0, 1]);
  });

  test('ends where it shall end', () => {
    const ending = { ...plan, after: 'end' } as const;
    expect(digestOf(ending, { position: 2 })).toMatchObject({ kind: 'answer', next: null });
    expect(digestOf(ending, { position: 3 })).toMatchObject({ kind: 'nothing' });
  });

  test('of all articles reads one after the other', () => {
    const titles = [0, 1, 2, 3].map((position) => {
      const made = digestOf({ kind: 'sections', length: 'brief', after: 'wrap' }, { position });
      return made.kind === 'answer' ? digestTitle(made.title) : made.detail;
    });
    expect(titles).toEqual([
      'fire (1 of 4)',
      'The Last Keeper of Skarn Rock: before the first heading (2 of 4)',
      'A rock nobody wanted · The Last Keeper of Skarn Rock (3 of 4)',
      'What comes next · The Last Keeper of Skarn Rock (4 of 4)',
    ]);
  });
});

describe('a digest', () => {
  test('of one section is found by its heading, whatever the case, or says that it is gone', () => {
    const section = { kind: 'section', article: id, length: 'full' } as const;
    expect(references(digestOf({ ...section, section: 'WHAT COMES NEXT' }))).toEqual(['¶4']);
    expect(digestOf({ ...section, section: 'Elsewhere' })).toEqual({
      kind: 'content-gone',
      detail: 'section',
    });
  });

  test('of an article that is gone says so', () => {
    const of = restrict(library, new Set(['fire']));
    expect(digestOf({ kind: 'summary', article: id, length: 'brief' }, { of })).toEqual({
      kind: 'content-gone',
      detail: 'article',
    });
    expect(digestOf({ kind: 'summary', length: 'brief' }, { of: restrict(library, new Set()) }).kind).toBe('nothing');
  });

  test('of all articles takes a sentence from each', () => {
    const made = digestOf({ kind: 'summary', length: 'standard' });
    expect(
      made.kind === 'answer' && made.answer.kind === 'summary' && made.answer.excerpts.map(({ article }) => article),
    ).toEqual(['fire', 'lighthouse']);
  });

  test('quotes another sentence at each run, until all have been quoted', () => {
    const content = { kind: 'quote', article: id, length: 'brief' } as const;
    const quoted: string[] = [];
    let position = 0;
    do {
      const made = digestOf(content, { position });
      quoted.push(...references(made));
      position = (made.kind === 'answer' && made.next) || 0;
    } while (position !== 0);
    expect(quoted.length).toBeGreaterThan(2);
    expect(new Set(quoted).size).toBe(quoted.length);
    expect(references(digestOf({ ...content, reference: '¶2.1' }))).toEqual(['¶2.1']);
    expect(digestOf({ ...content, reference: '¶99' }).kind).toBe('content-gone');
  });

  test('of this day has only events of this day in some year', () => {
    const content = {
      kind: 'events',
      article: articleIdSchema.parse('fire'),
      length: 'brief',
      which: 'on-this-day',
    } as const;
    const made = digestOf(content, { day: '2026-05-03' });
    expect(
      made.kind === 'answer' && made.answer.kind === 'events' && made.answer.events.map(({ date }) => date?.edtf),
    ).toEqual(['2021-05-03']);
    expect(digestOf(content, { day: '2026-06-03' })).toEqual({
      kind: 'nothing',
      detail: 'no-event-today',
    });
  });
});

test('a digest of events says in how many articles only rules looked for them, until they are tagged', async () => {
  const { article } = taggedArticle([['Police arrested Omar Reyes, 41, on Tuesday.'], ['Two guards were wounded.']]);
  const of = contextOf([article]).library;
  const reading = (): unknown => {
    const made = digestOf({ kind: 'events', which: 'all', length: 'full' }, { of });
    return made.kind === 'answer' && made.answer.kind === 'events' && [made.answer.read, made.answer.unread];
  };
  expect(reading()).toEqual([false, { articles: 1 }]);
  const tag = (sentences: readonly string[]): Promise<Tagging> =>
    Promise.resolve({
      ready: true,
      sentences: sentences.map((one) => (one === 'News' ? tagsOf(one) : recordedTags(one))),
    });
  await createTagger({ ...fakeTagReader(), tag }).tag([article]);
  expect(reading()).toEqual([true, undefined]);
});
