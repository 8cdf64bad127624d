import { isAfterName, isGroupName, startsWithParticle } from './personName.ts';
import { entryAt } from '../runtime/entryAt.ts';

const BRACED = /\{[^{}]*\}/gu;
/** Stands for what is in braces, as many times as its place in the list. */
const HOLD = '\u{F0000}';
const HELD = /\u{F0000}+/gu;
const AND = /\s*,?\s+(?:and|und|et|&)\s+/iu;
/** Between two full names these mean "and"; between two surnames they join them: "Ortega y Gasset". */
const LOCAL_AND = /\s+(?:y|e|en)\s+/u;
const BYLINE = /^(?:by|von|par|por|di|door)\s+(?=[\p{Lu}\p{Lo}{])/iu;

/**
 * Splits a line of authors at semicolons, commas and "and": "A, B, and C" are three, "Doe, Jane and Roe, Rick" two. What is
 * in braces, degrees, suffixes, and groups with an "and" of their own ("Ministry of Trade and Industry") stay together.
 */
export function splitNames(line: string): readonly string[] {
  const held: string[] = [];
  const text = line
    .replaceAll(HELD, '')
    .replace(BRACED, (braced) => HOLD.repeat(held.push(braced)))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(BYLINE, '');
  const parts = text.includes(';') ? text.split(/\s*;\s*(?:(?:and|und|et|&)\s)?/u) : splitList(text);
  return parts
    .map((part) => part.replace(HELD, (hold) => entryAt(held, hold.length / HOLD.length - 1)).trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function splitList(text: string): readonly string[] {
  const parts = splitAtAnd(text);
  const inverted = parts.map(isInverted);
  if (
    inverted.every((is, index) => is || !entryAt(parts, index).includes(',')) &&
    inverted.some(Boolean) &&
    !hasListComma(text)
  )
    return parts;
  return parts.flatMap((part) => {
    const names: string[] = [];
    for (const name of part.split(/\s*,\s*/u)) {
      const joined = partsBefore(name, names);
      names.push([...names.splice(names.length - joined), name].join(', '));
    }
    return names;
  });
}

/** How many of the names before a part it belongs to: a degree to one, the state of a group to the group and its town. */
function partsBefore(part: string, names: readonly string[]): number {
  const last = names.at(-1) ?? '';
  if (isStateCode(part)) {
    // A town of one word is with its group already.
    if (last.includes(', ') && isGroup(last.slice(0, last.lastIndexOf(', ')))) return 1;
    if (isGroup(names.at(-2))) return 2;
  }
  return names.length > 0 && (isAfterName(part) || isSeatOf(part, last)) ? 1 : 0;
}

/** "IA", "NSW", "D.C.": behind a group and a town, the state or country of the town. */
function isStateCode(name: string): boolean {
  return /^(?:\p{Lu}{2,3}|(?:\p{Lu}\.){2,3})$/u.test(name) && !isAfterName(name);
}

function isGroup(name: string | undefined): boolean {
  return name !== undefined && (isGroupName(name) || /^\p{Lu}{2,}$/u.test(name));
}

/** "Institute for Urban Water, Halvern": one word behind a group of that form is where it is. */
function isSeatOf(name: string, group: string | undefined): boolean {
  return (
    group !== undefined &&
    !group.includes(', ') &&
    /^\p{Lu}[^\s.]*$/u.test(name) &&
    /\S\s(?:of|for|für|pour|para)\s\S/u.test(group) &&
    isGroupName(group)
  );
}

/** A comma before "and" belongs to a list: "Madonna, Cher, and Sting". */
function hasListComma(text: string): boolean {
  return /,\s+(?:and|und|et|&)\s/iu.test(text);
}

/** "Doe, Jane", "van Gogh, Vincent": one comma, and a family name alone before it. */
function isInverted(part: string): boolean {
  const [family = '', given = '', ...more] = part.split(/\s*,\s*/u).filter((each) => !isAfterName(each));
  if (given === '' || more.length > 0 || isGroupName(part) || /^\p{Lu}{2,}$/u.test(given)) return false;
  return !family.includes(' ') || startsWithParticle(family);
}

function splitAtAnd(text: string): readonly string[] {
  const parts = text.split(AND).flatMap((part) => {
    const [left = '', right = '', ...more] = part.split(LOCAL_AND);
    return more.length === 0 && isFullName(left) && isFullName(right) ? [left, right] : [part];
  });
  // "Ministry of Trade and Industry", "Foreign and Commonwealth Office": a word alone belongs to the group next to it.
  const joined = parts.length === 2 && !/[,\u{F0000}]/u.test(text) && isGroupName(text.replace(AND, ' '));
  return joined && parts.some((part) => !part.includes(' ')) ? [text] : parts;
}

function isFullName(text: string): boolean {
  return /^\S+\s\S/u.test(text.trim());
}
