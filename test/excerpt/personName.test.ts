import { expect, test } from 'vitest';
import { fullName, initials, parseName } from '../../src/excerpt/personName.ts';

test.each([
  ['Ida Brandt', 'Ida', 'Brandt'],
  ['Ida  M.  Brandt', 'Ida M.', 'Brandt'],
  ['Brandt, Ida', 'Ida', 'Brandt'],
  ['Ludwig van der Meer', 'Ludwig', 'van der Meer'],
  ['Ana de la Cruz', 'Ana', 'de la Cruz'],
  ['Nguyễn Văn An', 'Nguyễn Văn', 'An'],
  ['Nguyen Van An', 'Nguyen Van', 'An'],
  ['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
  ['Antoni Rovira i Virgili', 'Antoni', 'Rovira i Virgili'],
  ['Marine Le Pen', 'Marine', 'Le Pen'],
  ['Rossana De Leo', 'Rossana', 'De Leo'],
  ['W. E. B. Du Bois', 'W. E. B.', 'Du Bois'],
  ['Ursula von der Leyen', 'Ursula', 'von der Leyen'],
  ['Mohammed bin Salman Al Saud', 'Mohammed', 'bin Salman Al Saud'],
  ['María de los Ángeles García', 'María', 'de los Ángeles García'],
  ['Conan Doyle, Arthur', 'Arthur', 'Conan Doyle'],
  ['Jane Doe, PhD', 'Jane', 'Doe'],
  ['Jane Doe PhD', 'Jane', 'Doe'],
  ['Jane Doe, M.D., Ph.D.', 'Jane', 'Doe'],
  ['Dr. Jane Doe', 'Jane', 'Doe'],
  ['By Jane Doe', 'Jane', 'Doe'],
  ['John Smith (Reuters)', 'John', 'Smith'],
  ['John Smith | The Courier', 'John', 'Smith'],
  ['Jane Roe/AFP', 'Jane', 'Roe'],
  ['Frank Press', 'Frank', 'Press'],
  ['Emily Post', 'Emily', 'Post'],
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
  'Human Rights Watch',
  'World Bank',
  'Médecins Sans Frontières',
  'Amnesty International',
  'Ministry of Health, Labour and Welfare',
  'Le Monde',
  'Ortega y Gasset',
])('parseName keeps %j whole', (name) => {
  expect(parseName(name)).toEqual({ kind: 'whole', name });
});

test.each(['{World Bank}', '{{World Bank}}', ' { World  Bank } '])(
  'parseName takes %j for a group, as it is marked',
  (name) => {
    expect(parseName(name)).toEqual({ kind: 'whole', name: 'World Bank' });
  },
);

test.each(['Sammy Hill Jr.', 'Sammy Hill, Jr.', 'Hill, Sammy, Jr.', 'Hill, Jr., Sammy', 'Sammy Hill, Jr., PhD'])(
  'parseName knows the suffix of %j',
  (name) => {
    expect(parseName(name)).toEqual({ kind: 'person', given: 'Sammy', family: 'Hill', suffix: 'Jr.' });
    expect(fullName(parseName(name))).toBe('Sammy Hill Jr.');
  },
);

test.each([
  ['Ida', 'I.'],
  ['Ida Maria', 'I. M.'],
  ['Jean-Luc', 'J.-L.'],
  ['A.B.', 'A. B.'],
  ['Éva', 'É.'],
])('initials of %j are %j', (given, expected) => {
  expect(initials(given)).toBe(expected);
});
