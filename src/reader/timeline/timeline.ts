import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { timelineInWords } from '../../reply/words/readerWords.ts';
import { eventDays } from '../../reply/words/events/eventDays.ts';
import { html, type Html } from '../html.ts';
import { drawAxis } from './drawAxis.ts';
import { drawLegend } from './drawLegend.ts';
import { drawRow, rowHeight, type TimelineRow } from './drawRow.ts';
import { idIn, type TimelineLayout } from './layout.ts';
import { AXIS_HEIGHT, LEGEND_HEIGHT } from './measures.ts';
import { timelineAxis } from './timelineAxis.ts';

/** How a timeline is drawn. */
export interface TimelineOptions {
  /** Where a mark leads. Without it, or where it gives nothing, the mark is no link. */
  readonly href?: (excerpt: Excerpt) => string | undefined;
  readonly layout: TimelineLayout;
  /** The picture's position in a larger one, and its width, in pixels. By default it is as wide as its page. */
  readonly frame?: { readonly x: number; readonly y: number; readonly width: number };
}

/** A picture, and its height in pixels. */
export interface Timeline {
  readonly svg: Html;
  readonly height: number;
}

/**
 * Draws events as an SVG picture, one row each by date: days as dots, longer times as bars, vague ones hatched. Events
 * whose date cannot be drawn are counted below. Positions are shares of the width, so that text keeps its size in every
 * window. The marks stay accessible links, which is why the picture is a group and only its axis an image. Undefined if
 * no event has a date.
 */
export function timeline(
  events: readonly AnswerEvent[],
  { href, layout, frame }: TimelineOptions,
): Timeline | undefined {
  const rows = events.flatMap((event): readonly TimelineRow[] => {
    const interval = eventDays(event);
    return interval ? [{ event, interval }] : [];
  });
  rows.sort((a, b) => startOf(a) - startOf(b) || a.interval[1] - b.interval[1]);
  const axis = timelineAxis(rows.map(({ interval }) => interval));
  if (!axis) return undefined;
  const bottom = AXIS_HEIGHT + rows.length * rowHeight(layout);
  const height = bottom + LEGEND_HEIGHT;
  const place = frame ? html`x="${frame.x}" y="${frame.y}" width="${frame.width}"` : html`width="100%"`;
  const words = timelineInWords(rows.length);
  const [title, description, hatch] = ['title', 'description', 'hatch'].map((id) => idIn(layout, id)) as [
    string,
    string,
    string,
  ];
  const svg = html`<svg
    class="timeline ${layout.name}"
    ${place}
    height="${height}"
    role="group"
    aria-labelledby="${title} ${description}"
  >
    <title id="${title}">Timeline</title>
    <desc id="${description}">${words}</desc>
    <defs>
      <pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="5" height="5" />
        <rect class="hatch-line" width="2.2" height="5" />
      </pattern>
    </defs>
    ${drawAxis(axis, bottom)}
    ${rows.map((row, index) =>
      drawRow(row, {
        axis,
        layout,
        top: AXIS_HEIGHT + index * rowHeight(layout),
        href: href?.(row.event.excerpt),
        hatch,
      }),
    )}
    ${drawLegend(bottom, { hatch, left: events.length - rows.length })}
  </svg>`;
  return { svg, height };
}

/** An event without a known beginning is drawn at its end. */
function startOf({ interval: [first, last] }: TimelineRow): number {
  return Number.isFinite(first) ? first : last;
}
