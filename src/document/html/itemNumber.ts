import { romanNumeral } from '../numeral.ts';
import { isElement, tagOf, type DomElement, type DomNode } from './domNode.ts';

const UNNUMBERED = /list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)/iu;
const LETTERS = 26;

/**
 * Makes a function that returns the number which a page shows before an item of an ordered list, such as "3." or "c.";
 * undefined for items of other lists, and of lists whose style hides the numbers. Counts as HTML says: from `start`, down if
 * `reversed`, from the `value` of an item on. Each list is counted once.
 */
export function createItemNumbers(): (item: DomElement) => string | undefined {
  const counted = new Map<DomNode, ReadonlyMap<DomElement, string>>();
  return (item) => {
    const list = item.parentNode;
    if (list === null || !isElement(list) || tagOf(list) !== 'ol' || isUnnumbered(list)) return undefined;
    const numbers = counted.get(list) ?? numbersOf(list);
    counted.set(list, numbers);
    return numbers.get(item);
  };
}

function numbersOf(list: DomElement): ReadonlyMap<DomElement, string> {
  const items = [...list.childNodes].filter((node): node is DomElement => isElement(node) && tagOf(node) === 'li');
  const isReversed = list.getAttribute('reversed') !== null;
  const numbers = new Map<DomElement, string>();
  let count = integer(list.getAttribute('start')) ?? (isReversed ? items.length : 1);
  for (const item of items) {
    count = integer(item.getAttribute('value')) ?? count;
    if (!isUnnumbered(item))
      numbers.set(item, `${written(count, item.getAttribute('type') ?? list.getAttribute('type') ?? '1')}.`);
    count += isReversed ? -1 : 1;
  }
  return numbers;
}

function isUnnumbered(element: DomElement): boolean {
  return UNNUMBERED.test(element.getAttribute('style') ?? '') || element.getAttribute('role') === 'presentation';
}

function integer(value: string | null): number | undefined {
  return value !== null && /^\s*-?\d{1,6}\s*$/u.test(value) ? Number(value) : undefined;
}

/** A count in the numbers that a list is set in: digits, letters or Roman numbers, small or large. */
function written(count: number, type: string): string {
  if (count < 1) return String(count);
  if (/^i$/iu.test(type)) return type === 'I' ? romanNumeral(count).toUpperCase() : romanNumeral(count);
  if (!/^a$/iu.test(type)) return String(count);
  let [rest, letters] = [count, ''];
  while (rest > 0) {
    letters = ('abcdefghijklmnopqrstuvwxyz'[(rest - 1) % LETTERS] ?? '') + letters;
    rest = Math.floor((rest - 1) / LETTERS);
  }
  return type === 'A' ? letters.toUpperCase() : letters;
}
