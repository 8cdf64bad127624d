import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from './article.ts';
import { shortEdition } from './edition.ts';
import { readEdition } from './readEdition.ts';

/** An edition of an article that was kept. */
export interface KeptEdition {
  readonly article: Article;
  /** The day it was imported, in UTC (ISO 8601). Missing if that was not recorded. */
  readonly received?: string;
}

/** Beside the files of a kept edition: when it came, as `{"received": "2026-03-03"}`. */
export const EDITION_NOTE = 'edition.json';
const noteSchema = z.object({ received: z.iso.date() });
/** Editions of one article that are read, newest first. */
const EDITIONS_MAX = 50;

/**
 * Reads the editions that are kept of an article besides the present one, newest first and those without a date last.
 * `folder` is the article's own, such as `corpus/<id>`. Editions that cannot be read are left out.
 */
export async function readKeptEditions(folder: string, present: Article): Promise<readonly KeptEdition[]> {
  const names = await readdir(join(folder, 'editions')).catch(() => []);
  const others = names.filter((hash) => hash !== shortEdition(present.edition));
  const dated = await Promise.all(
    others.map(async (hash) => ({ hash, received: await readReceived(join(folder, 'editions', hash)) })),
  );
  const newest = dated
    .toSorted((a, b) => (b.received ?? '').localeCompare(a.received ?? '') || a.hash.localeCompare(b.hash))
    .slice(0, EDITIONS_MAX);
  const kept = await Promise.all(
    newest.map(async ({ hash, received }) =>
      keptEdition(await readEdition(folder, { id: present.id, hash }), received),
    ),
  );
  return kept.flat();
}

async function readReceived(folder: string): Promise<string | undefined> {
  const json = await readFile(join(folder, EDITION_NOTE), 'utf8').catch(() => undefined);
  if (json === undefined) return undefined;
  try {
    return noteSchema.safeParse(JSON.parse(json)).data?.received;
  } catch {
    return undefined;
  }
}

function keptEdition(article: Article | undefined, received: string | undefined): readonly KeptEdition[] {
  return article ? [{ article, ...(received === undefined ? {} : { received }) }] : [];
}
