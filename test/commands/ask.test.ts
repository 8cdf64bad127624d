import { expect, test } from 'vitest';
import { runCommand } from '../../src/command/runCommand.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const bridge = {
  ...articleOf('span', [
    ['title', 'The Bridge at Corran Ferry'],
    ['paragraph', 'The council voted for a study of the crossing on Thursday.', 'It will cost a million pounds.'],
  ]),
  author: ['Ann Doe'],
};
const museum = {
  ...articleOf('guide', [
    ['title', 'The Tidewater Museum'],
    ['paragraph', 'The rope works became a place for boats in 1968.', 'Visitors may go below deck.'],
  ]),
  author: ['Rick Roe'],
};
const context = contextOf([bridge, museum]);
const ask = (options: Readonly<Record<string, string>>, changes = {}) =>
  runCommand('ask', options, { ...context, ...changes });

test('/ask knows the one article that a question about a document names', async () => {
  const question = 'Who wrote the article about the bridge?';
  const author = { kind: 'sources', asked: 'author', articles: [{ id: 'span' }] };
  expect(await ask({ question })).toMatchObject(author);
  expect(await ask({ question, article: 'span' })).toMatchObject(author);
  expect(await ask({ question }, { settings: { ...context.settings, defaultArticle: 'guide' } })).toMatchObject(author);
  expect(await ask({ question: 'what is the museum article about' })).toMatchObject({
    kind: 'excerpts',
    document: 'about',
    excerpts: [{ article: 'guide' }],
  });
});

test('/ask keeps to the article of its option, whatever the question names', async () => {
  const answer = await ask({ question: 'Who wrote the article about the bridge?', article: 'guide' });
  expect(answer).not.toMatchObject({ asked: 'author' });
});

test('/ask lists the articles for a question about them that no sentence answers', async () => {
  expect(await ask({ question: 'How many articles do you have?' })).toMatchObject({
    kind: 'sources',
    articles: [{ id: 'span' }, { id: 'guide' }],
  });
  expect(await ask({ question: 'How many articles do you have?', article: 'guide' })).toMatchObject({
    kind: 'nothing',
  });
});
