import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probablyMeant } from '../../src/language/nearest.ts';

const COMMANDS = ['ask', 'quote', 'verify', 'summary', 'cite'];

test.each([
  ['aks', 'ask'],
  ['Qoute', 'quote'],
  ['summ', 'summary'],
  ['verfy', 'verify'],
  ['sky', undefined],
  ['', undefined],
])('probablyMeant reads %j as %j', (typed, meant) => {
  expect(probablyMeant(typed, COMMANDS)).toBe(meant);
});

test('probablyMeant knows every command with two neighbouring letters typed the wrong way round', () => {
  fc.assert(
    fc.property(fc.constantFrom(...COMMANDS), fc.nat({ max: 5 }), (command, place) => {
      const at = place % (command.length - 1);
      const typed = `${command.slice(0, at)}${command[at + 1]}${command[at]}${command.slice(at + 2)}`;
      expect(probablyMeant(typed, COMMANDS)).toBe(command);
    }),
    { seed: 15, numRuns: 100 },
  );
});
