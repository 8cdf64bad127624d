import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../../src/article/article.ts';
import { answeredQuestion } from '../../../../src/command/answeredQuestion.ts';
import { runCommand } from '../../../../src/command/runCommand.ts';
import { greeting } from '../../../../src/reply/words/messages/greeting.ts';
import { arbitraryArticle } from '../../../fixtures/arbitraryArticle.ts';
import { articleOf, lighthouse } from '../../../fixtures/article.ts';
import { contextOf } from '../../../fixtures/context.ts';

function contentOf(articles: readonly Article[], question?: string): string {
  return (greeting(articles, question) as { components: [{ content: string }] }).components[0].content;
}

/** The commands that the message proposes, as they would be typed. */
function proposed(articles: readonly Article[], question?: string) {
  const options = / (name|text|question|reference|article):(.*?)(?= (?:article):|$)/gu;
  return [...contentOf(articles, question).matchAll(/^- `\/(\w+)(.*?)`/gmu)].map(([, command, words]) => ({
    command: command!,
    options: Object.fromEntries([...words!.matchAll(options)].map(([, name, value]) => [name!, value!])),
  }));
}

describe('greeting', () => {
  test('proposes three commands that work as written, each with words of an article', async () => {
    const articles = fc.oneof(
      fc.tuple(arbitraryArticle('one')),
      fc.tuple(arbitraryArticle('first'), arbitraryArticle('second')),
    );
    await fc.assert(
      fc.asyncProperty(articles, async (given) => {
        const context = contextOf(given);
        const tries = proposed(given);
        expect(tries).toHaveLength(3);
        for (const { command, options } of tries) {
          expect('article' in options).toBe(given.length > 1);
          const answer = await runCommand(command, options, context);
          expect({ command, options, kind: answer.kind }).not.toMatchObject({ kind: 'invalid' });
          if (command !== 'quote') continue;
          if (answer.kind !== 'excerpts') throw new Error(`${options['text']} is not quoted`);
          const [first] = answer.excerpts;
          expect(first!.text.replaceAll(/\s+/gu, ' ')).toContain(options['text']);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('proposes a question that is answered, if one is known', async () => {
    const context = contextOf([lighthouse]);
    const question = await answeredQuestion(lighthouse, context);
    const [ask, ...others] = proposed([lighthouse], question);
    expect(ask).toEqual({ command: 'ask', options: { question } });
    expect(others).toHaveLength(2);
    expect(await runCommand('ask', ask!.options, context)).toMatchObject({ kind: 'excerpts' });
  });

  test.each(['What about `ls`?', 'What about \u202Ethis?', `What about ${'x'.repeat(80)}?`])(
    'leaves out a question that cannot be typed: %j',
    (question) => expect(proposed([lighthouse], question)).toEqual(proposed([lighthouse])),
  );

  test('uses the newest of several articles', () => {
    const older = {
      ...articleOf('older', [
        ['title', 'Older'],
        ['paragraph', 'The old pier is here.'],
      ]),
      published: '2020',
    };
    const newer = {
      ...articleOf('newer', [
        ['title', 'Newer'],
        ['paragraph', 'The new pier is here.'],
      ]),
      published: '2024-07',
    };
    const content = contentOf([older, newer, lighthouse]);
    expect(content).toContain('I can answer from 3 articles here. Three things to try with Newer, July 2024:');
    expect(content).toContain('`/quote text:The new pier is here article:newer`');
  });

  test('says that there is nothing yet for a channel that may see no article', () => {
    expect(proposed([])).toEqual([]);
    expect(contentOf([])).toContain('No article is available in this channel.');
  });
});
