import { parseDocument } from 'yaml';
import { z } from 'zod';
import { articleFileSchema } from '../../article/article.ts';
import { splitNames } from '../../excerpt/splitNames.ts';
import { dateOf, monthDateOf } from '../dateOf.ts';
import type { DraftMetadata } from '../draft.ts';
import { beforeFirst } from '../../language/beforeFirst.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** What the front matter says, or one sentence that says which key is wrong. */
export type FrontMatter =
  | { readonly kind: 'metadata'; readonly metadata: Partial<DraftMetadata> }
  | { readonly kind: 'invalid'; readonly message: string };

const { published, url, language, id } = articleFileSchema.shape;
const text = z
  .union([z.string(), z.number()], 'a text is expected')
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1, 'it is empty'));
/** A name in a list is one author: as text, by its parts as CSL has them, or as a group, which is kept in braces. */
const authorName = z.union(
  [
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
  ],
  'a name is expected',
);
const schema = z.object({
  title: text.optional(),
  published: z.preprocess(plainDate, published),
  author: z.preprocess(
    (value) =>
      typeof value === 'string' ? splitNames(value) : Array.isArray(value) || value === undefined ? value : [value],
    z.array(authorName, 'a name or a list of names is expected').min(1, 'it is empty').optional(),
  ),
  publisher: text.optional(),
  url,
  language: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().replaceAll('_', '-') : value),
    language.optional(),
  ),
  id: id.optional(),
});
/** What other programs call the same things. */
const ALIASES = { date: 'published', authors: 'author', lang: 'language' } as const;

/**
 * Reads YAML front matter. Keys without meaning here are left alone, an empty value counts as absent. A date may be
 * a date, a time or words ("12 June 2024"); authors a list or one string.
 */
export function readFrontMatter(yaml: string): FrontMatter {
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error) return { kind: 'invalid', message: `the front matter is not YAML: ${firstLine(error.message)}` };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { kind: 'invalid', message: 'the front matter is not YAML: its aliases cannot be resolved' };
  }
  if (value === null || value === undefined) return { kind: 'metadata', metadata: {} };
  if (typeof value !== 'object' || Array.isArray(value))
    return { kind: 'invalid', message: 'the front matter is not a list of keys and values such as "title: …"' };
  const named = Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null && entry !== ''));
  const given: Record<string, unknown> = { ...named };
  for (const [alias, key] of Object.entries(ALIASES)) if (alias in given && !(key in given)) given[key] = given[alias];
  const checked = schema.safeParse(given);
  if (checked.success) return { kind: 'metadata', metadata: withoutUndefined(checked.data) };
  const issue = entryAt(checked.error.issues, 0);
  const key = String(issue.path[0] ?? '');
  const alias = Object.entries(ALIASES).find(([other, target]) => target === key && !(key in named) && other in named);
  const shown = JSON.stringify(given[key])?.slice(0, 80) ?? 'nothing';
  return { kind: 'invalid', message: `the front matter's "${alias?.[0] ?? key}" is ${shown}: ${issue.message}` };
}

function plainDate(value: unknown): unknown {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value;
  const written = value.trim();
  return (
    /^(\d{4}-\d{2}-\d{2})[T\s]\S/u.exec(written)?.[1] ??
    (/^\d{4}(?:-\d{2}){0,2}$/u.test(written) ? written : (dateOf(written) ?? monthDateOf(written) ?? written))
  );
}

function firstLine(message: string): string {
  return beforeFirst(message, '\n').replace(/\.$/u, '');
}

function withoutUndefined(data: z.infer<typeof schema>): Partial<DraftMetadata> {
  return Object.fromEntries(Object.entries(data).filter(([, entry]) => entry !== undefined));
}
