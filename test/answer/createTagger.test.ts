import { describe, expect, test } from 'vitest';
import { articleEvents, extractedOnce, isRead } from '../../src/answer/articleEvents.ts';
import { createTagger, type TagFiles } from '../../src/answer/createTagger.ts';
import { isTextBlock, type Article } from '../../src/article/article.ts';
import type { ArticleTags } from '../../src/article/tags.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { fakeTagReader } from '../fixtures/fakeTagReader.ts';

/** A copy, of which nothing has been extracted yet. */
const fresh = (article: Article = lighthouse): Article => ({ ...article });

function filesInMemory(): TagFiles & { readonly kept: Map<string, ArticleTags> } {
  const kept = new Map<string, ArticleTags>();
  return {
    kept,
    read: async ({ edition }) => kept.get(edition),
    write: async ({ edition }, tags) => void kept.set(edition, tags),
  };
}

describe('createTagger', () => {
  test('replaces what rules have found, once, and keeps it', async () => {
    const article = fresh();
    const byRules = finish(extractedOnce(article));
    expect(isRead(article)).toBe(false);
    const reader = fakeTagReader();
    const tagger = createTagger(reader);
    await tagger.tag([article]);
    expect(isRead(article)).toBe(true);
    const read = finish(extractedOnce(article));
    expect(read).not.toBe(byRules);
    expect(finish(extractedOnce(article))).toBe(read);
    const count = reader.tagged.length;
    await tagger.tag([article]);
    expect(reader.tagged).toHaveLength(count);
  });

  test('keeps what was read if rules end later', async () => {
    const article = fresh();
    const rules = extractedOnce(article);
    rules.next();
    await createTagger(fakeTagReader()).tag([article]);
    finish(rules);
    expect(isRead(article)).toBe(true);
  });

  test('tags every sentence, and titles and headings as a whole, by where they start', async () => {
    const [reader, files] = [fakeTagReader(), filesInMemory()];
    const article = fresh();
    const tagger = createTagger(reader, files);
    const spans = article.blocks.flatMap((block) => (isTextBlock(block) ? block.sentences : [block.span]));
    expect(tagger.missing([article])).toBe(spans.length);
    await tagger.tag([article]);
    expect(tagger.missing([article])).toBe(0);
    expect(reader.tagged).toEqual(spans.map((span) => article.source.slice(...span)));
    for (const [start, end] of spans) {
      const words = files.kept.get(article.edition)!.sentences.get(start)!.words;
      expect(words.map(({ span }) => article.source.slice(start + span[0], start + span[1])).join(' ')).toBe(
        article.source.slice(start, end),
      );
    }
  });

  test('takes tags from a file without a reader, and leaves what has none to it', async () => {
    const files = filesInMemory();
    await createTagger(fakeTagReader(), files).tag([fresh()]);
    const reader = fakeTagReader();
    const [kept, other] = [fresh(), articleOf('other', [['paragraph', 'The bridge fell in 1987.']])];
    const tagger = createTagger(reader, files);
    await tagger.load([kept, other]);
    expect([isRead(kept), isRead(other)]).toEqual([true, false]);
    expect(reader.tagged).toEqual([]);
  });

  test('leaves an article to rules whose file cannot be read, and goes on', async () => {
    const files = filesInMemory();
    await createTagger(fakeTagReader(), files).tag([fresh()]);
    const [broken, kept] = [articleOf('broken', [['paragraph', 'The bridge fell.']]), fresh()];
    const read: TagFiles['read'] = async (article) => {
      if (article === broken) throw new Error('disk');
      return files.read(article);
    };
    await createTagger(fakeTagReader(), { ...files, read }).load([broken, kept]);
    expect([isRead(broken), isRead(kept)]).toEqual([false, true]);
  });

  test('leaves the events to rules if the reader is off', async () => {
    const article = articleOf('arrest', [['paragraph', 'Police arrested Ann Hale in Leeds on 3 May 2021.']]);
    const reader = fakeTagReader();
    const tagger = createTagger(reader);
    expect(tagger.isAble()).toBe(true);
    reader.turnOff();
    await tagger.tag([article]);
    expect(isRead(article)).toBe(false);
    expect(tagger.isAble()).toBe(false);
    expect(articleEvents(article, {})).not.toEqual([]);
  });

  test('passes over an article in another language, for which nothing better can come', async () => {
    const german = articleOf('turm', [['paragraph', 'Der Turm wurde 1931 gebaut.']], { language: 'de-CH' });
    const reader = fakeTagReader();
    const tagger = createTagger(reader);
    expect(tagger.missing([german])).toBe(0);
    await tagger.tag([german]);
    expect(reader.tagged).toEqual([]);
  });

  test.each([120, 121, 300])('says how far it is with %i sentences, and stops in between', async (count) => {
    const sentences = Array.from({ length: count }, (_, at) => `The bridge fell in ${1000 + at}.`);
    const article = articleOf('bridge', [['paragraph', ...sentences]]);
    const progress: string[] = [];
    await createTagger(fakeTagReader()).tag([article], { onProgress: (done, all) => progress.push(`${done}/${all}`) });
    const stops = Array.from({ length: Math.ceil(count / 120) }, (_, at) => Math.min(count, 120 * (at + 1)));
    expect(progress).toEqual(stops.map((stop) => `${stop}/${count}`));
  });

  test('works in the background, so that questions go first', async () => {
    const priorities: unknown[] = [];
    await createTagger(fakeTagReader((_, options) => priorities.push(options?.priority))).tag([fresh()]);
    expect(priorities).toEqual(['background']);
  });
});
