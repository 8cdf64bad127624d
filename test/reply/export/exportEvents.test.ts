import { describe, expect, test } from 'vitest';
import { answerSchema, type AnswerOf } from '../../../src/answer/answer.ts';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { exportEvents, type Exported } from '../../../src/reply/export/exportEvents.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../src/reply/export/exportFormats.ts';
import { exportWords } from '../../../src/reply/words/events/exportWords.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { eventOn } from '../../fixtures/event.ts';

const other = articleOf('other', [['paragraph', 'It opened.']]);
const articles = new Map([lighthouse, other].map((article) => [article.id as string, article]));
const answerOf = (...dates: readonly (string | null)[]): AnswerOf<'events'> => ({
  kind: 'events',
  events: dates.map((edtf) => eventOn(excerptOfSentence(lighthouse, 2, 0), edtf)),
});
const exported = (format: ExportFormat, answer: AnswerOf<'events'>): Exported =>
  exportEvents(answer, { format, articles, links: () => undefined, now: new Date(0) });

describe('exportEvents', () => {
  test.each(EXPORT_FORMATS)('names a file of %s after its article, where that is one', (format) => {
    const one = exported(format, answerOf('2024-06-11'));
    expect(one).toMatchObject({ kind: 'file', file: { name: expect.stringMatching(/^lighthouse-events\.\w+$/u) } });
    const two = answerOf('2024-06-11');
    const events = [...two.events, eventOn(excerptOfSentence(other, 0, 0), '2024-06-11')];
    expect(exported(format, { ...two, events })).toMatchObject({ file: { name: expect.stringMatching(/^events\./u) } });
  });

  test('gives JSON in the shape of the answer', () => {
    const answer = answerOf('2024', null);
    const result = exported('json', answer);
    expect(result.kind === 'file' && answerSchema.parse(JSON.parse(result.file.content))).toEqual(answer);
  });
});

describe('exportWords', () => {
  test.each<[format: ExportFormat, dates: readonly (string | null)[], sentence: string, remark: string | undefined]>([
    ['csv', ['2024'], '1 event as a table.', undefined],
    ['json', ['2024', null], '2 events as JSON.', undefined],
    ['ics', ['2024-06-11'], '1 event as a calendar.', undefined],
    ['ics', ['2024-06-11', '2024'], '1 event as a calendar.', '1 without a full date is not in the file.'],
    ['ics', ['2024-06-11', '2024', null], '1 event as a calendar.', '2 without a full date are not in the file.'],
    ['ics', [null], 'The event has no full date, which a calendar needs; the other formats can hold it.', undefined],
    [
      'ics',
      [null, '2024'],
      'None of the 2 events has a full date, which a calendar needs; the other formats can hold them.',
      undefined,
    ],
  ])('says of %s from %j: %s', (format, dates, sentence, remark) => {
    const answer = answerOf(...dates);
    expect(exportWords(answer, exported(format, answer), format)).toEqual({
      sentence,
      ...(remark === undefined ? {} : { remark }),
    });
  });
});
