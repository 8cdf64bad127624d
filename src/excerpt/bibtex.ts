import { DATE_INFERRED, locator, monthName, quotationNote, type CitedWork } from './citedWork.ts';
import { familyName, type PersonName } from './personName.ts';

/** Writes a BibTeX entry of type `misc`, which every style knows. The passage is in `note`, which styles print; its sentence, edition and words are in `annote`, which they do not. */
export function bibtex(work: CitedWork): string {
  const { authors, title, publisher, date, url, language, places, quotation } = work;
  const notes = [locator(places), date?.inferred ? DATE_INFERRED : ''].filter(Boolean);
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', authors.length === 0 ? undefined : `{${authors.map(author).join(' and ')}}`],
    ['title', `{{${escaped(title)}}}`],
    ['howpublished', publisher && `{${escaped(publisher)}}`],
    ['year', date && `{${date.year}}`],
    ['month', date?.month === undefined ? undefined : monthName(date.month).slice(0, 3).toLowerCase()],
    ['day', date?.day === undefined ? undefined : `{${date.day}}`],
    ['url', url && `{${url.replaceAll(/[{}\\\s]/gu, (sign) => encodeURIComponent(sign))}}`],
    ['language', `{${language}}`],
    ['note', notes.length === 0 ? undefined : `{${escaped(notes.join('; '))}}`],
    ['annote', `{${escaped(quotationNote(quotation))}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@misc{${citationKey(work)},\n${lines.join(',\n')}\n}`;
}

function author(name: PersonName): string {
  if (name.kind === 'whole') return `{${escaped(name.name)}}`;
  const family = /^\p{Ll}/u.test(name.family)
    ? name.family
    : name.family.includes(' ')
      ? `{${name.family}}`
      : name.family;
  return [escaped(family, '{}'), ...(name.suffix === undefined ? [] : [name.suffix]), escaped(name.given)].join(', ');
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '&': String.raw`\&`,
  '%': String.raw`\%`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
};

/** What TeX sets as one character: dashes and quotation marks. */
const LIGATURES = /-(?=-)|'(?=')|`(?=`)|[?!](?=`)/gu;
/** BibTeX counts braces even behind a backslash, so that an odd one must be written by name. */
const NAMED_BRACES: Readonly<Record<string, string>> = {
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
};

function escaped(text: string, kept = ''): string {
  const braces = isBalanced(text) ? {} : NAMED_BRACES;
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\{}~^&%$#_]/gu, (sign) => (kept.includes(sign) ? sign : (braces[sign] ?? SIGNS[sign] ?? sign)))
    .replaceAll(LIGATURES, '$&{}');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/gu)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** `brandt2024last`: the first author, the year, the first word of the title that says something. */
function citationKey({ authors, date, title, id }: CitedWork): string {
  const word = (text: string): string =>
    text
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]/gu, '')
      .toLowerCase();
  const first =
    title
      .split(/\s+/u)
      .map(word)
      .find((part) => part.length > 3) ?? '';
  const name = authors[0] ? word(familyName(authors[0])) : '';
  const key = name === '' && first === '' ? id : `${name}${date?.year ?? ''}${first}`;
  return /^[a-z]/u.test(key) ? key : `ref${key}`;
}
