import { join } from 'node:path';
import {
  ACCESS_FILE,
  granteeSchema,
  patternSchema,
  type Access,
  type AccessFile,
  type Owners,
} from '../../access/access.ts';
import { withOwners } from '../../access/withOwners.ts';
import { readLibrary } from '../../app/readLibrary.ts';
import { matchesPattern } from '../../access/matchesPattern.ts';
import { readAccess } from '../../access/readAccess.ts';
import { withAccessLock } from '../../access/withAccessLock.ts';
import { writeAccess } from '../../access/writeAccess.ts';
import { formatProblem } from '../../article/problem.ts';
import { listFolders } from '../../article/readCorpus.ts';
import type { TypedOptions } from '../parseArguments.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface AccessCall {
  readonly options: TypedOptions;
  readonly corpus: string;
  readonly terminal: Terminal;
}

const USAGE = 'Use `access show`, `access grant ARTICLE --server ID` or `access revoke ARTICLE`; --help explains them.';
const TO_WHOM = 'Say to whom: --everyone, --direct-messages, --server ID, --channel ID or --role ID.';

/** Shows or changes who may see which article; `words` are the action, and article ids or patterns. */
export async function access(words: readonly string[], call: AccessCall): Promise<ExitCode> {
  const [use, ...patterns] = words;
  if (use === 'show') return showOrChange(use, patterns, call);
  if (use !== 'grant' && use !== 'revoke') return fail(call.terminal, USAGE);
  return withAccessLock(call.corpus, () => showOrChange(use, patterns, call));
}

async function showOrChange(
  use: 'show' | 'grant' | 'revoke',
  patterns: readonly string[],
  { options, corpus, terminal }: AccessCall,
): Promise<ExitCode> {
  const reading = await readAccess(corpus);
  if (reading.kind === 'broken') return fail(terminal, `${formatProblem(entryAt(reading.problems, 0))}.`);
  const ids = (await listFolders(corpus))?.map(({ name }) => name);
  if (ids === undefined) return fail(terminal, `${corpus}: the corpus directory cannot be read.`);
  const { owners } = await inForce(corpus, reading.access);
  const state: State = { access: reading.access, ids, owners, file: join(corpus, ACCESS_FILE) };
  if (use === 'show') return showGrants(patterns, state, { options, terminal });
  if (patterns.length === 0) return fail(terminal, `Name an article, or a pattern such as "harbour-*". ${USAGE}`);
  const problem = patterns.map((pattern) => patternSchema.safeParse(pattern).error?.issues[0]?.message).find(Boolean);
  if (problem !== undefined) return fail(terminal, `This is no article or pattern: ${problem}.`);
  const to = granteesOf(options);
  if (typeof to === 'string') return fail(terminal, to);
  if (use === 'grant' && to.length === 0) return fail(terminal, TO_WHOM);
  const change = use === 'grant' ? granted(patterns, to, state) : revoked(patterns, to, state);
  if (typeof change === 'string') return fail(terminal, change);
  await writeAccess(corpus, change.grants);
  terminal.out(`${change.lines.join('\n')}\n`);
  return 0;
}

/** Who sees an article of all that it is granted to: nobody outside the server that added it. */
function withinOwner(owner: string | undefined, to: readonly string[]): readonly string[] {
  return owner === undefined || to.length === 0 ? to : [`server ${owner}`];
}

function openInWords(file: string, owners: Owners | undefined): string {
  return `There is no ${file}, so everybody sees everything${owners ? ' but what a server added for itself' : ''}.`;
}

/** Reads the corpus for the servers that articles belong to. */
async function inForce(corpus: string, access: Access): Promise<{ readonly owners?: Owners | undefined }> {
  const reading = await readLibrary(corpus);
  const rules = reading.kind === 'library' ? withOwners(access, reading.articles) : access;
  return rules.kind === 'granted' ? rules : {};
}

interface State {
  readonly access: Access;
  /** Every article's id. */
  readonly ids: readonly string[];
  /** The servers that articles belong to. */
  readonly owners: Owners | undefined;
  readonly file: string;
}

interface Change {
  readonly grants: AccessFile;
  readonly lines: readonly string[];
}

function showGrants(
  patterns: readonly string[],
  { access: state, ids, owners, file }: State,
  { options, terminal }: Pick<AccessCall, 'options' | 'terminal'>,
): ExitCode {
  const shown =
    patterns.length === 0 ? ids : ids.filter((id) => patterns.some((pattern) => matchesPattern(pattern, id)));
  const grants = state.kind === 'open' ? { '*': ['everyone'] } : state.grants;
  const articles = Object.fromEntries(shown.map((id) => [id, withinOwner(owners?.get(id), granteesFor(id, grants))]));
  const unused = Object.keys(grants).filter((pattern) => !ids.some((id) => matchesPattern(pattern, id)));
  if (options['json'] === true) {
    terminal.out(`${JSON.stringify({ open: state.kind === 'open', articles, unused })}\n`);
    return 0;
  }
  const lines = [
    ...(state.kind === 'open' ? [openInWords(file, owners)] : []),
    ...(shown.length === 0 ? ['No article.'] : []),
    ...Object.entries(articles).map(([id, to]) => `${id}: ${to.length === 0 ? 'nobody' : to.join(', ')}`),
    ...(state.kind === 'open' ? [] : unused.map((pattern) => `"${pattern}" matches no article.`)),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  return 0;
}

function granted(patterns: readonly string[], to: readonly string[], { access: state, ids, file }: State): Change {
  const before: AccessFile = state.kind === 'open' ? {} : state.grants;
  const entries = patterns.map(
    (pattern) =>
      [pattern, [...new Set([...((Object.hasOwn(before, pattern) && before[pattern]) || []), ...to])]] as const,
  );
  const grants = { ...before, ...Object.fromEntries(entries) };
  const lines = entries.map(([pattern, all]) => {
    const matches = ids.filter((id) => matchesPattern(pattern, id));
    const which =
      matches.length === 1 && matches[0] === pattern
        ? ''
        : ` (${matches.length === 0 ? 'no article yet' : matches.join(', ')})`;
    return `${pattern}${which}: ${all.join(', ')}`;
  });
  if (state.kind === 'granted') return { grants, lines };
  const denied = ids.filter((id) => granteesFor(id, grants).length === 0);
  const rest = denied.length === 0 ? '' : ` Granted to nobody so far: ${denied.join(', ')}.`;
  return { grants, lines: [...lines, `${file} is new: what it does not grant is denied from now on.${rest}`] };
}

/** Without `to` whole entries are removed. Returns a sentence if there is nothing to revoke. */
function revoked(
  patterns: readonly string[],
  to: readonly string[],
  { access: state, ids, file }: State,
): Change | string {
  if (state.kind === 'open') return `There is no ${file}, so everybody sees everything; \`access grant\` makes it.`;
  const missing = patterns.find((pattern) => !Object.hasOwn(state.grants, pattern));
  if (missing !== undefined) return `${file} has no entry "${missing}"; nothing was changed.`;
  const kept = Object.entries(state.grants).map(([pattern, all]) => {
    const stay = to.length === 0 ? [] : all.filter((grantee) => !to.includes(grantee));
    return [pattern, patterns.includes(pattern) ? stay : all] as const;
  });
  const grants = Object.fromEntries(kept.filter(([pattern, all]) => all.length > 0 || !patterns.includes(pattern)));
  const unchanged = patterns.find(
    (pattern) => Object.hasOwn(grants, pattern) && grants[pattern]?.length === state.grants[pattern]?.length,
  );
  if (unchanged !== undefined) return `"${unchanged}" is not granted to ${to.join(', ')}; nothing was changed.`;
  const touched = ids.filter((id) => patterns.some((pattern) => matchesPattern(pattern, id)));
  const lines = touched.map((id) => {
    const left = granteesFor(id, grants);
    return `${id}: ${left.length === 0 ? 'nobody' : left.join(', ')}`;
  });
  return { grants, lines: lines.length === 0 ? ['Revoked; no article was matched.'] : lines };
}

function granteesFor(id: string, grants: AccessFile): readonly string[] {
  const all = Object.entries(grants).flatMap(([pattern, to]) => (matchesPattern(pattern, id) ? to : []));
  return [...new Set(all)];
}

/** Parses the grantee; returns a sentence about an invalid id. */
function granteesOf(options: TypedOptions): readonly string[] | string {
  const named = { server: options['server'] ?? options['guild'], channel: options['channel'], role: options['role'] };
  const ids = Object.entries(named).flatMap(([kind, id]) => (id === undefined ? [] : [[kind, String(id)] as const]));
  const bad = ids.find(([kind, id]) => !granteeSchema.safeParse(`${kind} ${id}`).success);
  if (bad) return `--${bad[0]} must be an id of 15 to 20 digits, not "${bad[1].slice(0, 40)}".`;
  return [
    ...(options['everyone'] === true ? ['everyone'] : []),
    ...(options['direct-messages'] === true ? ['direct messages'] : []),
    ...ids.map(([kind, id]) => `${kind} ${id}`),
  ];
}
