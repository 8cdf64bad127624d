import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import { showControlCharacters } from '../../reply/showControlCharacters.ts';
import { html } from '../html.ts';
import { fitted } from './fitted.ts';
import { timeline, type TimelineOptions } from './timeline.ts';

/** Inputs of a timeline file. */
export interface TimelineFileOptions extends Pick<TimelineOptions, 'href'> {
  /** Shown above the picture. */
  readonly title: string;
  /** The style sheet, embedded so that the file is self-contained. */
  readonly style: string;
}

const WIDTH = 820;
const MARGIN = 28;
const TITLE_SIZE = 17;
const HEAD_HEIGHT = 64;
const INNER_WIDTH = WIDTH - 2 * MARGIN;

/**
 * Draws events as a standalone SVG file, light or dark by the viewer's preference. Undefined if no event has a date.
 */
export function timelineFile(
  events: readonly AnswerEvent[],
  { title, style, href }: TimelineFileOptions,
): string | undefined {
  const layout = { name: 'file', room: INNER_WIDTH, stacked: false };
  const frame = { x: MARGIN, y: HEAD_HEIGHT, width: INNER_WIDTH };
  const picture = timeline(events, { layout, frame, ...(href ? { href } : {}) });
  if (!picture) return undefined;
  const height = HEAD_HEIGHT + picture.height;
  const heading = fitted(title, { width: INNER_WIDTH, size: TITLE_SIZE * 1.12 });
  const file = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}"
    height="${height}"
    viewBox="0 0 ${WIDTH} ${height}"
    class="timeline"
  >
    <style>
      ${{ html: style }}
    </style>
    <rect class="ground" width="100%" height="100%" />
    <text class="heading" x="${MARGIN}" y="38">${heading}</text>
    ${picture.svg}
  </svg>`;
  // XML allows neither control characters nor these two, not even escaped.
  return `${showControlCharacters(file.html).replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD')}\n`;
}
