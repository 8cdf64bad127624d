import { expect, test } from 'vitest';
import { lighthouse } from '../../fixtures/article.ts';
import { componentsOf, startBotInRoom, textOf } from '../../discord/botInRoom.ts';

test('the buttons beside “Passage 1 of 3” lead to the next closest passage and back to the closer one', async () => {
  const bot = await startBotInRoom([lighthouse]);
  const buttonsOf = (answered: Parameters<typeof componentsOf>[0]): readonly string[] =>
    componentsOf(answered).flatMap(({ type, label = '' }) => (type === 2 ? [label] : []));
  const first = await bot.use('quote', { text: 'tower lamp' });
  expect(buttonsOf(first).slice(0, 3)).toEqual([
    'Closer passage',
    expect.stringMatching(/^Passage 1 of \d$/u),
    'Next closest',
  ]);
  const second = await bot.press(first, /^Next closest$/u);
  expect(buttonsOf(second)[1]).toMatch(/^Passage 2 of \d$/u);
  expect(textOf(await bot.press(second, /^Closer passage$/u))).toBe(textOf(first));
  await bot.close();
});
