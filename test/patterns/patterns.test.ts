import { expect, test } from 'vitest';
import checked from './checked.json' with { type: 'json' };
import { idOf, patterns } from './patterns.ts';

test('every regular expression has been checked for how its time grows', { timeout: 60_000 }, async () => {
  const known = new Set([...checked.linear, ...checked.quadratic, ...Object.keys(checked.steep)]);
  const all = await patterns();
  expect(all.length).toBeGreaterThan(300);
  const unknown = all.filter((pattern) => !known.has(idOf(pattern)));
  expect(
    unknown.map(({ file, source, flags }) => `${file}: /${source}/${flags}`),
    'run `npm run patterns`, which checks them and says which are slow',
  ).toEqual([]);
});
