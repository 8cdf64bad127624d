import { html, type Html } from '../html.ts';
import { percent, placeOf } from './measures.ts';
import type { Tick, TimelineAxis } from './timelineAxis.ts';

/** Baselines of the labels above the lines. */
const UPPER = 12;
const LOWER = 26;
const LINES_FROM = 32;

/** Draws the axis, whose lines run down to `bottom`: months with their years below them, or years alone. */
export function drawAxis({ ticks }: TimelineAxis, bottom: number): Html {
  const single = ticks.every(({ year }) => year === undefined);
  const marks = ticks.map((tick) => drawTick(tick, single ? LOWER : UPPER, bottom));
  const [first = '', last = ''] = [ticks[0], ticks.at(-1)].map((tick) => (tick ? inWords(tick) : ''));
  return html`<g role="img" aria-label="From ${first} to ${last}">${marks}</g>`;
}

function drawTick({ at, label, year }: Tick, baseline: number, bottom: number): Html {
  // Labels at the ends stay inside the picture.
  const anchor = at < 0.06 ? 'start' : at > 0.94 ? 'end' : 'middle';
  const x = percent(placeOf(at));
  const words = (y: number, text: string): Html =>
    html`<text class="year" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
  return html`<line
      class="tick"
      x1="${x}"
      x2="${x}"
      y1="${LINES_FROM}"
      y2="${bottom}"
    />${words(baseline, label)}${year === undefined ? [] : words(LOWER, year)}`;
}

function inWords({ label, year }: Tick): string {
  return year === undefined ? label : `${label} ${year}`;
}
