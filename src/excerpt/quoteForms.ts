import type { Article } from '../article/article.ts';
import { formatHandle } from '../article/handle.ts';
import { parseReference } from '../article/references/reference.ts';
import { formatReferences } from '../article/references/references.ts';
import { monthName, type CitationLinks, type CitedWork } from './citedWork.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Excerpt } from './excerpt.ts';
import { pagesInWords } from './pagesInWords.ts';
import { fullName } from './personName.ts';
import { withInnerQuotes } from './withInnerQuotes.ts';
import { entryAt } from '../runtime/entryAt.ts';

interface Quoted {
  readonly article: Article;
  readonly excerpts: readonly Excerpt[];
  readonly work: CitedWork;
  readonly links: CitationLinks;
}

/** Writes the words, and who, what, when and where in one line; the handle makes them findable. */
export function plain({ article, excerpts, work }: Quoted): string {
  const words = excerpts.map(({ text }) => text).join('\n');
  return `“${words}”\n— ${[...sourceOf(work, (text) => text), ...pagesOfWork(work), handleOfExcerpts(article, excerpts)].join(', ')}`;
}

/** Writes the words as a paragraph of CommonMark, with the reference as a link if there is one. */
export function markdown({ article, excerpts, work, links }: Quoted): string {
  const words = excerpts.map(({ text }) => escapeMarkdown(text)).join('\n\n');
  return `“${words}” (${attribution({ article, excerpts, work, links })})`;
}

/** Writes the words as a block quote of CommonMark, the source in its last line. */
export function blockquote({ article, excerpts, work, links }: Quoted): string {
  const words = excerpts.map(({ text }) => escapeMarkdown(text)).join('\n\n');
  const lines = [...words.split('\n'), '', `— ${attribution({ article, excerpts, work, links })}`];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** Returns the link to the passage, or its handle if there is none. */
export function link({ article, excerpts, links }: Quoted): string {
  return linkTo(links, article) ?? handleOfExcerpts(article, excerpts);
}

/** Names several excerpts by their references, in order: `¶3-5`, `¶12.2,¶14`. */
function handleOfExcerpts(article: Article, excerpts: readonly Excerpt[]): string {
  return formatHandle(article, formatReferences(excerpts.flatMap(({ reference }) => parseReference(reference) ?? [])));
}

function attribution({ article, excerpts, work, links }: Quoted): string {
  const handle = handleOfExcerpts(article, excerpts);
  const [, reference = handle] = /\/(.+)@/u.exec(handle) ?? [];
  const target = linkTo(links, article);
  const place =
    target === undefined
      ? escapeMarkdown(handle)
      : `[${escapeMarkdown(reference)}](<${target.replaceAll(/[<>\s]/gu, encodeURIComponent)}>)`;
  return [...sourceOf(work, escapeMarkdown), ...pagesOfWork(work), place].join(', ');
}

function pagesOfWork({ places }: CitedWork): readonly string[] {
  return places.flatMap((place) => (place.kind === 'page' ? [pagesInWords([place.from, place.to])] : []));
}

function linkTo({ reader, source }: CitationLinks, article: Article): string | undefined {
  return reader ?? source ?? article.url;
}

function sourceOf({ authors, title, publisher, date }: CitedWork, write: (text: string) => string): readonly string[] {
  const names = authors.map(fullName);
  const who = names.length > 3 ? `${entryAt(names, 0)} et al.` : names.join(names.length === 2 ? ' and ' : ', ');
  const when = date && [date.day, date.month && monthName(date.month), date.year].filter(Boolean).join(' ');
  return [
    ...(who === '' ? [] : [write(who)]),
    `“${write(withInnerQuotes(title))}”`,
    ...(publisher ? [write(publisher)] : []),
    ...(when ? [`${when}${date.inferred ? ' (inferred)' : ''}`] : []),
  ];
}
