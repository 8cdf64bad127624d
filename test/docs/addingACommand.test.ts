import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import opening from '../../docs/opening.ts';
import { completeOption, runCommand } from '../../src/command/runCommand.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { commands, contextOf } from '../fixtures/context.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/adding-a-command.md');
const [existing, added] = page.split('## A new one: `/opening`') as [string, string];
const blocksOf = (text: string) => [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gmu)].map((match) => match[1]!);

const context = contextOf([lighthouse], { commands: new Map([...commands, ['opening', opening]]) });

describe('docs/adding-a-command.md', () => {
  test('quotes commands/ask.ts as it is', () => {
    const source = read('commands/ask.ts');
    expect(blocksOf(existing).length).toBeGreaterThan(4);
    expect(blocksOf(existing).filter((block) => !source.includes(block))).toEqual([]);
  });

  test('has docs/opening.ts whole', () => {
    expect(blocksOf(added)[0]).toBe(read('docs/opening.ts'));
  });
});

describe('the command it adds', () => {
  test('quotes the first paragraph, or as many as wanted', async () => {
    expect(await runCommand('opening', {}, context)).toMatchObject({
      kind: 'excerpts',
      excerpts: [{ reference: '¶1', text: expect.stringMatching(/^The harbour board/u) as string }],
    });
    const two = await runCommand('opening', { paragraphs: 2 }, context);
    expect(two).toMatchObject({ kind: 'excerpts', excerpts: [{ reference: '¶1' }, { reference: '¶2' }] });
  });

  test.each([0, 6])('refuses %d paragraphs', async (paragraphs) => {
    expect(await runCommand('opening', { paragraphs }, context)).toMatchObject({
      kind: 'invalid',
      option: 'paragraphs',
    });
  });

  test('takes 5 paragraphs, and gives those that there are', async () => {
    const short = articleOf('short', [
      ['title', 'A short one'],
      ['paragraph', 'It has one paragraph.'],
    ]);
    const answer = await runCommand(
      'opening',
      { paragraphs: 5, article: 'short' },
      { ...contextOf([short]), commands: context.commands },
    );
    expect(answer).toMatchObject({ kind: 'excerpts', excerpts: [{ reference: '¶1' }] });
  });

  test('asks which article is meant if there are several', async () => {
    const several = {
      ...contextOf([
        lighthouse,
        articleOf('other', [
          ['title', 'Other'],
          ['paragraph', 'Text.'],
        ]),
      ]),
      commands: context.commands,
    };
    expect(await runCommand('opening', {}, several)).toMatchObject({ kind: 'invalid', option: 'article' });
    const choices = await completeOption(opening, { name: 'article', value: 'oth' }, { options: {}, context: several });
    expect(choices[0]).toMatchObject({ value: 'other' });
  });
});
