import { access, constants, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { AccessFile } from '../access/access.ts';
import { readAccess } from '../access/readAccess.ts';
import { writeAccess } from '../access/writeAccess.ts';
import type { Article } from '../article/article.ts';
import { DRAFT_PREFIX, REPLACED_PREFIX } from '../article/listLeftovers.ts';
import { writeArticle, type Original } from '../article/writeArticle.ts';
import { codeOf } from '../runtime/codeOf.ts';

/** Whether the corpus took a change; or why not, as the end of a sentence. */
type Writing = { readonly kind: 'written' } | { readonly kind: 'failed'; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'the folder of the articles is read-only',
  EACCES: 'the folder of the articles may not be written to',
  EPERM: 'the folder of the articles may not be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** Says why nothing can be written to a corpus, as the end of a sentence; undefined if it can. */
export async function whyUnwritable(corpus: string): Promise<string | undefined> {
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

/** Removes an article that a server added, and what `access.json` grants of it by its own name. */
export async function removeUpload(corpus: string, id: string): Promise<Writing> {
  return attempt(async () => {
    const { grants, problem } = await readGrants(corpus);
    if (problem !== undefined) return problem;
    // Under a hidden name it is gone at once, even if the process dies before every file is deleted.
    const aside = join(corpus, `${DRAFT_PREFIX}${randomBytes(6).toString('hex')}`);
    await mkdir(aside);
    await rm(join(corpus, `${REPLACED_PREFIX}${id}`), { recursive: true, force: true });
    await rename(join(corpus, id), join(aside, id));
    await rm(aside, { recursive: true, force: true });
    if (grants && Object.hasOwn(grants, id)) {
      const { [id]: _, ...rest } = grants;
      await writeAccess(corpus, rest);
    }
    return undefined;
  });
}

/** Reads what `access.json` grants; no grants if there is no such file. */
async function readGrants(corpus: string): Promise<{ readonly grants?: AccessFile; readonly problem?: string }> {
  const reading = await readAccess(corpus);
  if (reading.kind === 'broken') return { problem: 'the rules about who may see which article are broken' };
  return reading.access.kind === 'open' ? {} : { grants: reading.access.grants };
}

async function attempt(work: () => Promise<string | undefined>): Promise<Writing> {
  try {
    const problem = await work();
    return problem === undefined ? { kind: 'written' } : { kind: 'failed', reason: problem };
  } catch (error) {
    return { kind: 'failed', reason: whyFailed(error) };
  }
}

function whyFailed(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `the folder of the articles cannot be written to (${code})`;
}
