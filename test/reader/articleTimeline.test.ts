import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/answer/library.ts';
import { articleEvents } from '../../src/answer/articleEvents.ts';
import { createTagger } from '../../src/answer/createTagger.ts';
import { fakeTagReader } from '../fixtures/fakeTagReader.ts';
import { articlePage } from '../../src/reader/articlePage.ts';
import { articleTimeline } from '../../src/reader/articleTimeline.ts';
import type { EventFile } from '../../src/events/eventFile.ts';
import { arrests, quakes } from '../fixtures/eventArticles.ts';
import { articleOf } from '../fixtures/article.ts';

/** What editors decided: that nothing of this article happened, except its first event. */
function onlyTheFirst(article: typeof quakes): NonNullable<Library['curated']> {
  const events = articleEvents(article, {}).map((event, index) =>
    Object.assign({}, event, { status: index === 0 ? ('confirmed' as const) : ('rejected' as const) }),
  );
  const file: EventFile = { edition: article.edition, events };
  return new Map([[article.id, file]]);
}

describe('articleTimeline', () => {
  test('leads from each event to a passage of the same page', () => {
    const section = articleTimeline(arrests, {})!.html;
    const targets = Array.from(section.matchAll(/ href="#([^"]+)"/gu), ([, id]) => id!);
    // Each event stands in the wide picture and in the narrow one.
    expect(targets).toHaveLength(2 * 25);
    const page = articlePage(arrests, { timeline: articleTimeline(arrests, {}) });
    for (const id of targets) expect(page).toContain(` id="${id}"`);
    expect(page).toContain('<a href="#timeline">Timeline</a>');
    expect(section).toContain('1 event without a date is not shown.');
  });

  test('follows what editors decide, and draws nothing twice', () => {
    const all = articleTimeline(quakes, {})!.html;
    expect(all).toContain('signed a treaty');
    expect(articleTimeline(quakes, {})!.html).toBe(all);
    const curated = onlyTheFirst(quakes);
    const reviewed = articleTimeline(quakes, { curated })!.html;
    expect(reviewed).not.toContain('signed a treaty');
    expect(reviewed).toContain('earthquake struck Nepal');
    expect(articleTimeline(quakes, {})!.html).toBe(all);
  });

  test('is drawn again once the article is tagged', async () => {
    const article = { ...quakes };
    const byRules = articleTimeline(article, {});
    expect(articleTimeline(article, {})).toBe(byRules);
    await createTagger(fakeTagReader()).tag([article]);
    expect(articleTimeline(article, {})).not.toBe(byRules);
  });

  test('is missing if no event has a date', () => {
    const article = articleOf('a', [['paragraph', 'The bridge is old.']]);
    expect(articleTimeline(article, {})).toBeUndefined();
    expect(articlePage(article, { timeline: undefined })).not.toContain('Timeline');
  });
});
