import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import type { DayInterval } from '../../events/dates/edtfInterval.ts';
import { dateInWords, inferredInWords } from '../../reply/words/events/eventWords.ts';
import { html, type Html } from '../html.ts';
import { fitted, widthOfText } from './fitted.ts';
import type { TimelineLayout } from './layout.ts';
import { BAR_HEIGHT, DOT_RADIUS, percent, placeOf, widthOf } from './measures.ts';
import type { TimelineAxis } from './timelineAxis.ts';

/** An event with the days it is drawn on. */
export interface TimelineRow {
  readonly event: AnswerEvent;
  readonly interval: DayInterval;
}

/** How a row is drawn. */
export interface RowOptions {
  readonly axis: TimelineAxis;
  readonly layout: TimelineLayout;
  /** Where the row starts, in pixels. */
  readonly top: number;
  /** Where it links to, if anywhere. */
  readonly href: string | undefined;
  /** Id of the pattern of vague dates. */
  readonly hatch: string;
}

/** Below the row's top: the baseline of the first line. Below the last baseline: the mark's middle, and the row's end. */
const TEXT_AT = 15;
const LINE_HEIGHT = 16;
const MARK_BELOW = 12;
const END_BELOW = 25;
const FONT_SIZE = 13;
const BOLD_SIZE = FONT_SIZE * 1.12;
/** The maximum share of a line that a date takes from its label. */
const DATE_SHARE = 0.6;
const GAP = 6;
const BAR_MIN_PERCENT = 1.2;

/** Returns how high a row is, in pixels. */
export function rowHeight(layout: TimelineLayout): number {
  return baselineOf(layout) + END_BELOW;
}

/** Draws an event: its date and label, and below them its mark. */
export function drawRow({ event, interval }: TimelineRow, { axis, layout, top, href, hatch }: RowOptions): Html {
  const when = [dateInWords(event), inferredInWords(event)].filter(Boolean).join(', ');
  const drawn = html`<title>${`${when}: ${event.label} (${event.excerpt.reference})`}</title
    ><rect class="row" y="${top}" width="100%" height="${rowHeight(layout)}" />${caption(event, layout, top)}${drawMark(
      event,
      interval,
      { axis, y: top + baselineOf(layout) + MARK_BELOW, hatch },
    )}`;
  return href === undefined ? html`<g>${drawn}</g>` : html`<a href="${href}">${drawn}</a>`;
}

/** Returns the baseline of the last line of text, below the row's top. */
function baselineOf({ stacked }: TimelineLayout): number {
  return stacked ? TEXT_AT + LINE_HEIGHT : TEXT_AT;
}

function caption(event: AnswerEvent, layout: TimelineLayout, top: number): Html {
  const { room, stacked } = layout;
  const date = fitted(dateInWords(event), { width: stacked ? room : room * DATE_SHARE, size: BOLD_SIZE });
  const left = stacked ? room : room - widthOfText(date, BOLD_SIZE) - GAP;
  const place = stacked ? html`x="0" y="${top + baselineOf(layout)}"` : html`dx="${GAP}"`;
  return html`<text class="label" x="0" y="${top + TEXT_AT}"
    ><tspan class="when">${date}</tspan
    ><tspan ${place}>${fitted(event.label, { width: left, size: FONT_SIZE })}</tspan></text
  >`;
}

function drawMark(
  { date }: AnswerEvent,
  [first, last]: DayInterval,
  { axis, y, hatch }: { readonly axis: TimelineAxis; readonly y: number; readonly hatch: string },
): Html {
  const isVague = date?.certainty === 'vague' || /[~?%[{X]/u.test(date?.edtf ?? '');
  const fill = isVague ? html`class="mark vague" fill="url(#${hatch})"` : html`class="mark"`;
  const [from, to] = [axis.at(first), axis.at(last + 1)];
  if (first === last) {
    const radius = isVague ? DOT_RADIUS - 0.5 : DOT_RADIUS;
    return html`<circle ${fill} cx="${percent(placeOf((from + to) / 2))}" cy="${y}" r="${radius}" />`;
  }
  const width = Math.max(BAR_MIN_PERCENT, widthOf(to - from));
  const x = Math.min(placeOf(from), placeOf(1) - width);
  const bar = html`<rect
    ${fill}
    x="${percent(x)}"
    y="${y - BAR_HEIGHT / 2}"
    width="${percent(width)}"
    height="${BAR_HEIGHT}"
    rx="2"
  />`;
  return html`${bar}${first === -Infinity ? arrow(0, y, 'M-2 -5 L-8 0 L-2 5z') : []}${last === Infinity ? arrow(1, y, 'M2 -5 L8 0 L2 5z') : []}`;
}

/** Shows that a bar continues beyond the axis. */
function arrow(at: number, y: number, path: string): Html {
  return html`<svg class="open" x="${percent(placeOf(at))}" y="${y}" width="1" height="1" overflow="visible">
    <path class="arrow" d="${path}" />
  </svg>`;
}
