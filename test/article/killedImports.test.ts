import { expect, test } from 'vitest';
import { killImports } from '../../bench/chaos/killImports.ts';

test('import --replace killed at any moment leaves the old article or the new one, and its curated events', async () => {
  const { kills, problems } = await killImports(8);
  expect({ kills, problems }).toEqual({ kills: 8, problems: [] });
}, 60_000);
