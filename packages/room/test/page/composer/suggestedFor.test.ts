import { expect, test } from 'vitest';
import { suggestedFor } from '../../../src/page/composer/suggestedFor.ts';
import { VIEW } from '../view.ts';
import { usages } from './commands.ts';

const brief = (text: string): readonly string[] | undefined => {
  const found = suggestedFor(text, { usages, view: VIEW });
  return found?.kind === 'commands' ? found.usages.map(({ name }) => `/${name}`) : found?.names;
};

test.each([
  ['/', ['/digest list', '/digest post now', '/quote']],
  ['/q', ['/quote']],
  ['/x', []],
  ['@', ['@Ann', '@Bob']],
  ['Hello @a', ['@Ann']],
  ['#n', ['#news']],
  ['a /q', undefined],
  ['mail@a', undefined],
  ['@Ann ', undefined],
  ['', undefined],
])('suggestedFor(%j)', (text, expected) => {
  expect(brief(text)).toEqual(expected);
});
