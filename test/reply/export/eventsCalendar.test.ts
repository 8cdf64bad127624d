import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { AnswerEvent } from '../../../src/answer/schema/eventAnswers.ts';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { eventsCalendar } from '../../../src/reply/export/eventsCalendar.ts';
import { articleOf } from '../../fixtures/article.ts';
import { eventOn, type EventChanges } from '../../fixtures/event.ts';

const NOW = new Date('2024-07-01T12:34:56.789Z');

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** Gives the properties of each event, after checking lines, their order and their names as RFC 5545 has them. */
function parse(content: string): readonly (readonly Property[])[] {
  expect(content.endsWith('\r\n')).toBe(true);
  const physical = content.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]|(?!\t)\p{Cc}/u);
    expect(line).toMatch(/^.+$/u);
  }
  const lines = content.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const properties = lines.map((line): Property => {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$/u.exec(line);
    if (!match) throw new Error(`no property: ${line}`);
    return { name: match[1]!, parameters: match[2]!, value: match[3]! };
  });
  const [begin, version, id, scale, ...rest] = properties.map(({ name, value }) => `${name}:${value}`);
  expect([begin, version, scale, rest.at(-1)]).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'END:VCALENDAR',
  ]);
  expect(id).toMatch(/^PRODID:/u);
  const events: Property[][] = [];
  for (const property of properties.slice(4, -1)) {
    if (property.name === 'BEGIN') events.push([]);
    else if (property.name !== 'END') events.at(-1)!.push(property);
  }
  return events;
}

function valueOf(event: readonly Property[], name: string): string | undefined {
  const found = event.filter((property) => property.name === name);
  expect(found.length).toBeLessThan(2);
  return found[0]?.value.replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (/n/iu.test(sign) ? '\n' : sign));
}

const article = articleOf('a', [['paragraph', 'The bridge opened.']], { title: 'Bridges', published: '2024' });
const articles = new Map([[article.id as string, article]]);
const on = (edtf: string | null, changes?: EventChanges): AnswerEvent =>
  eventOn(excerptOfSentence(article, 0, 0), edtf, changes);
const calendar = (...events: readonly AnswerEvent[]) =>
  eventsCalendar(events, { articles, links: () => 'https://example.org/#p1', now: NOW });

describe('eventsCalendar', () => {
  test.each([
    ['2024-06-11', '20240611', '20240612'],
    ['2024-02-28', '20240228', '20240229'],
    ['2023-12-31', '20231231', '20240101'],
    ['2024-06-11T10:00', '20240611', '20240612'],
    ['2024-06-11/2024-06-13', '20240611', '20240614'],
    ['0044-03-15', '00440315', '00440316'],
    ['9999-12-30', '99991230', '99991231'],
  ])('puts %s on its days, of which the end is the one after', (edtf, start, end) => {
    const [event] = parse(calendar(on(edtf))!.content);
    expect(event!.filter(({ name }) => name.startsWith('DT'))).toEqual([
      { name: 'DTSTAMP', parameters: '', value: '20240701T123456Z' },
      { name: 'DTSTART', parameters: ';VALUE=DATE', value: start },
      { name: 'DTEND', parameters: ';VALUE=DATE', value: end },
    ]);
  });

  test.each([
    '2024-06',
    '2024',
    '2023-22',
    '2024-06-11~',
    '2024-06-11?',
    '2024-06-11/..',
    '../2024-06-11',
    '2024-06/2024-06-11',
    '2024-06-11/2024-06-10',
    '[2024-06-11,2024-06-12]',
    '2024-06-XX',
    '-0044-03-15',
    '9999-12-31',
    'soon',
    null,
  ])('has no place for %s, and counts it', (edtf) => {
    expect(calendar(on(edtf))).toBeUndefined();
    expect(calendar(on(edtf), on('2024-06-11'))).toMatchObject({ left: 1 });
  });

  test('takes no day that the source leaves vague', () => {
    expect(calendar(on('2024-06-11', { certainty: 'vague' }))).toBeUndefined();
    expect(calendar(on('2024-06-11', { certainty: 'inferred' }))).toMatchObject({ left: 0 });
  });

  test('says what the source says, where, and how sure the date is', () => {
    const places = ['Bath', 'Bath', 'York'].map((text) => ({ text, span: [0, 4] as const }));
    const [event] = parse(calendar(on('2024-06-11', { certainty: 'resolved', places }))!.content);
    expect(valueOf(event!, 'SUMMARY')).toBe('opened the bridge');
    expect(valueOf(event!, 'LOCATION')).toBe('Bath, York');
    expect(valueOf(event!, 'URL')).toBe('https://example.org/#p1');
    expect(valueOf(event!, 'TRANSP')).toBe('TRANSPARENT');
    expect(valueOf(event!, 'DESCRIPTION')).toMatch(
      /^“The bridge opened\.”\n— “Bridges”, 2024, a\/¶1\.1@\w{8}\n\nWhen: 11 June 2024; .*worked out from the text: as written/u,
    );
  });

  test.each([
    ['actual', 'opened the bridge', 'CONFIRMED'],
    ['planned', 'opened the bridge (planned)', 'TENTATIVE'],
    ['possible', 'opened the bridge (possible)', 'TENTATIVE'],
    ['denied', 'opened the bridge (denied)', 'CANCELLED'],
  ])('marks what is %s', (modality, summary, status) => {
    const [event] = parse(calendar(on('2024-06-11', { modality }))!.content);
    expect([valueOf(event!, 'SUMMARY'), valueOf(event!, 'STATUS')]).toEqual([summary, status]);
  });

  test('gives each event the same id every time, and no two the same', () => {
    const ids = (...events: readonly AnswerEvent[]) =>
      parse(calendar(...events)!.content).map((event) => valueOf(event, 'UID'));
    const [one, other] = [on('2024-06-11'), on('2024-06-11', { trigger: [4, 10] })];
    const [first, second] = ids(one, other);
    expect(first).not.toBe(second);
    expect(ids(other)).toEqual([second]);
  });

  test('is read back by an independent reader as it was', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          'word',
          'é',
          '灯',
          '🗼',
          '\\',
          '\\n',
          ';',
          ',',
          ':',
          '"',
          "'",
          '\n',
          '&',
          '#',
          '%',
          '_',
          '$',
          '{',
          '}',
          'BEGIN:VEVENT',
          'END:VCALENDAR',
          '=',
          '^',
          ' ',
        ),
        { maxLength: 40 },
      )
      .map((pieces) => `a${pieces.join('')}z`);
    fc.assert(
      fc.property(hostile, hostile, (label, place) => {
        const events = [
          on('2024-06-11/2024-06-13', { label, places: [{ text: place, span: [0, 4] }] }),
          on('2024-06-20', { trigger: [4, 10] }),
        ];
        const component = new ICAL.Component(ICAL.parse(calendar(...events)!.content));
        const [first, second, ...more] = component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
        expect(more).toEqual([]);
        expect([first!.summary, first!.location]).toEqual([label, place]);
        expect(first!.description).toContain('“The bridge opened.”\n— “Bridges”, 2024, a/¶1.1@');
        expect([first!.startDate, first!.endDate].map(String)).toEqual(['2024-06-11', '2024-06-14']);
        expect([second!.startDate, second!.endDate].map(String)).toEqual(['2024-06-20', '2024-06-21']);
        expect(first!.uid).not.toBe(second!.uid);
      }),
    );
  });

  test('keeps hostile text in its place, in lines of at most 75 octets', () => {
    const hostile = fc.string({
      maxLength: 120,
      unit: fc.oneof(fc.constantFrom('\\', ';', ',', ':', '"', '\n', '\r', '\t', 'é', '灯', '🗼', 'END'), fc.string()),
    });
    fc.assert(
      fc.property(hostile, (label) => {
        const [event] = parse(calendar(on('2024-06-11', { label }))!.content);
        const shown = valueOf(event!, 'SUMMARY')!;
        expect(shown.replaceAll(/[\u2400-\u2421\uFFFD]/gu, '')).toBe(
          label.replaceAll(/\r\n?/gu, '\n').replaceAll(/(?![\n\t])\p{Cc}|[\u2400-\u2421\uFFFD]/gu, ''),
        );
      }),
    );
  });
});
