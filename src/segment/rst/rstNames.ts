import { foldedName, type RstNames } from './rstInline.ts';

const TARGET = /^\.\.[ \t]+_(?:`([^`]{1,120})`|((?:[^:\\\n]|\\.|:(?!\s)){1,120})):(?:[ \t]|$)/u;
const SUBSTITUTION = /^\.\.[ \t]+\|([^|\n]{1,80})\|[ \t]+([\w-]+)::[ \t]*(.*)$/u;
const RULER = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/u;

/** Finds what the references of a document refer to: targets, the titles below labels, substitutions. */
export function rstNames(lines: readonly string[]): RstNames {
  const targets = new Set<string>();
  const titles = new Map<string, string>();
  const substitutions = new Map<string, string>();
  let labels: string[] = [];
  for (const [at, line] of lines.entries()) {
    const target = TARGET.exec(line);
    if (target !== null) {
      const name = foldedName((target[1] ?? target[2] ?? '').replaceAll('\\', ''));
      targets.add(name);
      labels.push(name);
      continue;
    }
    const [, name, kind, value = ''] = SUBSTITUTION.exec(line) ?? [];
    if (name !== undefined && kind !== undefined) substitutions.set(name, substituteOf(kind, value, lines, at));
    if (line.trim() === '' || (RULER.test(line) && lines[at + 1]?.trim() !== '')) continue;
    if (RULER.test(lines[at + 1] ?? '')) {
      for (const label of labels) titles.set(label, line.trim());
      targets.add(foldedName(line));
    }
    labels = [];
  }
  return { targets, titles, substitutions };
}

/** What is shown for a substitution: words, a letter by its number, the words for a picture. */
function substituteOf(kind: string, value: string, lines: readonly string[], at: number): string {
  const below: string[] = [];
  for (let next = at + 1; /^[ \t]+\S/u.test(lines[next] ?? ''); next += 1) below.push((lines[next] ?? '').trim());
  if (kind === 'replace') return [value, ...below].join(' ').trim();
  if (kind === 'unicode')
    return value
      .replace(/\s*\.\.(?:\s.*)?$/u, '')
      .replaceAll(/(?:0x|U\+|x|\\x|\\u)([\dA-Fa-f]{2,6})/gu, (whole, digits: string) =>
        parseInt(digits, 16) <= 0x10_ff_ff ? String.fromCodePoint(parseInt(digits, 16)) : whole,
      );
  return '';
}
