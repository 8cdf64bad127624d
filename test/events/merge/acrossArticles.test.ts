import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventKind } from '../../../src/events/mentions/triggers.ts';
import { acrossArticles, isOneEvent, type ToldEvent } from '../../../src/events/merge/acrossArticles.ts';

interface Report {
  readonly id: string;
  readonly sentence: string;
  readonly trigger: string;
  readonly kind: EventKind;
  readonly places?: readonly string[];
  readonly actors?: readonly string[];
  readonly date?: string;
  readonly modality?: ToldEvent['event']['modality'];
}

function told({ id, sentence, trigger, kind, modality = 'actual', ...rest }: Report): ToldEvent {
  const fragment = (text: string) => {
    const at = sentence.indexOf(text);
    return { text, span: [at, at + text.length] as const };
  };
  return {
    article: { id },
    source: sentence,
    event: {
      label: sentence,
      kind,
      modality,
      date: {
        ...fragment('on Sunday'),
        phrase: 'on Sunday',
        edtf: rest.date ?? '2023-06-11',
        certainty: 'resolved',
        ruleId: 'weekday',
      },
      places: (rest.places ?? []).map(fragment),
      actors: (rest.actors ?? []).map(fragment),
      span: [0, sentence.length],
      trigger: fragment(trigger).span,
      also: [],
    },
  };
}

const died = { trigger: 'died', kind: 'death' } as const;
const attacked = { trigger: 'attacked', kind: 'attack' } as const;

describe('isOneEvent', () => {
  test.each<[Omit<Report, 'id'>, Omit<Report, 'id'>]>([
    [
      { sentence: 'Ann Hale died in Lund on Sunday.', actors: ['Ann Hale'], places: ['Lund'], ...died },
      { sentence: 'Flowers were laid for Ann Hale, who died on Sunday.', actors: ['Ann Hale'], ...died },
    ],
    [
      { sentence: 'Gunmen attacked a market in Lund on Sunday.', places: ['Lund'], ...attacked },
      { sentence: 'The gunmen attacked a crowded market in Lund on Sunday.', places: ['Lund'], ...attacked },
    ],
    [
      { sentence: 'Police arrested Ann Hale on Sunday.', actors: ['Ann Hale'], trigger: 'arrested', kind: 'arrest' },
      { sentence: 'The arrest of Ann Hale on Sunday.', actors: ['Ann Hale'], trigger: 'arrest', kind: 'arrest' },
    ],
  ])('joins %j and %j', (one, other) => {
    expect(isOneEvent(told({ id: 'a', ...one }), told({ id: 'b', ...other }))).toBe(true);
  });

  test.each<[why: string, Omit<Report, 'id'>, Omit<Report, 'id'>]>([
    [
      'other people',
      { sentence: 'John Hale died in Lund on Sunday.', actors: ['John Hale'], places: ['Lund'], ...died },
      { sentence: 'Mary Hale died in Lund on Sunday.', actors: ['Mary Hale'], places: ['Lund'], ...died },
    ],
    [
      'a name that others have too',
      { sentence: 'The doctor, John Hale, died on Sunday.', actors: ['Hale'], ...died },
      { sentence: 'The doctor, Mary Hale, died on Sunday.', actors: ['Hale'], ...died },
    ],
    [
      'other numbers of victims',
      { sentence: 'Gunmen attacked a market in Lund on Sunday, killing nine.', places: ['Lund'], ...attacked },
      { sentence: 'Gunmen attacked a market in Lund on Sunday, killing four.', places: ['Lund'], ...attacked },
    ],
    [
      'other days',
      { sentence: 'Ann Hale died on Sunday.', actors: ['Ann Hale'], ...died },
      { sentence: 'Ann Hale died on Sunday.', actors: ['Ann Hale'], date: '2023-06-04', ...died },
    ],
    [
      'no more than a month',
      { sentence: 'Ann Hale died on Sunday.', actors: ['Ann Hale'], date: '2023-06', ...died },
      { sentence: 'Ann Hale died on Sunday.', actors: ['Ann Hale'], date: '2023-06', ...died },
    ],
    [
      'other places',
      { sentence: 'Gunmen attacked a market in Lund on Sunday.', places: ['Lund'], ...attacked },
      { sentence: 'Gunmen attacked a market in Graz on Sunday.', places: ['Graz'], ...attacked },
    ],
    [
      'others at the same place',
      { sentence: 'Gunmen attacked a man in Lund on Sunday.', places: ['Lund'], ...attacked },
      { sentence: 'Gunmen attacked a woman in Lund on Sunday.', places: ['Lund'], ...attacked },
    ],
    [
      'nobody who is named, and no place',
      { sentence: 'Police arrested a man on Sunday.', actors: ['Police'], trigger: 'arrested', kind: 'arrest' },
      { sentence: 'Police arrested a man on Sunday.', actors: ['Police'], trigger: 'arrested', kind: 'arrest' },
    ],
    [
      'what came about and what was only planned',
      { sentence: 'Ann Hale died on Sunday.', actors: ['Ann Hale'], ...died },
      { sentence: 'Ann Hale died on Sunday.', actors: ['Ann Hale'], modality: 'possible', ...died },
    ],
    [
      'statements, of which one makes many',
      { sentence: 'Then Ann Hale spoke on Sunday.', actors: ['Ann Hale'], trigger: 'spoke', kind: 'statement' },
      { sentence: 'Then Ann Hale spoke on Sunday.', actors: ['Ann Hale'], trigger: 'spoke', kind: 'statement' },
    ],
  ])('keeps apart: %s', (_, one, other) => {
    expect(isOneEvent(told({ id: 'a', ...one }), told({ id: 'b', ...other }))).toBe(false);
  });
});

const report = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    who: fc.constantFrom('Ann Hale', 'John Hale', 'Hale', 'police', 'Lee'),
    verb: fc.constantFrom('died' as const, 'attacked' as const),
    where: fc.constantFrom('in Lund', 'in Graz', ''),
    victims: fc.constantFrom('', ', with two others'),
    date: fc.constantFrom('2023-06-11', '2023-06-11', '2023-06-12', '2023-06'),
    modality: fc.constantFrom('actual' as const, 'actual' as const, 'planned' as const),
  })
  .map(({ id, who, verb, where, victims, date, modality }) =>
    told({
      id,
      sentence: `There ${who} ${verb} ${where} on Sunday${victims}.`,
      trigger: verb,
      kind: verb === 'died' ? 'death' : 'attack',
      actors: [who],
      places: where === '' ? [] : [where.slice(3)],
      date,
      modality,
    }),
  );

test('is symmetric, whatever the order joins the same, and joins none that two reports set apart', () => {
  let joined = 0;
  fc.assert(
    fc.property(fc.array(report, { minLength: 2, maxLength: 7 }), fc.infiniteStream(fc.nat()), (reports, order) => {
      const groups = acrossArticles(reports);
      const shuffled = reports
        .map((each) => ({ each, key: order.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each);
      const asSets = (all: readonly (readonly ToldEvent[])[]) =>
        all
          .map((group) =>
            group
              .map((each) => reports.indexOf(each))
              .sort((a, b) => a - b)
              .join(' '),
          )
          .sort();
      expect(asSets(acrossArticles(shuffled))).toEqual(asSets(groups));
      expect(new Set(groups.flat()).size).toBe(groups.flat().length);
      for (const group of groups) {
        joined += 1;
        for (const one of group) {
          for (const other of group) if (one !== other) expect(isOneEvent(one, other)).toBe(true);
          expect(new Set(group.map(({ article }) => article.id)).size).toBe(group.length);
        }
      }
      for (const one of reports)
        for (const other of reports) expect(isOneEvent(one, other)).toBe(isOneEvent(other, one));
    }),
    { seed: 14, numRuns: 500 },
  );
  expect(joined).toBeGreaterThan(20);
});
