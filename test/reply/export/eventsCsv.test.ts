import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerEvent } from '../../../src/answer/schema/eventAnswers.ts';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { eventsCsv } from '../../../src/reply/export/eventsCsv.ts';
import { articleOf } from '../../fixtures/article.ts';
import { eventOn } from '../../fixtures/event.ts';

const HEADER =
  'id,handle,date,earliest,latest,certainty,rule,phrase,label,kind,modality,places,actors,reference,quote,article,edition,also,status,link,guarded';

function telling(sentence: string, edtf: string | null = '2024', changes: Partial<AnswerEvent> = {}): AnswerEvent {
  return eventOn(excerptOfSentence(articleOf('a', [['paragraph', sentence]]), 0, 0), edtf, changes);
}

/** Reads the rows by column, strictly as RFC 4180 has it; throws at anything else. */
function parse(csv: string): readonly Readonly<Record<string, string>>[] {
  if (!csv.startsWith('\uFEFF') || !csv.endsWith('\r\n')) throw new Error('no byte order mark, or no line end');
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  cell.lastIndex = 1;
  while (cell.lastIndex < csv.length) {
    const match = cell.exec(csv);
    if (!match) throw new Error('not a table');
    records.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] !== ',') records.push([]);
  }
  const [names, ...rows] = records.slice(0, -1);
  expect(names!.join(',')).toBe(HEADER);
  return rows.map((row) => {
    expect(row).toHaveLength(names!.length);
    return Object.fromEntries(row.map((text, index) => [names![index]!, text]));
  });
}

const table = (...events: readonly AnswerEvent[]) => parse(eventsCsv(events, { links: () => undefined }));

describe('eventsCsv', () => {
  test.each([
    ['2024-06-11', '2024-06-11', '2024-06-11'],
    ['2024-06-11T10:00', '2024-06-11', '2024-06-11'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-22', '2023-06-01', '2023-08-31'],
    ['2014/..', '2014-01-01', ''],
    ['../2014', '', '2014-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['soon', '', ''],
  ])('gives the first and last day of %s', (date, earliest, latest) => {
    expect(table(telling('It opened.', date))).toMatchObject([{ date, earliest, latest }]);
  });

  test('says all that is known of an event, and where each passage stands', () => {
    const source = articleOf('a', [['paragraph', 'It opened in Bath.', 'It did.']]);
    const [row] = parse(
      eventsCsv(
        [
          eventOn(excerptOfSentence(source, 0, 0), '2024', {
            places: [
              { text: 'Bath', span: [13, 17] },
              { text: 'York', span: [0, 1], inferred: 'dateline' },
            ],
            actors: [
              { text: 'the mayor', span: [0, 1] },
              { text: 'a crowd', span: [0, 1] },
            ],
            also: [excerptOfSentence(source, 0, 1)],
          }),
        ],
        { links: ({ reference }) => `https://example.org/#${reference}` },
      ),
    );
    const hash = source.edition.slice(0, 8);
    expect(row).toMatchObject({
      handle: `a/¶1.1@${hash}`,
      certainty: 'stated',
      rule: 'as written',
      phrase: 'then',
      places: 'Bath; York (the dateline)',
      actors: 'the mayor; a crowd',
      quote: 'It opened in Bath.',
      edition: source.edition,
      also: `a/¶1.2@${hash}`,
      link: 'https://example.org/#¶1.1',
      guarded: '',
    });
  });

  test('leaves what is not known empty', () => {
    const empty = { date: '', earliest: '', latest: '', certainty: '', rule: '', phrase: '', link: '', also: '' };
    expect(table(telling('It opened.', null))).toMatchObject([empty]);
  });

  test.each(['=1+1.', '+44 called.', '- It opened.', '@mayor opened it.', '＝1.'])(
    'keeps "%s" from being a formula, and says so',
    (sentence) => {
      expect(table(telling(sentence))).toMatchObject([{ quote: `'${sentence}`, guarded: 'quote' }]);
    },
  );

  test('gives every text back character for character, and no cell that is a formula', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, unit: fc.constantFrom(...'=+-@"\',;\r\n\t ¶“a'.split('')) }),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(text, text, (sentence, label) => {
        const [row] = table(telling(sentence, '2024', { label }));
        const guarded = row!['guarded']!.split('; ');
        const original = (name: string): string => (guarded.includes(name) ? row![name]!.slice(1) : row![name]!);
        expect([original('quote'), original('label')]).toEqual([sentence, label]);
        expect(Object.values(row!).filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
      }),
    );
  });

  test('gives the events of one sentence ids of their own, whatever else is in the table', () => {
    const [one, other] = [telling('It opened.'), { ...telling('It opened.'), trigger: [3, 9] as const }];
    const ids = table(one, other).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(table(other)[0]!['id']).toBe(ids[1]);
    expect(table({ ...one, label: 'corrected' })[0]!['id']).toBe(ids[0]);
  });
});
