import { setTimeout } from 'node:timers/promises';
import type { Reader } from 'rapporteur-reader';
import { expect, onTestFinished, test } from 'vitest';
import { isRead } from '../../src/answer/articleEvents.ts';
import { createTagger } from '../../src/answer/createTagger.ts';
import { createUses } from '../../src/app/createUses.ts';
import type { Article } from '../../src/article/article.ts';
import { excerptsOfSpan } from '../../src/excerpt/excerptsOfSpan.ts';
import { startTagging } from '../../src/start/startTagging.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { fakeTagReader, type FakeTagReader } from '../fixtures/fakeTagReader.ts';

/** Starts tagging in a library that `change` exchanges; the log's lines are in `lines`. */
function start(
  reader: FakeTagReader,
  first: readonly Article[],
  { used = [], missing = () => 0 }: { readonly used?: readonly Article[]; readonly missing?: () => number } = {},
) {
  let { library } = contextOf(first);
  const lines: string[] = [];
  const uses = createUses();
  for (const article of used)
    uses.note({ kind: 'excerpts', more: 0, excerpts: excerptsOfSpan(article, article.blocks[0]!.span) });
  const write = (data: object, message = ''): unknown => lines.push(`${message} ${JSON.stringify(data)}`);
  const stop = startTagging(
    {
      reader: reader as unknown as Reader,
      meaning: { missing } as never,
      tagger: createTagger(reader),
      uses,
      library: () => library,
      log: { info: write, warn: write },
    },
    1,
  );
  onTestFinished(stop);
  return { lines, change: (articles: readonly Article[]) => ({ library } = contextOf(articles)) };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setTimeout(2);
}

const named = (id: string): Article => articleOf(id, [['paragraph', `The bridge of ${id} fell in 1987.`]]);

test('startTagging takes the article that answers have shown most often first, then those that none has', async () => {
  const [a, b, c] = [named('a'), named('b'), named('c')];
  const reader = fakeTagReader();
  const { lines } = start(reader, [a, b, c], { used: [b, c, c] });
  await until(() => lines.length > 0);
  expect(reader.tagged.map((text) => text.charAt(14))).toEqual(['c', 'b', 'a']);
  expect(lines).toEqual(['all articles are tagged {"articles":3}']);
});

test('startTagging takes up new and changed articles, and tells once when all are tagged again', async () => {
  const reader = fakeTagReader();
  const { lines, change } = start(reader, [named('a')]);
  await until(() => lines.length === 1);
  const [changed, added] = [articleOf('a', [['paragraph', 'The bridge stands.']]), named('b')];
  change([changed, added]);
  await until(() => lines.length === 2);
  expect([isRead(changed), isRead(added)]).toEqual([true, true]);
  expect(reader.tagged).toEqual([
    'The bridge of a fell in 1987.',
    'The bridge stands.',
    'The bridge of b fell in 1987.',
  ]);
  await setTimeout(20);
  expect(lines).toHaveLength(2);
});

test('startTagging waits until sentences are placed', async () => {
  const reader = fakeTagReader();
  let missing = 1;
  const { lines } = start(reader, [named('a')], { missing: () => missing });
  await setTimeout(20);
  expect(reader.tagged).toEqual([]);
  missing = 0;
  await until(() => lines.length > 0);
});

test('startTagging goes on with the others when one article fails', async () => {
  const reader = fakeTagReader((sentences) => {
    if (sentences[0]?.includes('of a') === true) throw new Error('too strange');
  });
  const [a, b] = [named('a'), named('b')];
  const { lines } = start(reader, [a, b]);
  await until(() => lines.length === 2);
  expect([isRead(a), isRead(b)]).toEqual([false, true]);
  expect(lines[0]).toContain('"article":"a","error":"too strange"');
});
