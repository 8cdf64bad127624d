import type { AnswerEvent } from '../answer/answer.ts';
import type { DayInterval } from '../events/edtfInterval.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { counted } from '../reply/counted.ts';
import { eventDays } from '../reply/eventDays.ts';
import { dateInWords } from '../reply/eventParts.ts';
import { label } from '../reply/label.ts';
import { html, type Html } from './html.ts';
import { timelineAxis, type TimelineAxis } from './timelineAxis.ts';

/** How a timeline is drawn. */
export interface TimelineOptions {
  /** Where a mark leads. Without it, or where it gives nothing, the mark is no link. */
  readonly href?: (excerpt: Excerpt) => string | undefined;
  /** The picture's fixed width in pixels, and the style in it; by default it is as wide as the page, whose style it has. */
  readonly file?: { readonly width: number; readonly style: string };
}

interface Row {
  readonly event: AnswerEvent;
  readonly interval: DayInterval;
}

const AXIS_HEIGHT = 26;
const ROW_HEIGHT = 40;
const LEGEND_HEIGHT = 56;
/** Above the row's top: the label's baseline and the mark's middle. */
const TEXT_AT = 15;
const MARK_AT = 27;
const DOT_RADIUS = 5.5;
const BAR_HEIGHT = 9;
/** Percent of the picture's width on each side that the axis leaves free, so that marks at its ends are whole. */
const MARGIN = 2;
const BAR_MIN_PERCENT = 1.2;
const HATCH_ID = 'timeline-hatch';
/** Characters that fit beside each other at 13 pixels, on a page in a wide window and on a telephone. */
const LABEL_MAX_CHARS = { wide: 84, narrow: 42 } as const;
/** Writing whose signs are twice as wide as Latin letters. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Draws events as a picture (SVG), a row each by date: days as dots, longer times as bars, vague ones hatched. Events
 * whose date cannot be drawn are counted below. Positions are shares of the width, so that text keeps its size in every
 * window. The marks stay links for everybody, which is why the picture is a group and only its axis an image. Undefined
 * where no event has a date.
 */
export function timeline(events: readonly AnswerEvent[], { href, file }: TimelineOptions = {}): Html | undefined {
  const rows = events.flatMap((event): readonly Row[] => {
    const interval = eventDays(event);
    return interval ? [{ event, interval }] : [];
  });
  rows.sort((a, b) => startOf(a) - startOf(b) || a.interval[1] - b.interval[1]);
  const axis = timelineAxis(rows.map(({ interval }) => interval));
  if (!axis) return undefined;
  const bottom = AXIS_HEIGHT + rows.length * ROW_HEIGHT;
  const height = bottom + LEGEND_HEIGHT;
  const size = file
    ? html`xmlns="http://www.w3.org/2000/svg" width="${file.width}" height="${height}" viewBox="0 0 ${file.width}
      ${height}"`
    : html`width="100%" height="${height}"`;
  const left = events.length - rows.length;
  const description = `${counted(rows.length, 'event')} by date. Days are dots, longer times bars, vague dates hatched.`;
  return html`<svg class="timeline" ${size} role="group" aria-labelledby="timeline-title timeline-desc">
    <title id="timeline-title">Timeline</title>
    <desc id="timeline-desc">${description}</desc>
    ${
      file
        ? html`<style>
            ${{ html: file.style }}
          </style>`
        : []
    }
    <defs>
      <pattern id="${HATCH_ID}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="5" height="5" />
        <rect class="hatch-line" width="2.2" height="5" />
      </pattern>
    </defs>
    ${file ? html`<rect class="ground" width="100%" height="100%" />` : []} ${drawAxis(axis, bottom)}
    ${rows.map((row, index) => drawRow(row, { axis, top: AXIS_HEIGHT + index * ROW_HEIGHT, href, both: !file }))}
    ${legend(bottom, left)}
  </svg>`;
}

function drawAxis({ ticks }: TimelineAxis, bottom: number): Html {
  const marks = ticks.map(({ at, label: words }) => {
    const anchor = at < 0.06 ? 'start' : at > 0.94 ? 'end' : 'middle';
    const x = percent(at);
    return html`<line class="tick" x1="${x}" x2="${x}" y1="20" y2="${bottom}" /><text
        class="year"
        x="${x}"
        y="14"
        text-anchor="${anchor}"
        >${words}</text
      >`;
  });
  const name = `From ${ticks[0]?.label ?? ''} to ${ticks.at(-1)?.label ?? ''}`;
  return html`<g role="img" aria-label="${name}">${marks}</g>`;
}

function drawRow(
  { event, interval }: Row,
  {
    axis,
    top,
    href,
    both,
  }: {
    readonly axis: TimelineAxis;
    readonly top: number;
    readonly href: TimelineOptions['href'];
    readonly both: boolean;
  },
): Html {
  const when = dateInWords(event);
  const drawn = html`<title>${`${when}: ${event.label} (${event.excerpt.reference})`}</title
    ><rect
      class="row"
      y="${top}"
      width="100%"
      height="${ROW_HEIGHT}"
    />${caption(event, 'wide', { when, top })}${both ? caption(event, 'narrow', { when, top }) : []}${drawMark(event, interval, { axis, y: top + MARK_AT })}`;
  const link = href?.(event.excerpt);
  return link === undefined ? html`<g>${drawn}</g>` : html`<a href="${link}">${drawn}</a>`;
}

function caption(
  { label: words }: AnswerEvent,
  width: 'wide' | 'narrow',
  { when, top }: { readonly when: string; readonly top: number },
): Html {
  const room = LABEL_MAX_CHARS[width];
  const date = label(when, room / 2);
  const most = Math.floor((room - date.length) / (WIDE.test(words) ? 2 : 1));
  return html`<text class="label ${width}" x="0" y="${top + TEXT_AT}"
    ><tspan class="when">${date}</tspan> ${label(words, most)}</text
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
  if (first === last)
    return html`<circle
      ${fill}
      cx="${percent((from + to) / 2)}"
      cy="${y}"
      r="${isVague ? DOT_RADIUS - 0.5 : DOT_RADIUS}"
    />`;
  const width = Math.max(BAR_MIN_PERCENT, (to - from) * (100 - 2 * MARGIN));
  const x = Math.min(MARGIN + from * (100 - 2 * MARGIN), 100 - MARGIN - width);
  const bar = html`<rect
    ${fill}
    x="${x.toFixed(2)}%"
    y="${y - BAR_HEIGHT / 2}"
    width="${width.toFixed(2)}%"
    height="${BAR_HEIGHT}"
    rx="2"
  />`;
  return html`${bar}${first === -Infinity ? arrow(percent(0), y, 'M-2 -5 L-8 0 L-2 5z') : []}${last === Infinity ? arrow(percent(1), y, 'M2 -5 L8 0 L2 5z') : []}`;
}

/** Says that a bar goes on beyond the axis. */
function arrow(x: string, y: number, path: string): Html {
  return html`<svg class="open" x="${x}" y="${y}" width="1" height="1" overflow="visible">
    <path class="arrow" d="${path}" />
  </svg>`;
}

function legend(bottom: number, left: number): Html {
  const y = bottom + 22;
  const sign = (x: number, words: string): Html => html`<text class="legend" x="${x}" y="${y + 4}">${words}</text>`;
  const dash = html`y="${y - BAR_HEIGHT / 2}" width="22" height="${BAR_HEIGHT}" rx="2"`;
  const rest =
    left === 0
      ? []
      : html`<text class="legend" x="0" y="${y + 25}"
          >${`${counted(left, 'event')} without a date ${left === 1 ? 'is' : 'are'} not shown.`}</text
        >`;
  return html`<g
      ><circle class="mark" cx="7" cy="${y}" r="${DOT_RADIUS}" />${sign(18, 'a day')}<rect
        class="mark"
        x="68"
        ${dash}
      />${sign(95, 'longer')}<rect
        class="mark vague"
        fill="url(#${HATCH_ID})"
        x="150"
        ${dash}
      />${sign(177, 'vague in the source')}</g
    >${rest}`;
}

function percent(at: number): string {
  return `${(MARGIN + at * (100 - 2 * MARGIN)).toFixed(2)}%`;
}

/** What has no known beginning stands where it ends. */
function startOf({ interval: [first, last] }: Row): number {
  return Number.isFinite(first) ? first : last;
}
