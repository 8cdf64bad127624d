import { expect, test } from 'vitest';
import { isSlash } from '../../src/command/command.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import { lighthouse } from '../fixtures/article.ts';
import { commands, contextOf } from '../fixtures/context.ts';

const context = contextOf([lighthouse]);
const overview = async (changes = {}): Promise<string> => {
  const answer = await runCommand('help', {}, { ...context, ...changes });
  return answer.kind === 'notice' ? answer.text : '';
};

test('/help lists every command once, in groups', async () => {
  const text = await overview();
  for (const [name, { definition }] of commands)
    expect([name, text.split(!isSlash(definition) ? `- **${name}** (` : `- \`/${name}\`:`).length]).toEqual([name, 2]);
  expect(text.match(/^\*\*.+\*\*$/gmu)).toEqual(['**Asking**', '**Quoting**', '**Digests**', '**Set-up**']);
});

test('/help makes names clickable where ids are known', async () => {
  const text = await overview({
    commandIds: async () =>
      new Map([
        ['ask', '1'],
        ['digest', '2'],
      ]),
  });
  expect(text).toContain('- </ask:1>: ');
  expect(text).toContain('- </digest create:2>: ');
  expect(text).toContain('- `/cite`: ');
});

test('/help has examples of the loaded articles, each of which is answered', async () => {
  const text = await overview();
  const examples = [...text.matchAll(/^ {2}-# `\/([a-z]+) (.+)`$/gmu)].map(
    ([, name, options]) => [name!, options!] as const,
  );
  expect(examples.map(([name]) => name)).toEqual(expect.arrayContaining(['ask', 'summary', 'quote', 'cite', 'verify']));
  for (const [name, typed] of examples.filter(([name]) => name !== 'digest')) {
    const options = Object.fromEntries(
      typed
        .split(/\s(?=[a-z]+: )/u)
        .map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 2)]),
    );
    const { kind } = await runCommand(name, options, context);
    expect([name, typed, ['nothing', 'invalid'].includes(kind)]).toEqual([name, typed, false]);
  }
});
