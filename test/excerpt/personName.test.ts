import { expect, test } from 'vitest';
import { fullName, initials, parseName } from '../../src/excerpt/personName.ts';

test.each([
  ['Ida Brandt', 'Ida', 'Brandt'],
  ['Ida  M.  Brandt', 'Ida M.', 'Brandt'],
  ['Brandt, Ida', 'Ida', 'Brandt'],
  ['Ludwig van der Meer', 'Ludwig', 'van der Meer'],
  ['Ana de la Cruz', 'Ana', 'de la Cruz'],
  ['Nguyễn Văn An', 'Nguyễn Văn', 'An'],
])('parseName parts %j', (name, given, family) => {
  expect(parseName(name)).toEqual({ kind: 'person', given, family });
});

test.each([
  'Madonna',
  'The Associated Press',
  'Velda Water Office',
  'Ministry of Defence',
  '国务院',
  'R&D Team',
  'Group 42',
])('parseName keeps %j whole', (name) => {
  expect(parseName(name)).toEqual({ kind: 'whole', name });
});

test.each(['Sammy Hill Jr.', 'Sammy Hill, Jr.', 'Hill, Sammy, Jr.'])('parseName knows the suffix of %j', (name) => {
  expect(parseName(name)).toEqual({ kind: 'person', given: 'Sammy', family: 'Hill', suffix: 'Jr.' });
  expect(fullName(parseName(name))).toBe('Sammy Hill Jr.');
});

test.each([
  ['Ida', 'I.'],
  ['Ida Maria', 'I. M.'],
  ['Jean-Luc', 'J.-L.'],
  ['A.B.', 'A. B.'],
  ['Éva', 'É.'],
])('initials of %j are %j', (given, expected) => {
  expect(initials(given)).toBe(expected);
});
