import { z } from 'zod';
import { splitNames } from '../../excerpt/splitNames.ts';

const text = z
  .union([z.string(), z.number()])
  .transform((value) => plainName(String(value)))
  .pipe(z.string().min(1));
/** A name in a list is one author: as text, by its parts as CSL has them, or as a group, which is kept in braces. */
const authorName = z.union([
  text,
  z.looseObject({ name: text }).transform(({ name }) => name),
  z.looseObject({ literal: text }).transform(({ literal }) => `{${literal.replaceAll(/[{}]/gu, '')}}`),
  z
    .looseObject({ family: text, given: text, suffix: text.optional() })
    .transform(({ family, given, suffix }) => [family, ...(suffix === undefined ? [] : [suffix]), given].join(', ')),
  // YAML reads `{World Bank}` as a mapping of keys without values.
  z
    .record(z.string(), z.null())
    .refine((keys) => Object.keys(keys).length > 0)
    .transform((keys) => `{${Object.keys(keys).join(', ')}}`),
]);

/** Reads the authors that a head names, as one text or as a list; undefined if it names none. */
export function authorsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') {
    const names = splitNames(plainName(value)).map(plainName).filter(Boolean);
    return names.length === 0 ? undefined : names;
  }
  // "[[Jane Roe]]" is a link between notes, and a list within a list.
  const list: readonly unknown[] = Array.isArray(value) ? value.flat(2) : [value];
  const names = list.map((each) => authorName.safeParse(each));
  if (names.length === 0 || names.some(({ success }) => !success)) return undefined;
  return names.flatMap(({ data }) => data ?? []);
}

/** Takes addresses and the marks of links off a name: "Jane Roe <jane@example.org>", "[[Jane Roe]]". */
function plainName(name: string): string {
  return name
    .replace(/^\s*[^\s@()]{1,100}@[^\s@()]{1,100}\s\(([^()]{2,100})\)\s*$/u, '$1')
    .replaceAll(/\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{1,200})\]\]/gu, '$1')
    .replaceAll(/\[([^[\]]{1,200})\]\([^()]{0,500}\)/gu, '$1')
    .replaceAll(/\s?<[^<>]{0,200}>|\s?\([^()\s]{1,100}@[^()\s]{1,100}\)/gu, '')
    .replaceAll(/^["'\s]+|["'\s]+$/gu, '');
}
