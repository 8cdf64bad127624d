import { using, use, type Intent } from '../intent.ts';

/** The option that the words after a typed command fill in; undefined for a command that takes none. */
const MAIN_OPTION: Readonly<Record<string, string | undefined>> = {
  ask: 'question',
  quote: 'text',
  verify: 'quote',
  cite: 'reference',
  summary: 'article',
  section: 'name',
  event: 'about',
  help: 'command',
  sources: 'article',
};
/** Options that may be typed behind their names. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  ask: ['question', 'article', 'section'],
  quote: ['text', 'article', 'section', 'scope'],
  verify: ['quote', 'reference', 'article'],
  cite: ['reference', 'article', 'format'],
  summary: ['article', 'section', 'length'],
  section: ['name', 'article'],
  event: ['about', 'from', 'to', 'place', 'who', 'day', 'article', 'order'],
  help: ['command'],
  sources: ['article'],
};

/** Reads a command typed as text: "/summary", "/quote the lamp", "/cite reference: 12.2 format: apa". */
export function readSlashLine(raw: string, commands: readonly string[]): Intent | undefined {
  const [, name = '', rest = ''] = /^\/([a-z]{2,20})\b\s*([\s\S]*)$/iu.exec(raw) ?? [];
  const command = name.toLowerCase();
  if (!commands.includes(command)) return undefined;
  const main = MAIN_OPTION[command];
  if (main === undefined) return using(use('help', { command }));
  const text = rest.trim();
  const named = namedOptions(text, OPTIONS[command] ?? []);
  if (named) return using(use(command, named));
  const needed = command === 'ask' || command === 'quote' || command === 'verify' || command === 'cite';
  if (text === '') return using(needed ? use('help', { command }) : use(command));
  return using(use(command, { [main]: text, ...(command === 'ask' ? { plain: true } : {}) }));
}

/** Splits "about: arrests place: Iran"; undefined unless it begins with the name of an option. */
function namedOptions(text: string, names: readonly string[]): Readonly<Record<string, string>> | undefined {
  const pattern = new RegExp(String.raw`(?:^|\s)(${names.join('|')}):`, 'giu');
  const found = [...text.matchAll(pattern)];
  if (found[0]?.index !== 0) return undefined;
  const entries = found.map(({ 0: label, 1: name = '', index }, at): readonly [string, string] => [
    name.toLowerCase(),
    text.slice(index + label.length, found[at + 1]?.index).trim(),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
