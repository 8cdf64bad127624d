import { describe, expect, test } from 'vitest';
import { answerSchema, type Answer } from '../../src/answer/answer.ts';
import { extractedOnce } from '../../src/answer/articleEvents.ts';
import { createTagger } from '../../src/answer/createTagger.ts';
import type { Article } from '../../src/article/article.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import type { EventFile } from '../../src/events/eventFile.ts';
import { plainText } from '../../src/reply/text/plainText.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { fakeTagReader } from '../fixtures/fakeTagReader.ts';

const arrest = (id = 'arrest', more: readonly string[] = []): Article =>
  articleOf(id, [['paragraph', 'Police arrested Ann Hale in Leeds on 3 May 2021.', ...more]]);

async function ask(articles: readonly Article[], changes: Partial<CommandContext>, options = {}) {
  const context = contextOf(articles, changes);
  const answer = answerSchema.parse(await runCommand('event', options, context));
  const text = plainText(answer, { articles: context.library.articles, color: false });
  return { answer, text };
}

const reading = (answer: Answer): unknown =>
  answer.kind === 'events' || answer.kind === 'nothing' ? [answer.read, answer.unread] : answer.kind;

describe('event', () => {
  test('answers a member at once by rules, says so, and answers better once the article is tagged', async () => {
    const article = arrest();
    const tagger = createTagger(fakeTagReader());
    const first = await ask([article], { tagger, readBudgetMs: 400 });
    expect(reading(first.answer)).toEqual([false, { articles: 1, later: true }]);
    expect(first.text).toContain(
      '1 article is still being read; until then, simple rules look for events there, so some may be missing or wrong.',
    );
    await tagger.tag([article]);
    const second = await ask([article], { tagger, readBudgetMs: 400 });
    expect(reading(second.answer)).toEqual([true, undefined]);
    expect(second.text).not.toContain('rules');
  });

  test('waits for a small library where there is no limit, so that the answer does not depend on the clock', async () => {
    const tagger = createTagger(fakeTagReader());
    expect(reading((await ask([arrest('a'), arrest('b')], { tagger })).answer)).toEqual([true, undefined]);
  });

  test.each([
    [2000, true],
    [2001, false],
  ])('with %i sentences it waits: %j', async (count, waits) => {
    const article = arrest(
      'long',
      Array.from({ length: count - 1 }, (_, at) => `Pages ${at}.`),
    );
    const { answer } = await ask([article], { tagger: createTagger(fakeTagReader()) });
    expect(reading(answer)).toEqual(waits ? [true, undefined] : [false, { articles: 1, later: true }]);
  });

  test.each([
    ['without a reader', undefined],
    ['with one that is off', 'off'],
  ])('answers by rules %s, and says so', async (_, state) => {
    const reader = fakeTagReader();
    if (state === 'off') reader.turnOff();
    const { answer, text } = await ask([arrest('a'), arrest('b')], state ? { tagger: createTagger(reader) } : {});
    expect(reading(answer)).toEqual([false, { articles: 2 }]);
    expect(text).toContain('Simple rules alone looked for events in 2 articles, so some may be missing or wrong.');
  });

  test('says so as well when nothing fits, and of the articles that were searched alone', async () => {
    const { answer, text } = await ask([arrest('a'), arrest('b')], {}, { about: 'whales', article: 'a' });
    expect(answer.kind).toBe('nothing');
    expect(reading(answer)).toEqual([false, { articles: 1 }]);
    expect(text).toContain('Simple rules alone looked for events in 1 article, so some may be missing or wrong.');
  });

  test('does not doubt what an editor has decided on', async () => {
    const article = arrest();
    const events = finish(extractedOnce(article));
    const curated = (status: 'confirmed' | 'extracted'): CommandContext['library'] => {
      const file: EventFile = { edition: article.edition, events: events.map((event) => ({ ...event, status })) };
      return { ...contextOf([article]).library, curated: new Map([[article.id, file]]) };
    };
    expect(reading((await ask([article], { library: curated('confirmed') })).answer)).toEqual([true, undefined]);
    expect(reading((await ask([article], { library: curated('extracted') })).answer)).toEqual([false, { articles: 1 }]);
  });
});
