import { answerEvent, articleEvents, extractedOnce } from '../answer/articleEvents.ts';
import type { Library } from '../answer/library.ts';
import type { Article } from '../article/article.ts';
import { fragmentOf, parseReference } from '../article/references/reference.ts';
import type { EventFile } from '../events/eventFile.ts';
import type { ExtractedEvent } from '../events/extractedEvent.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { html, type Html } from './html.ts';
import { PAGE_LAYOUTS } from './timeline/layout.ts';
import { timeline } from './timeline/timeline.ts';
import { present } from '../runtime/entryAt.ts';
import { finish } from '../runtime/steps/steps.ts';

interface Drawn {
  readonly extracted: readonly ExtractedEvent[];
  readonly file: EventFile | undefined;
  readonly section: Html | undefined;
}

const drawn = new WeakMap<Article, Drawn>();

/**
 * Draws an article's events as a section of its page, each linked to its passage; undefined if none has a date. Drawn
 * once per article, until it is tagged or editors' decisions on it change.
 */
export function articleTimeline(article: Article, library: Pick<Library, 'curated'>): Html | undefined {
  const file = library.curated?.get(article.id);
  const known = drawn.get(article);
  const extracted = finish(extractedOnce(article));
  if (known && known.file === file && known.extracted === extracted) return known.section;
  const events = articleEvents(article, library).map((event) => answerEvent(article, event));
  const href = ({ reference }: Excerpt): string => `#${fragmentOf(present(parseReference(reference)))}`;
  // The style sheet shows the one that fits.
  const pictures = PAGE_LAYOUTS.flatMap((layout) => timeline(events, { href, layout })?.svg ?? []);
  const section =
    pictures.length === 0
      ? undefined
      : html`<section class="events" id="timeline" lang="en" dir="ltr" aria-labelledby="timeline-heading">
          <h2 id="timeline-heading">Timeline</h2>
          ${pictures}
        </section> `;
  drawn.set(article, { extracted, file, section });
  return section;
}
