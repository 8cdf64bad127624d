import { access, constants, readdir } from 'node:fs/promises';
import type { AccessFile } from '../access/access.ts';
import { readAccess } from '../access/readAccess.ts';
import { withAccessLock } from '../access/withAccessLock.ts';
import { writeAccess } from '../access/writeAccess.ts';
import type { Article } from '../article/article.ts';
import { removeArticle } from '../article/removeArticle.ts';
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
 * article is there, that grants nothing. What fails leaves nothing of it, neither the article nor the grant.
 */
export async function writeUpload(corpus: string, article: Article, original: Original): Promise<Writing> {
  const { id, server } = article;
  const grantee = `server ${server ?? ''}`;
  return attempt(async () => {
    const granting = await changing(corpus, async ({ grants, problem }) => {
      if (problem !== undefined) return { problem };
      const own = grants && Object.hasOwn(grants, id) ? (grants[id] ?? []) : [];
      const isNew = grants !== undefined && !own.includes(grantee);
      if (isNew) await writeAccess(corpus, { ...grants, [id]: [...own, grantee] });
      return { isNew };
    });
    if (granting.problem !== undefined) return granting.problem;
    try {
      await writeArticle(corpus, article, original);
    } catch (error) {
      if (granting.isNew) await withdraw(corpus, { id, grantee }).catch(() => {});
      throw error;
    }
    return undefined;
  });
}

/** Deletes an article that a server added, and then what `access.json` grants the server by the article's id. */
export async function eraseUpload(corpus: string, { id, server }: Article): Promise<Writing> {
  return attempt(async () => {
    const { problem } = await readGrants(corpus);
    if (problem !== undefined) return problem;
    await removeArticle(corpus, id);
    // Without the article it grants nothing, so a failure here is no reason to say that the article is still there.
    await withdraw(corpus, { id, grantee: `server ${server ?? ''}` }).catch(() => {});
    return undefined;
  });
}

async function withdraw(
  corpus: string,
  { id, grantee }: { readonly id: string; readonly grantee: string },
): Promise<void> {
  await changing(corpus, async ({ grants }) => {
    if (!grants || !Object.hasOwn(grants, id) || grants[id]?.includes(grantee) !== true) return;
    const { [id]: own = [], ...others } = grants;
    const rest = own.filter((each) => each !== grantee);
    await writeAccess(corpus, rest.length === 0 ? others : { ...grants, [id]: rest });
  });
}

interface Grants {
  /** Undefined if there is no `access.json`. */
  readonly grants?: AccessFile;
  readonly problem?: WriteTrouble;
}

/** Reads and changes what `access.json` grants, apart from other processes; where there is none, nothing is to be kept apart. */
async function changing<T>(corpus: string, change: (read: Grants) => Promise<T>): Promise<T> {
  const read = await readGrants(corpus);
  return read.grants === undefined
    ? change(read)
    : withAccessLock(corpus, async () => change(await readGrants(corpus)));
}

/** Reads what `access.json` grants; no grants if there is no such file. */
async function readGrants(corpus: string): Promise<Grants> {
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
