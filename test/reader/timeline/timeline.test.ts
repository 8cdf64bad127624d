import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerEvent } from '../../../src/answer/schema/eventAnswers.ts';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { dayNumber } from '../../../src/language/dates/calendar.ts';
import { PAGE_LAYOUTS } from '../../../src/reader/timeline/layout.ts';
import { timeline } from '../../../src/reader/timeline/timeline.ts';
import { timelineAxis } from '../../../src/reader/timeline/timelineAxis.ts';
import { articleOf } from '../../fixtures/article.ts';
import { eventOn as onDate, type EventChanges } from '../../fixtures/event.ts';

const article = articleOf('a', [['paragraph', 'The bridge opened.']]);

const [layout] = PAGE_LAYOUTS;
const excerpt = excerptOfSentence(article, 0, 0);
const eventOn = (edtf: string | null, changes?: EventChanges): AnswerEvent => onDate(excerpt, edtf, changes);

/** The picture without its legend, which shows one mark of each kind. */
function drawn(...events: readonly AnswerEvent[]): string {
  const text = plain(timeline(events, { layout, href: ({ reference }) => `#${reference}` })!.svg.html);
  return text.slice(0, text.indexOf('a day</text>'));
}

function plain(markup: string): string {
  return markup
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?(\/?>)/gu, '$1')
    .replaceAll('> <', '><')
    .replaceAll(/> (?=\S)/gu, '>')
    .replaceAll(/ (?=<)/gu, '');
}

describe('timeline', () => {
  test.each([
    ['2024-06-11', /<circle class="mark" cx/u],
    ['2024-06', /<rect class="mark" x/u],
    ['2014/2019', /<rect class="mark" x/u],
    ['2024-06-11T10:00', /<circle class="mark" cx/u],
    ['2018~', /<rect class="mark vague" fill="url\(#timeline-wide-hatch\)"/u],
    ['2024-06-11?', /<circle class="mark vague" fill/u],
    ['2014/..', /<rect class="mark" x[^>]*><svg class="open"/u],
    ['../2014', /<rect class="mark" x[^>]*><svg class="open"/u],
  ])('draws %s', (edtf, mark) => {
    expect(drawn(eventOn(edtf))).toMatch(mark);
  });

  test('hatches what the source leaves vague', () => {
    expect(drawn(eventOn('2024-06', { certainty: 'vague' }))).toContain('class="mark vague"');
    expect(drawn(eventOn('2024-06'))).not.toContain('class="mark vague"');
  });

  test('leads from each mark to its passage, in order of dates', () => {
    const text = drawn(eventOn('2024', { label: 'later' }), eventOn('2020-01', { label: 'sooner' }));
    expect(text.match(/<a href="#¶1\.1">/gu)).toHaveLength(2);
    expect(text.indexOf('sooner')).toBeLessThan(text.indexOf('later'));
  });

  test.each([
    [1, '1 event without a date is not shown.'],
    [2, '2 events without a date are not shown.'],
  ])('says that %i events are left out', (count, words) => {
    const undated = Array.from({ length: count }, () => eventOn(null));
    expect(timeline([...undated, eventOn('2024')], { layout })!.svg.html).toContain(words);
  });

  test.each([[[]], [[eventOn(null)]], [[eventOn('../..')]], [[eventOn('soon')]]])(
    'is undefined if no date can be drawn',
    (events) => {
      expect(timeline(events, { layout })).toBeUndefined();
    },
  );

  test('escapes labels and cuts them, and uses no inline style', () => {
    const text = drawn(eventOn('2024', { label: `<script>"${'long words '.repeat(20)}` }));
    expect(text).not.toContain('<script>');
    expect(text).not.toContain(' style=');
    expect(text).toMatch(/<text class="label"[^>]*>.*…<\/tspan><\/text>/u);
  });
});

describe('timelineAxis', () => {
  test('puts at most six ticks in order for any stretch of time, and every day within', () => {
    const day = fc.integer({ min: dayNumber({ year: 1 }), max: dayNumber({ year: 2999 }) });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 * 366 }), (first, length) => {
        const axis = timelineAxis([[first, first + length]])!;
        expect(axis.ticks.length).toBeLessThanOrEqual(6);
        const places = axis.ticks.map(({ at }) => at);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(axis.at(first)).toBeGreaterThanOrEqual(0);
        expect(axis.at(first)).toBeLessThan(axis.at(first + length + 1));
      }),
    );
  });

  test.each([
    ['2024-06-11', '2024-06-11', ['Jun 2024']],
    ['2023-11-02', '2024-02-03', ['Nov 2023', 'Dec', 'Jan 2024', 'Feb']],
    ['1965-01-01', '2024-12-31', ['1970', '1980', '1990', '2000', '2010', '2020']],
  ])('names round months and years from %s to %s', (from, to, words) => {
    const days = [from, to].map((date) => Date.parse(date) / 86_400_000) as [number, number];
    expect(timelineAxis([days])!.ticks.map(({ label, year = '' }) => `${label} ${year}`.trim())).toEqual(words);
  });
});
