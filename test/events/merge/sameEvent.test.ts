import { describe, expect, test } from 'vitest';
import { excludes, isSame, mayGoBackTo } from '../../../src/events/merge/sameEvent.ts';
import type { Modality } from '../../../src/events/mentions/mention.ts';
import { told, type Told } from './told.ts';

describe('excludes', () => {
  test.each<[first: string | null | undefined, second: string | null | undefined, excluded: boolean]>([
    ['2024-06-10', '2024-06-10', false],
    ['2024-06-10', '2024-06-11', true],
    ['2024-06-10', '2024-06', false],
    ['2024-06-10', '2024', false],
    ['2024-06-30', '2024-07', true],
    ['2024-06-03/2024-06-10', '2024-06-10', false],
    ['2024-06-03/2024-06-10', '2024-06-10/2024-06-12', false],
    ['2024-06-03/2024-06-10', '2024-06-11', true],
    ['2024-06-11', '2024-06-03/2024-06-10', true],
    ['no date', 'no date', false],
    ['no date', 'another', true],
    ['no date', '2024-06-10', true],
    [undefined, '2024-06-10', false],
    [null, '2024-06-10', false],
    [null, null, false],
  ])('of events on %j and %j is the same in both orders', (first, second, excluded) => {
    const [a, b] = [told({ edtf: first as string }), told({ edtf: second as string })];
    expect([excludes(a, b), excludes(b, a)]).toEqual([excluded, excluded]);
  });

  test.each<[first: Modality, second: Modality, excluded: boolean]>([
    ['actual', 'foiled', true],
    ['actual', 'actual', false],
    ['planned', 'possible', false],
  ])('of an event that is %s and one that is %s', (first, second, excluded) => {
    const [a, b] = [told({ modality: first }), told({ modality: second })];
    expect([excludes(a, b), excludes(b, a)]).toEqual([excluded, excluded]);
  });
});

describe('isSame', () => {
  const later = { sentence: 2 };
  test.each<[what: string, first: Told, second: Told, same: boolean]>([
    ['one kind at one place', { places: ['lyon'] }, { places: ['lyon'], ...later }, true],
    ['one kind at one place, in one sentence', { places: ['lyon'] }, { places: ['lyon'] }, true],
    ['one kind at two places', { places: ['lyon'] }, { places: ['bonn'], ...later }, false],
    ['one of two places', { places: ['bonn', 'lyon'] }, { places: ['oslo', 'lyon'], ...later }, true],
    ['one kind in one country', { places: ['France'] }, { places: ['France'], ...later }, false],
    ['one kind in one region', { places: ['the sahel'] }, { places: ['the sahel'], ...later }, false],
    ['nothing but a kind', {}, later, false],
    ['two families at one place', { places: ['lyon'] }, { kind: 'arrest', places: ['lyon'], ...later }, false],
    [
      'one place on two days',
      { places: ['lyon'], edtf: '2024-06-10' },
      { places: ['lyon'], edtf: '2024-06-11' },
      false,
    ],
    ['one place, one foiled', { places: ['lyon'] }, { places: ['lyon'], modality: 'foiled', ...later }, false],
    ['what only goes back', { places: ['lyon'], generic: true }, { places: ['lyon'], ...later }, false],
    ['a bombing and the attack', { kind: 'bombing', places: ['lyon'] }, { places: ['lyon'], anaphoric: true }, true],
    ['a bombing and an attack', { kind: 'bombing', places: ['lyon'] }, { places: ['lyon'], ...later }, false],
    [
      'a bombing and an attack on one day',
      { kind: 'bombing', places: ['lyon'], edtf: '2024-06-10' },
      { places: ['lyon'], edtf: '2024-06-10' },
      true,
    ],
    [
      'a bombing and an attack on a day and in its month',
      { kind: 'bombing', places: ['lyon'], edtf: '2024-06-10' },
      { places: ['lyon'], edtf: '2024-06' },
      false,
    ],
    [
      'a bombing and the clash on one day',
      { kind: 'bombing', places: ['lyon'], edtf: '2024-06-10' },
      { kind: 'clash', places: ['lyon'], edtf: '2024-06-10', anaphoric: true },
      false,
    ],
    [
      'a bombing and an attack, both without a resolved date',
      { kind: 'bombing', places: ['lyon'], edtf: null },
      { places: ['lyon'], edtf: null },
      false,
    ],
    ['an arrest of one name', { kind: 'arrest', names: ['voss'] }, { kind: 'arrest', names: ['voss'], ...later }, true],
    [
      'an arrest of two names',
      { kind: 'arrest', names: ['voss'] },
      { kind: 'arrest', names: ['orlov'], ...later },
      false,
    ],
    [
      'one of several names',
      { kind: 'arrest', names: ['a', 'b'] },
      { kind: 'arrest', names: ['b', 'c'], ...later },
      true,
    ],
    ['one name in one sentence', { kind: 'arrest', names: ['voss'] }, { kind: 'arrest', names: ['voss'] }, false],
    ['visits of one name', { kind: 'visit', names: ['voss'] }, { kind: 'visit', names: ['voss'], ...later }, false],
    [
      'a bombing and a clash of one name',
      { kind: 'bombing', names: ['voss'] },
      { kind: 'clash', names: ['voss'], ...later },
      false,
    ],
    [
      'one name at two places',
      { kind: 'arrest', names: ['voss'], places: ['lyon'] },
      { kind: 'arrest', names: ['voss'], places: ['bonn'], ...later },
      false,
    ],
    [
      'one name at a place and in a country',
      { kind: 'arrest', names: ['voss'], places: ['lyon'] },
      { kind: 'arrest', names: ['voss'], places: ['Spain'], ...later },
      true,
    ],
    [
      'one name in two countries',
      { kind: 'arrest', names: ['voss'], places: ['France'] },
      { kind: 'arrest', names: ['voss'], places: ['Spain'], ...later },
      true,
    ],
    [
      'one country on one day',
      { places: ['France'], edtf: '2024-06-10' },
      { places: ['France'], edtf: '2024-06-10', ...later },
      true,
    ],
    [
      'one country on one day, in one sentence',
      { places: ['France'], edtf: '2024-06-10' },
      { places: ['France'], edtf: '2024-06-10' },
      false,
    ],
    [
      'one country on a day and in its month',
      { places: ['France'], edtf: '2024-06-10' },
      { places: ['France'], edtf: '2024-06', ...later },
      false,
    ],
    ['one country with one date', { places: ['France'], edtf: '2024' }, { places: ['France'], ...later }, false],
    ['one country without dates', { places: ['France'] }, { places: ['France'], ...later }, false],
    ['no place on one day', { edtf: '2024-06-10' }, { edtf: '2024-06-10', ...later }, false],
    [
      'one country of two on one day',
      { places: ['France'], edtf: '2024-06-10' },
      { places: ['France', 'Spain'], edtf: '2024-06-10', ...later },
      false,
    ],
    [
      'one country more on one day',
      { places: ['France', 'Italy'], edtf: '2024-06-10' },
      { places: ['France', 'Spain'], edtf: '2024-06-10', ...later },
      false,
    ],
    [
      'two kinds in one country on one day',
      { kind: 'bombing', places: ['France'], edtf: '2024-06-10' },
      { places: ['France'], edtf: '2024-06-10', ...later },
      false,
    ],
  ])('of %s is the same in both orders', (_, first, second, same) => {
    const [a, b] = [told(first), told(second)];
    expect([isSame(a, b), isSame(b, a)]).toEqual([same, same]);
  });
});

describe('mayGoBackTo', () => {
  test.each<[what: string, earlier: Told, mention: Told, may: boolean]>([
    ['the crime to an attack', { kind: 'attack' }, { generic: true }, true],
    ['the incident to a disaster', { kind: 'disaster' }, { generic: true }, true],
    ['the crime to a visit', { kind: 'visit' }, { generic: true }, false],
    ['the crime to the incident', { generic: true }, { generic: true }, false],
    ['the attack to a bombing', { kind: 'bombing' }, { kind: 'attack' }, true],
    ['the clash to a bombing', { kind: 'bombing' }, { kind: 'clash' }, false],
    ['the arrest to an attack', { kind: 'attack' }, { kind: 'arrest' }, false],
    ['the attack on another day', { edtf: '2024-06-10' }, { edtf: '2024-06-11' }, false],
    ['the attack on that day', { edtf: '2024-06-10' }, { edtf: '2024-06-10' }, true],
    ['the attack elsewhere', { places: ['lyon'] }, { places: ['bonn'] }, false],
    ['the attack there', { places: ['bonn', 'lyon'] }, { places: ['lyon'] }, true],
    ['the attack in the country', { places: ['lyon'] }, { places: ['France'] }, true],
  ])('of %s', (_, earlier, mention, may) => {
    expect(mayGoBackTo(told(earlier), told({ ...mention, sentence: 2 }))).toBe(may);
  });
});
