import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/** A regular expression of the sources. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** Importing these starts something, or needs a browser. */
const STARTS_A_PROCESS = /^src\/(?:main|cli)\.ts$|^(?:packages\/room\/src\/page|src\/reader\/assets)\//u;

const OWN = /\/((?:src|commands|packages)\/[^\s:?]+\.ts)/u;

/** Finds every regular expression of `src`, `commands` and the packages: literals, and what modules build when they are loaded. */
export async function patterns(): Promise<readonly Pattern[]> {
  const files = globSync('{src,commands,packages/*/src}/**/*.ts').toSorted();
  const found = [...files.flatMap(literals), ...(await built(files))];
  const repeats = found.filter(({ source }) => /[*+]|\{\d+,\}/u.test(source));
  return [...new Map(repeats.map((pattern) => [idOf(pattern), pattern])).values()];
}

/** Identifies a pattern by its source and flags, in 12 hex digits. */
export function idOf({ source, flags }: Pattern): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 12);
}

function literals(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      if ('regex' in node && isRegex(node.regex))
        found.push({ source: node.regex.pattern, flags: node.regex.flags, file });
      Object.values(node).forEach(visit);
    }
  };
  visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return found;
}

async function built(files: readonly string[]): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given: ConstructorParameters<typeof RegExp>) {
      const pattern = new target(...given);
      // What a library builds when one of ours is loaded is the library's.
      const caller = (new Error('where').stack ?? '').split('\n')[2] ?? '';
      const file = caller.includes('node_modules') ? undefined : OWN.exec(caller)?.[1];
      if (file !== undefined) found.push({ source: pattern.source, flags: pattern.flags, file });
      return pattern;
    },
  });
  try {
    for (const file of files) if (!STARTS_A_PROCESS.test(file)) await import(`../../${file}`);
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}
