import { oneLine } from '../../segment/oneLine.ts';
import { isByline } from '../../segment/shape.ts';
import { DECK_CLASS } from './elements.ts';
import type { DomDocument, DomElement, DomNode } from './domNode.ts';

const DECK_MIN_CHARS = 40;
const DECK_MAX_CHARS = 400;
/** How many elements up from the title the deck is below. */
const NEAR = 3;

/**
 * Finds the deck of a page, which Readability leaves out: the text near its largest heading that is what the page is
 * described as, or whose class calls it a deck.
 */
export function deckOf(document: DomDocument): string | undefined {
  const heading = document.querySelector('h1');
  if (heading === null) return undefined;
  const described = [...document.querySelectorAll('meta[name="description"], meta[property="og:description"]')]
    .map((meta) => oneLine(meta.getAttribute('content') ?? ''))
    .filter((text) => text.length >= DECK_MIN_CHARS);
  const isDescription = (text: string): boolean => described.some((description) => isDescribedBy(text, description));
  let isBelow = false;
  for (const element of nearby(heading).querySelectorAll('h1, h2, h3, p, div, span')) {
    if (element === heading) isBelow = true;
    if (!isBelow || element === heading) continue;
    const text = deckWords(element);
    const isDeck = DECK_CLASS.test(element.getAttribute('class') ?? '') || isDescription(text);
    if (isDeck && text.length >= DECK_MIN_CHARS && text.length <= DECK_MAX_CHARS) return text;
    // What is below the next heading is of another text.
    if (/^h\d$/iu.test(element.nodeName) && !isDeck) return undefined;
  }
  return undefined;
}

/** The words of an element without the day that some pages put in it. */
function deckWords(element: DomElement): string {
  const whole = oneLine(element.textContent ?? '');
  for (const day of element.querySelectorAll('time, [class*="date"]')) {
    const words = oneLine(day.textContent ?? '');
    if (words !== '' && whole.endsWith(words) && isByline(words)) return whole.slice(0, -words.length).trim();
  }
  return whole;
}

function nearby(heading: DomElement): DomElement {
  let element: DomElement = heading;
  for (let up = 0; up < NEAR; up += 1) {
    const parent: DomNode | null = element.parentNode;
    if (parent === null || parent.nodeType !== 1 || /^(?:body|html)$/iu.test(parent.nodeName)) break;
    element = parent as DomElement;
  }
  return element;
}

/** Whether two texts are the same, or the second is how the first begins. */
function isDescribedBy(text: string, description: string): boolean {
  const begun = description.replace(/\s?(?:\.{3}|…)$/u, '');
  return text === description || (begun !== description && text.startsWith(begun));
}
