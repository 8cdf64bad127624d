import { el } from '../el.ts';
import { icon } from '../icon.ts';
import type { Author } from '../names.ts';

/** Shows a user's picture: an initial on a colour that the id decides, or the bot's mark. */
export function avatar(author: Author): HTMLElement {
  const inside = author.bot ? icon('mark') : String.fromCodePoint(author.name.codePointAt(0) ?? 0x3f).toUpperCase();
  return el(
    `div.avatar${author.bot ? '.bot' : ''}`,
    { 'aria-hidden': 'true', style: author.bot ? {} : { '--hue': String(hue(author.id)) } },
    inside,
  );
}

function hue(id: string): number {
  return Number(BigInt(id) % 12n) * 30 + 10;
}
