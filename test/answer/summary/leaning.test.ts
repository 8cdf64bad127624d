import { expect, test } from 'vitest';
import { leaningOf } from '../../../src/answer/summary/leaning.ts';

test.each([
  ['She told the board that the lamp must stay.', 'reference'],
  ['“This is how towers fall,” Hallam said.', 'reference'],
  ['But it was too late for the tower.', 'reference'],
  ['However, she stayed on the rock.', 'reference'],
  ['Despite this, the tower was sold.', 'reference'],
  ['As they left the hall, the lamp went dark.', 'reference'],
  ['Shortly before their arrival, the lamp went dark.', 'reference'],
  ['The move comes after a year of talks.', 'reference'],
  ['At the time, the board said nothing.', 'reference'],
  ['Both men were keepers of the lamp.', 'reference'],
  ['Some said they felt dejected.', 'reference'],
  ['It is larger than the tower of the town.', 'reference'],
  ['It is a tower that nobody wanted.', 'reference'],
  ['So did Ohio.', 'reference'],
  ['Nor has the board.', 'reference'],
  ['Nine.', 'reference'],
  ['About 300 of them.', 'reference'],
  ['In Leeds, mostly.', 'reference'],
  ['That changed in May.', 'reference'],
  ['However, the board sold the tower.', 'connective'],
  ['But Ines Hallam stayed on the rock.', 'connective'],
  ['In other words, the tower pays for the lamp.', 'connective'],
  ['Two days later, the tower was sold.', 'connective'],
  ['Aber der Turm blieb stehen.', 'connective', 'de'],
  ['Elle a vendu la tour blanche.', 'reference', 'fr'],
] as const)('leaningOf %j is a %s', (text, leaning, language: string = 'en') => {
  expect(leaningOf(text, language)).toBe(leaning);
});

test.each([
  'The board sold the tower.',
  'This week the board sold the tower.',
  'It is unclear whether the tower will be sold.',
  'It’s true that the board sold the tower.',
  'There are three keepers on the rock.',
  'The move by the board to sell the tower drew protests.',
  'So far this year, nobody has come.',
  'Instead of a lamp, the tower has a bell.',
  'If the board sells the tower, Hallam will lose her home.',
  'In addition to the lamp, the board sold the bell.',
  'When it comes to lamps, Hallam knows best.',
  'Both the lamp and the bell were sold.',
  'Nine people died in the tower.',
  'In Leeds the tower was sold.',
  'Two keepers resigned.',
])('leaningOf %j is none', (text) => {
  expect(leaningOf(text, 'en')).toBeUndefined();
});
