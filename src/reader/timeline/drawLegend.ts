import { undatedLeftOut } from '../../reply/words/readerWords.ts';
import { html, type Html } from '../html.ts';
import { BAR_HEIGHT, DOT_RADIUS } from './measures.ts';

/** Draws the legend below the rows, and says how many events are `left` out; `hatch` is the pattern's id. */
export function drawLegend(bottom: number, { hatch, left }: { readonly hatch: string; readonly left: number }): Html {
  const y = bottom + 22;
  const words = (x: number, text: string): Html => html`<text class="legend" x="${x}" y="${y + 4}">${text}</text>`;
  const bar = html`y="${y - BAR_HEIGHT / 2}" width="22" height="${BAR_HEIGHT}" rx="2"`;
  return html`<g
      ><circle class="mark" cx="7" cy="${y}" r="${DOT_RADIUS}" />${words(18, 'a day')}<rect
        class="mark"
        x="68"
        ${bar}
      />${words(95, 'longer')}<rect
        class="mark vague"
        fill="url(#${hatch})"
        x="150"
        ${bar}
      />${words(177, 'vague date')}</g
    >${left === 0 ? [] : html`<text class="legend" x="0" y="${y + 25}">${undatedLeftOut(left)}</text>`}`;
}
