import { expect, test } from 'vitest';
import { commandUsages } from '../../../src/page/composer/command.ts';
import { exampleUsages } from '../../../src/page/composer/exampleUsages.ts';
import { command } from './commands.ts';

const text = { type: 3, name: 'text', description: '', required: true };
const number = { type: 4, name: 'count', description: '', required: true };

test('exampleUsages puts commands that ask for text first, and leaves out help', () => {
  const usages = commandUsages([
    command({ name: 'help' }),
    command({ name: 'list' }),
    command({ name: 'count', options: [number] }),
    command({ name: 'ask', options: [text] }),
    command({ name: 'quote', options: [text] }),
  ]);
  expect(exampleUsages(usages).map(({ name }) => name)).toEqual(['ask', 'quote', 'list']);
});
