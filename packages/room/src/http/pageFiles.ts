import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, sep } from 'node:path';

const PAGE_FOLDER = join(import.meta.dirname, '../page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What the chat page may load: only what comes from the room itself. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Scripts without their types, by file, as of the time when the file was last changed. */
const stripped = new Map<string, { readonly changed: number; readonly script: string }>();

/** Sends a file of the chat page, a TypeScript module as JavaScript; returns false if there is no such file. */
export function sendPageFile(response: ServerResponse, path: string): boolean {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  // Only names listed in the folder are ever opened, so no path leads out of it.
  if (type === undefined || !pageFiles().includes(name)) return false;
  const file = join(PAGE_FOLDER, name);
  const content = name.endsWith('.ts') ? readScript(file) : readFileSync(file);
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  response.end(content);
  return true;
}

function pageFiles(): readonly string[] {
  return readdirSync(PAGE_FOLDER, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/'));
}

/** Types become blanks, so that lines and columns in the browser's tools are those of the source. */
function readScript(file: string): string {
  const changed = statSync(file).mtimeMs;
  const known = stripped.get(file);
  if (known?.changed === changed) return known.script;
  const script = withoutWarning(() => stripTypeScriptTypes(readFileSync(file, 'utf8')));
  stripped.set(file, { changed, script });
  return script;
}

/** Node warns once per process that this function may change, which nobody who opens the page can act on. */
function withoutWarning<Result>(work: () => Result): Result {
  const original = Object.getOwnPropertyDescriptor(process, 'emitWarning')!;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    Object.defineProperty(process, 'emitWarning', original);
  }
}
