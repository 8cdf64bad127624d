import type { Article } from '../article/article.ts';
import type { Access, AccessFile } from './access.ts';

/** What a corpus without `access.json` grants. */
const EVERYTHING: AccessFile = { '*': ['everyone'] };

/**
 * Returns the access rules with the servers that articles belong to. A corpus without `access.json` that holds any such
 * article counts as one that grants every other article to everyone, so links to it are signed too.
 */
export function withOwners(access: Access, articles: Iterable<Article>): Access {
  const owners = new Map<string, string>();
  for (const { id, server } of articles) if (server !== undefined) owners.set(id, server);
  if (owners.size === 0) return access;
  return { kind: 'granted', grants: access.kind === 'open' ? EVERYTHING : access.grants, owners };
}
