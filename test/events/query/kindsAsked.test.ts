import { describe, expect, test } from 'vitest';
import { kindsAsked } from '../../../src/events/query/kindsAsked.ts';
import { EVENT_KINDS, type EventKind } from '../../../src/events/mentions/triggers.ts';

describe('kindsAsked', () => {
  test.each<[string, readonly EventKind[], readonly EventKind[]]>([
    ['killings', ['killing'], ['death', 'departure', 'operation', 'injury', 'attack']],
    ['murdered', ['killing'], ['death']],
    ['deaths', ['death', 'killing'], ['departure', 'injury']],
    ['attacks', ['attack', 'bombing', 'shooting', 'killing'], ['death', 'clash', 'arrest']],
    ['bombings', ['bombing'], ['attack', 'shooting']],
    ['lawsuits', ['lawsuit'], ['trial']],
    ['trials', ['trial', 'lawsuit'], ['arrest']],
    ['layoffs', ['layoff'], ['departure']],
    ['births', ['birth'], ['death']],
    ['burglaries', ['robbery'], ['arrest']],
    ['tornadoes', ['disaster'], ['accident']],
    ['increases', ['growth'], ['decline']],
    ['warnings', ['warning'], ['threat']],
    ['threats', ['threat', 'warning'], ['order']],
  ])('%s asks for %j, and not for %j', (word, asked, others) => {
    const kinds = kindsAsked(word)!;
    expect([...kinds]).toEqual(expect.arrayContaining([...asked]));
    for (const kind of others) expect(kinds.has(kind)).toBe(false);
  });

  test.each(['whale', 'leeds', 'incident', 'wedding', 'xyzzy', 's', ''])('%j names no kind', (word) => {
    expect(kindsAsked(word)).toBeUndefined();
  });

  test('a noun that is the name of a kind asks for that kind', () => {
    const others = EVENT_KINDS.filter((kind) => kindsAsked(kind)?.has(kind) === false);
    expect(others).toEqual([]);
  });
});
