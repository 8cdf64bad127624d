import type { DomDocument, DomElement } from '../domNode.ts';

/** The attribute that holds the level of a heading which was renamed. */
export const LEVEL_ATTRIBUTE = 'data-level';

/**
 * Makes all large headings of a page `h3`, with the level that they had as an attribute. Readability takes headings of the
 * first two levels out that resemble the title or have a suspicious name, and makes those of the first ones of the second.
 */
export function holdLevels(document: DomDocument): void {
  const body = document.body ?? document.documentElement;
  for (const heading of Array.from(body.querySelectorAll('h1, h2'))) {
    const held: DomElement = document.createElement('h3');
    held.setAttribute(LEVEL_ATTRIBUTE, heading.nodeName.slice(1));
    const style = heading.getAttribute('style');
    const classes = heading.getAttribute('class');
    if (style !== null) held.setAttribute('style', style);
    if (classes !== null && HIDING.test(classes)) held.setAttribute('class', classes);
    const children = Array.from(heading.childNodes);
    for (const child of children) held.appendChild(child);
    heading.replaceWith(held);
  }
}

/** Classes by which headings are hidden, or called a deck; others only look. */
const HIDING = /sr-only|hidden|screen-reader|noprint|standfirst|dek|deck|subtitle|headline/iu;
