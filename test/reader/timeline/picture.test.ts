import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEvent } from '../../../src/answer/schema/eventAnswers.ts';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { readAsset } from '../../../src/reader/readerFile.ts';
import { PAGE_LAYOUTS } from '../../../src/reader/timeline/layout.ts';
import { timeline } from '../../../src/reader/timeline/timeline.ts';
import { timelineFile } from '../../../src/reader/timeline/timelineFile.ts';
import { articleOf } from '../../fixtures/article.ts';
import { barriers, CHROMIUM, launchBrowser, openPage } from '../../fixtures/browser.ts';
import { eventOn, type EventChanges } from '../../fixtures/event.ts';

const excerpt = excerptOfSentence(articleOf('a', [['paragraph', 'It happened.']]), 0, 0);
const on = (edtf: string | null, label: string, changes: EventChanges = {}): AnswerEvent =>
  eventOn(excerpt, edtf, { label, ...changes });

/** Dates of every kind, and labels of every kind of writing, longer than any picture is wide. */
const EVENTS: readonly AnswerEvent[] = [
  on('2019-11-02', 'W'.repeat(200)),
  on('2019-12', 'mmmm wwww MMMM WWWW @@@@ %%%% '.repeat(9)),
  on('2020-01/2020-03', '橋が開通した'.repeat(40)),
  on('2020-02-29', 'افتتح الجسر في المدينة '.repeat(12)),
  on('2020~', '🗼🏴‍☠️👩‍👩‍👧‍👧 '.repeat(40)),
  on('2020-02-29/2020-03-01', 'पुल खुल गया '.repeat(30), { certainty: 'vague' }),
  on('2020-01-05T10:00/2020-03-30', 'iiii llll '.repeat(40)),
  on('2020-03/..', 'the bridge <opened> & "closed" '.repeat(10)),
  on(null, 'when nobody knows'),
];

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each text that is shown stands, and the picture's width. */
const BOXES = `(() => {
  const picture = [...document.querySelectorAll('svg.timeline')].map((svg) => svg.getBoundingClientRect()).find(({ width }) => width > 0);
  const texts = [...document.querySelectorAll('svg.timeline text')].flatMap((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return right > left ? [{ text: text.textContent, left: left - picture.left, right: right - picture.left, top, bottom }] : [];
  });
  return { width: picture.width, texts };
})()`;

/** Texts that stand out of the picture, by more than the pixel that some signs take before their place. */
function beyond(boxes: readonly Box[], width: number): readonly Box[] {
  return boxes.filter(({ left, right }) => left < -1.5 || right > width + 0.5);
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
}

describe.skipIf(CHROMIUM === undefined)('the picture of a timeline in a browser', () => {
  let browser: Browser;
  let style: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    style = (await Promise.all(['palette.css', 'timeline.css'].map(readAsset))).join('\n');
  });
  afterAll(() => browser.close());

  const file = (events: readonly AnswerEvent[] = EVENTS): string =>
    timelineFile(events, {
      title: 'Of <bridges> & “towers” '.repeat(9),
      style,
      href: () => 'https://example.org/?a=1&b=2#p1',
    })!;
  const address = (type: string, content: string): string =>
    `data:${type};charset=utf-8;base64,${Buffer.from(content).toString('base64')}`;

  test.each(['light', 'dark'] as const)('is a whole file that needs no other, in the %s theme', async (colorScheme) => {
    const { page, context, complaints } = await openPage(browser, address('image/svg+xml', file()), { colorScheme });
    const [ground, ink] = await Promise.all(
      ['.ground', '.label tspan:last-child'].map((name) =>
        page.evaluate<string>(`getComputedStyle(document.querySelector('${name}')).fill`),
      ),
    );
    expect([ground, ink]).toEqual(
      colorScheme === 'light' ? ['rgb(255, 253, 248)', 'rgb(31, 26, 20)'] : ['rgb(23, 20, 15)', 'rgb(236, 228, 214)'],
    );
    expect(await page.evaluate('document.querySelectorAll("parsererror").length')).toBe(0);
    expect(await page.evaluate('[...document.querySelectorAll("a")].map((a) => a.href.baseVal)')).toEqual(
      Array.from({ length: 8 }, () => 'https://example.org/?a=1&b=2#p1'),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is well-formed whatever the source holds', async () => {
    const hostile = on('2024', 'a\u0000\u0008\u001B\u0085\uFFFE\uFFFF\uD800 <![CDATA[ ]]> &nbsp; --> \u2028');
    const { page, context } = await openPage(browser, 'about:blank');
    const error = `new DOMParser().parseFromString(${JSON.stringify(file([hostile]))}, 'image/svg+xml').querySelector('parsererror')?.textContent ?? ''`;
    expect(await page.evaluate(error)).toBe('');
    await context.close();
  });

  test('draws days, longer times and vague ones apart, and counts what it does not draw', async () => {
    const { page, context } = await openPage(browser, address('image/svg+xml', file()));
    const marks = await page.evaluate(
      `[...document.querySelectorAll('a')].map((a) => [a.querySelector('.mark').localName, a.querySelector('.vague') !== null, a.querySelector('.arrow') !== null])`,
    );
    expect(marks).toEqual([
      ['circle', false, false],
      ['rect', false, false],
      ['rect', false, false],
      ['rect', true, false],
      ['rect', false, false],
      ['circle', false, false],
      ['rect', true, false],
      ['rect', false, true],
    ]);
    const hatched = `getComputedStyle(document.querySelector('a .vague')).fill`;
    expect(await page.evaluate(hatched)).toContain('timeline-file-hatch');
    expect(await page.evaluate('document.documentElement.textContent')).toContain(
      '1 event without a date is not shown.',
    );
    await context.close();
  });

  test('has no words that overlap, or that leave it, as a file', async () => {
    const { page, context } = await openPage(browser, address('image/svg+xml', file()));
    const { width, texts } = await page.evaluate<{ width: number; texts: readonly Box[] }>(BOXES);
    expect(overlaps(texts)).toEqual([]);
    expect(beyond(texts, width)).toEqual([]);
    await context.close();
  });

  test.each([320, 400, 704, 705, 1088, 1089, 1280])('has none on a page %i wide either', async (width) => {
    const styles = await Promise.all(['palette.css', 'timeline.css', 'reader.css'].map(readAsset));
    const pictures = PAGE_LAYOUTS.map((layout) => timeline(EVENTS, { layout, href: () => '#' })!.svg.html);
    const section = `<section class="events">${pictures.join('')}</section>`;
    const body = `<div class="layout"><nav class="outline"></nav><main><article>${section}</article></main></div>`;
    const markup = `<!doctype html><meta name="viewport" content="width=device-width"><style>${styles.join('\n')}</style>${body}`;
    const { page, context } = await openPage(browser, address('text/html', markup), {
      viewport: { width, height: 800 },
    });
    const { width: room, texts } = await page.evaluate<{ width: number; texts: readonly Box[] }>(BOXES);
    expect(overlaps(texts)).toEqual([]);
    expect(beyond(texts, room)).toEqual([]);
    expect(texts.length).toBeGreaterThan(EVENTS.length);
    await context.close();
  });

  test('has no barrier as a file', async () => {
    const markup = `<!doctype html><html lang="en"><title>Timeline</title><main><h1>Timeline</h1>${file()}</main></html>`;
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPage(browser, address('text/html', markup), { colorScheme });
      expect(await barriers(page)).toEqual([]);
      await context.close();
    }
  });
});
