import { readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { idOf, patterns, type Pattern } from './patterns.ts';

/**
 * `npm run patterns` checks the regular expressions that `checked.json` does not list yet (`-- --all`: every one) for how
 * their time grows with the text, and lists those that are sound: linear ones, and quadratic ones in a folder whose texts
 * are short, as `short` says. A steeper one needs a reason of its own in `steep`, by its id, which stays where the machine was too
 * busy to tell; exponential ones are refused.
 */
interface Checked {
  readonly linear: readonly string[];
  readonly quadratic: readonly string[];
  /** Folders, or files, with the reason why the texts that their patterns meet are short. */
  readonly short: Readonly<Record<string, string>>;
  readonly steep: Readonly<Record<string, string>>;
}

const FILE = new URL('checked.json', import.meta.url);
const before = JSON.parse(readFileSync(FILE, 'utf8')) as Checked;
const all = await patterns();
const isKnown = process.argv.includes('--all') ? () => false : isIn([...before.linear, ...before.quadratic]);
const linear = all.map(idOf).filter((id) => isKnown(id) && before.linear.includes(id));
const quadratic = all.map(idOf).filter((id) => isKnown(id) && before.quadratic.includes(id));
const steep: Record<string, string> = {};
const refused: string[] = [];
for (const pattern of all) {
  const id = idOf(pattern);
  if (isKnown(id)) continue;
  const degree = await degreeOf(pattern);
  const isShort = Object.keys(before.short).some((folder) => pattern.file.startsWith(folder));
  const reason = before.steep[id];
  if (degree === 1) linear.push(id);
  else if (degree === 2 && isShort) quadratic.push(id);
  else if (degree !== Infinity && reason !== undefined) steep[id] = reason;
  else refused.push(`${pattern.file}: /${pattern.source}/${pattern.flags} (${id}): ${growth(degree)}`);
}
const checked: Checked = { ...before, linear: linear.toSorted(), quadratic: quadratic.toSorted(), steep };
writeFileSync(FILE, `${JSON.stringify(checked, null, 2)}\n`);
for (const line of refused) console.error(line);
console.log(
  `${linear.length} linear, ${quadratic.length} quadratic on short texts, ${Object.keys(steep).length} steep, ${refused.length} refused`,
);
process.exit(refused.length > 0 ? 1 : 0);

function isIn(ids: readonly string[]): (id: string) => boolean {
  const set = new Set(ids);
  return (id) => set.has(id);
}

/** The power of the text's length with which time grows; infinite if it is exponential, undefined if there was no time to tell. */
async function degreeOf({ source, flags }: Pattern): Promise<number | undefined> {
  // The checker takes no name twice; names change nothing if none is referred to.
  const unnamed = source.includes('\\k<') ? source : source.replaceAll(/\(\?<(?![=!])\w+>/gu, '(');
  const diagnostics = await check(unnamed, flags, { timeout: 20_000 });
  if (diagnostics.status === 'safe') return 1;
  if (diagnostics.status === 'unknown') return undefined;
  return diagnostics.complexity.type === 'polynomial' ? diagnostics.complexity.degree : Infinity;
}

function growth(degree: number | undefined): string {
  if (degree === undefined) return 'not known in the time there was';
  return degree === Infinity ? 'exponential' : `the power of ${degree}`;
}
