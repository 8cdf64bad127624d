import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ruleInWords } from '../../src/reply/words/digests/ruleInWords.ts';
import { parseWhen } from '../../src/schedule/when/parseWhen.ts';

const page = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs', 'schedules.md'), 'utf8');
const examples = [...page.matchAll(/^\| (?!typed|---)(.+?) \| (.+?) \|$/gmu)].map(([, typed, words]) => [
  typed!,
  words!,
]);

test('docs/schedules.md has examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

test.each(examples)('docs/schedules.md says truly that %j means %j', (typed, words) => {
  const reading = parseWhen(typed, { zone: 'UTC', now: Date.UTC(2026, 10, 25) });
  expect(reading.kind === 'schedule' ? ruleInWords(reading.rule) : reading.problem).toBe(words);
});
