import { access, constants, readdir } from 'node:fs/promises';
import type { AccessFile } from '../access/access.ts';
import { readAccess } from '../access/readAccess.ts';
import { writeAccess } from '../access/writeAccess.ts';
import type { Article } from '../article/article.ts';
import { writeArticle, type Original } from '../article/writeArticle.ts';
import { codeOf } from '../runtime/codeOf.ts';
import type { WriteTrouble } from './upload.ts';

/** Whether the corpus took a change; or why not. */
type Writing = { readonly kind: 'written' } | { readonly kind: 'failed'; readonly reason: WriteTrouble };

const TROUBLES: Readonly<Record<string, WriteTrouble>> = {
  EROFS: 'read-only',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** Finds out why nothing can be written to a corpus; undefined if it can. */
export async function whyUnwritable(corpus: string): Promise<WriteTrouble | undefined> {
  try {
    await access(corpus, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return whyFailed(error);
  }
}

/** Lists the names that a corpus's folder has, of broken articles too. */
export async function readTakenNames(corpus: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(corpus).catch(() => []));
}

/**
 * Writes an article that a server added. Where `access.json` is in force, it is granted to the server first: until the
 * article is there, that grants nothing.
 */
export async function writeUpload(corpus: string, article: Article, original: Original): Promise<Writing> {
  const { id, server } = article;
  const grantee = `server ${server ?? ''}`;
  return attempt(async () => {
    const { grants, problem } = await readGrants(corpus);
    if (problem !== undefined) return problem;
    const own = grants && Object.hasOwn(grants, id) ? (grants[id] ?? []) : [];
    if (grants && !own.includes(grantee)) await writeAccess(corpus, { ...grants, [id]: [...own, grantee] });
    await writeArticle(corpus, article, original);
    return undefined;
  });
}

/** Reads what `access.json` grants; no grants if there is no such file. */
async function readGrants(corpus: string): Promise<{ readonly grants?: AccessFile; readonly problem?: WriteTrouble }> {
  const reading = await readAccess(corpus);
  if (reading.kind === 'broken') return { problem: 'broken-access' };
  return reading.access.kind === 'open' ? {} : { grants: reading.access.grants };
}

async function attempt(work: () => Promise<WriteTrouble | undefined>): Promise<Writing> {
  try {
    const problem = await work();
    return problem === undefined ? { kind: 'written' } : { kind: 'failed', reason: problem };
  } catch (error) {
    return { kind: 'failed', reason: whyFailed(error) };
  }
}

function whyFailed(error: unknown): WriteTrouble {
  return TROUBLES[codeOf(error)] ?? 'unwritable';
}
