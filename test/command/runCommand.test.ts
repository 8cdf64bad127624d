import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../src/command/command.ts';
import { completeOption, findCommand, runCommand } from '../../src/command/runCommand.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { commands, contextOf } from '../fixtures/context.ts';

const context = contextOf([lighthouse]);

describe('runCommand', () => {
  test.each(['Find in sources', 'find-in-sources', '/find-in-sources', ' FIND-IN-SOURCES '])(
    'finds a message menu as %j',
    (name) => expect(findCommand(name, commands)?.command.definition.name).toBe('Find in sources'),
  );

  test('accepts a subcommand after its command, or as an option', async () => {
    expect(findCommand('digest list', commands)).toMatchObject({ subcommand: 'list' });
    const named = await runCommand('digest list', {}, context);
    expect(await runCommand('digest', { subcommand: 'list' }, context)).toEqual(named);
    expect(await runCommand('digest', { subcommand: 'lst' }, context)).toMatchObject({
      kind: 'invalid',
      option: 'subcommand',
      message: expect.stringMatching(
        /^\/digest has no "lst"; did you mean "list"\? It takes one of create, list,/u,
      ) as string,
    });
  });

  test('suggests the nearest name for an unknown command', async () => {
    expect(await runCommand('qoute', {}, context)).toMatchObject({
      kind: 'invalid',
      message: 'There is no command "qoute"; did you mean "quote"?',
    });
    expect(await runCommand('x'.repeat(5000), {}, context)).toMatchObject({ kind: 'invalid', option: 'command' });
  });

  test('says in one sentence that the articles are still being read, if a command needs them', async () => {
    const searchable: CommandContext = { ...context, isReady: (wanted) => wanted === 'search' };
    const loading: CommandContext = { ...context, isReady: () => false };
    const kindOf = async (name: string, options: Record<string, string>, given: CommandContext) =>
      (await runCommand(name, options, given)).kind;
    expect(await runCommand('ask', { question: 'When was it lit?' }, loading)).toEqual({
      kind: 'notice',
      text: 'I am still reading the article. Please try again shortly.',
    });
    expect(await kindOf('event', {}, searchable)).toBe('notice');
    expect(await kindOf('event', {}, context)).not.toBe('notice');
    expect(await kindOf('quote', { text: 'lamp' }, loading)).toBe('notice');
    expect(await kindOf('quote', { text: 'lamp' }, searchable)).not.toBe('notice');
    expect(await kindOf('section', {}, loading)).toBe('outline');
    const focused = { name: 'text', value: '' };
    expect(await completeOption(commands.get('quote')!, focused, { options: {}, context: loading })).toEqual([]);
  });
});

describe('completeOption', () => {
  const many = Array.from({ length: 40 }, (_value, index) =>
    articleOf(`report-${index}`, [
      ['title', `${'A long title that goes on and on '.repeat(5)}${index}`],
      ...Array.from(
        { length: 30 },
        (_item, at) => ['paragraph', `Sentence ${at} has words. ${'word '.repeat(60)}`] as const,
      ),
    ]),
  );

  test.each<[command: string, option: string, typed: string]>([
    ['ask', 'article', ''],
    ['ask', 'article', 'long'],
    ['quote', 'text', ''],
    ['quote', 'text', 'sentence'],
    ['quote', 'text', '1'],
    ['cite', 'reference', ''],
    ['cite', 'reference', '¶1'],
    ['section', 'name', ''],
    ['help', 'command', ''],
  ])('gives /%s %s for %j at most 25 entries of 1 to 100 characters', async (name, option, typed) => {
    const choices = await completeOption(
      commands.get(name)!,
      { name: option, value: typed },
      { options: { article: option === 'article' ? undefined : 'report-7' }, context: contextOf(many) },
    );
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const choice of choices) {
      expect([1 <= choice.name.length && choice.name.length <= 100, choice.name]).toEqual([true, choice.name]);
      expect([1 <= choice.value.length && choice.value.length <= 100, choice.value]).toEqual([true, choice.value]);
    }
  });
});
