import type { Article } from '../article/article.ts';
import { restrict, type Library } from '../answer/library.ts';
import { UNKNOWN_PARENT, type Access, type AccessFile, type Audience, type Owners } from './access.ts';
import { matchesPattern } from './matchesPattern.ts';

type Articles = ReadonlyMap<string, Article>;
/** Article ids by grantee, as written in `access.json`. */
type ByGrantee = ReadonlyMap<string, ReadonlySet<string>>;

const matched = new WeakMap<AccessFile, WeakMap<Articles, ByGrantee>>();

/** Returns the library reduced to what an audience may see. Anything not granted is denied. */
export function grantedTo(library: Library, access: Access, audience: Audience): Library {
  if (access.kind === 'open' || audience.operator === true) return library;
  const ids = idsFor(granteesOf(audience), library.articles, access.grants);
  return restrict(library, withoutOthers(ids, access.owners, audience.guild));
}

/** Returns the library reduced to what everyone may see everywhere. */
export function grantedToEveryone(library: Library, access: Access): Library {
  if (access.kind === 'open') return library;
  return restrict(
    library,
    withoutOthers(idsFor(['everyone'], library.articles, access.grants), access.owners, undefined),
  );
}

/** Takes out the articles that belong to another server: no rule shows them elsewhere. */
function withoutOthers(
  ids: ReadonlySet<string>,
  owners: Owners | undefined,
  guild: string | undefined,
): ReadonlySet<string> {
  if (owners === undefined || owners.size === 0) return ids;
  return new Set(
    [...ids].filter((id) => {
      const owner = owners.get(id);
      return owner === undefined || owner === guild;
    }),
  );
}

/** Whether anybody at all may see an article. */
export function isGranted(id: string, access: Access): boolean {
  if (access.kind === 'open') return true;
  return Object.entries(access.grants).some(([pattern, to]) => to.length > 0 && matchesPattern(pattern, id));
}

/**
 * Lists the grantees in `access.json` that an audience matches. A server's own id is the role that all its members
 * have.
 */
function granteesOf({ guild, channel, parent, roles = [] }: Audience): readonly string[] {
  if (guild === undefined) return ['everyone', 'direct messages'];
  const channels = [channel, parent].filter((id) => id !== undefined && id !== UNKNOWN_PARENT);
  return [
    'everyone',
    `server ${guild}`,
    ...channels.map((id) => `channel ${id}`),
    ...[guild, ...roles].map((id) => `role ${id}`),
  ];
}

function idsFor(grantees: readonly string[], articles: Articles, grants: AccessFile): ReadonlySet<string> {
  const byGrantee = matchesOf(grants, articles);
  return new Set(grantees.flatMap((grantee) => [...(byGrantee.get(grantee) ?? [])]));
}

/** Matches the patterns once per pair of grants and articles. */
function matchesOf(grants: AccessFile, articles: Articles): ByGrantee {
  const known = matched.get(grants) ?? new WeakMap<Articles, ByGrantee>();
  matched.set(grants, known);
  const found = known.get(articles);
  if (found) return found;
  const byGrantee = new Map<string, Set<string>>();
  for (const [pattern, grantees] of Object.entries(grants)) {
    const ids = [...articles.keys()].filter((id) => matchesPattern(pattern, id));
    for (const grantee of grantees) {
      const all = byGrantee.get(grantee) ?? new Set<string>();
      for (const id of ids) all.add(id);
      byGrantee.set(grantee, all);
    }
  }
  known.set(articles, byGrantee);
  return byGrantee;
}
