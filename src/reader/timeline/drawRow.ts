import type { AnswerEvent } from '../../answer/answer.ts';
import type { DayInterval } from '../../events/edtfInterval.ts';
import { dateInWords } from '../../reply/eventParts.ts';
import { html, type Html } from '../html.ts';
import { fitted, widthOfText } from './fitted.ts';
import { BAR_HEIGHT, DOT_RADIUS, HATCH_ID, percent, placeOf, ROW_HEIGHT, widthOf } from './measures.ts';
import type { TimelineAxis } from './timelineAxis.ts';

/** An event with the days that it is drawn on. */
export interface TimelineRow {
  readonly event: AnswerEvent;
  readonly interval: DayInterval;
}

/** How a row is drawn. */
export interface RowOptions {
  readonly axis: TimelineAxis;
  /** Where the row begins, in pixels. */
  readonly top: number;
  /** Where it leads; nowhere without. */
  readonly href: string | undefined;
  /** How wide its words may be, by the name of each variant of them. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Below the row's top: the label's baseline and the mark's middle. */
const TEXT_AT = 15;
const MARK_AT = 27;
const FONT_SIZE = 13;
const BOLD = 1.12;
const GAP = 6;
const BAR_MIN_PERCENT = 1.2;

/** Draws an event: its date and label, and below them its mark. */
export function drawRow({ event, interval }: TimelineRow, { axis, top, href, widths }: RowOptions): Html {
  const when = dateInWords(event);
  const captions = Object.entries(widths).map(([name, width]) => caption(event.label, { when, top, name, width }));
  const drawn = html`<title>${`${when}: ${event.label} (${event.excerpt.reference})`}</title
    ><rect
      class="row"
      y="${top}"
      width="100%"
      height="${ROW_HEIGHT}"
    />${captions}${drawMark(event, interval, { axis, y: top + MARK_AT })}`;
  return href === undefined ? html`<g>${drawn}</g>` : html`<a href="${href}">${drawn}</a>`;
}

function caption(
  words: string,
  {
    when,
    top,
    name,
    width,
  }: { readonly when: string; readonly top: number; readonly name: string; readonly width: number },
): Html {
  const date = fitted(when, { width: width / 2, size: FONT_SIZE * BOLD });
  const left = width - widthOfText(date, FONT_SIZE * BOLD) - GAP;
  return html`<text class="label ${name}" x="0" y="${top + TEXT_AT}"
    ><tspan class="when">${date}</tspan
    ><tspan dx="${GAP}">${fitted(words, { width: left, size: FONT_SIZE })}</tspan></text
  >`;
}

function drawMark(
  { date }: AnswerEvent,
  [first, last]: DayInterval,
  { axis, y }: { readonly axis: TimelineAxis; readonly y: number },
): Html {
  const isVague = date?.certainty === 'vague' || /[~?%[{X]/u.test(date?.edtf ?? '');
  const fill = isVague ? html`class="mark vague" fill="url(#${HATCH_ID})"` : html`class="mark"`;
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

/** Says that a bar goes on beyond the axis. */
function arrow(at: number, y: number, path: string): Html {
  return html`<svg class="open" x="${percent(placeOf(at))}" y="${y}" width="1" height="1" overflow="visible">
    <path class="arrow" d="${path}" />
  </svg>`;
}
