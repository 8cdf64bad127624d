import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import type { Article } from '../../src/article/article.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import { roomExamples } from '../../src/start/roomExamples.ts';
import { arbitraryArticle } from '../fixtures/arbitraryArticle.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

/** The lines, each as a command with its options, and what that answers. */
async function examplesOf(articles: readonly Article[]) {
  const context = contextOf(articles);
  const app = { ready: Promise.resolve(), contextFor: async () => context } as unknown as App;
  const lines = await roomExamples(app, { channelId: '1' });
  return Promise.all(
    lines.map(async (line) => {
      const [, command = '', name = '', value = '', article] =
        /^\/(\w+) (\w+):(.+?)(?: article:(\S+))?$/u.exec(line) ?? [];
      const options = { [name]: value, ...(article === undefined ? {} : { article }) };
      return { line, command, options, kind: (await runCommand(command, options, context)).kind };
    }),
  );
}

const kelp = articleOf(
  'kelp',
  [
    ['title', 'Kelp'],
    ['heading', 'Where do otters eat urchins'],
    [
      'paragraph',
      'They must burn food to stay warm, says the Northern Institute.',
      'Otters eat urchins in Calder Bay.',
    ],
  ],
  { published: '2025-02-01' },
);

test('roomExamples asks what the newest articles answer, the newest first, and quotes it', async () => {
  const examples = await examplesOf([lighthouse, kelp]);
  expect(examples.map(({ command }) => command)).toEqual(['ask', 'ask', 'quote']);
  expect(examples[0]!.options).toEqual({ question: 'Where do otters eat urchins?', article: 'kelp' });
  expect(examples[1]!.options).toMatchObject({ article: 'lighthouse' });
});

test('roomExamples has only lines that are answered', async () => {
  const articles = fc.oneof(
    fc.tuple(arbitraryArticle('one')),
    fc.tuple(arbitraryArticle('first'), arbitraryArticle('second')),
  );
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      for (const { line, kind } of await examplesOf(given)) expect({ line, kind }).toEqual({ line, kind: 'excerpts' });
    }),
    { numRuns: 100, seed: 16 },
  );
});

test('roomExamples has none without articles', async () => {
  expect(await examplesOf([])).toEqual([]);
});
