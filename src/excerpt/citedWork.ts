import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import { parseReference } from '../article/references/reference.ts';
import type { Excerpt } from './excerpt.ts';
import { pagesInWords } from './pagesInWords.ts';
import { parseName, type PersonName } from './personName.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** Where a citation can lead. */
export interface CitationLinks {
  /** The article where it was published, best with a text fragment. */
  readonly source?: string | undefined;
  /** The passage itself: in the reader, or by a text fragment where the article was published. */
  readonly reader?: string | undefined;
}

/** What citation styles put in order; what is not known is not there. */
export interface CitedWork {
  readonly id: string;
  readonly authors: readonly PersonName[];
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly date?: PublicationDate | undefined;
  readonly url?: string | undefined;
  readonly language: string;
  readonly places: readonly Place[];
  readonly quotation: Quotation;
}

/** What is quoted, for formats that have a place for it. */
export interface Quotation {
  /** To the sentence: "para. 4, sentence 2"; empty if there is none. */
  readonly locator: string;
  /** First eight digits of the edition. */
  readonly edition: string;
  /** The words themselves, excerpts apart by line breaks. */
  readonly words: string;
}

/** As much of a date as is known. */
export interface PublicationDate {
  readonly year: string;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Whether the source does not state it. Styles put such a date in brackets. */
  readonly inferred?: true;
}

/** Said where a format has no brackets for it. */
export const DATE_INFERRED = 'date inferred, not stated in the source';

/** A run of pages, paragraphs or figures, or a part that has a name of its own. */
export type Place =
  | { readonly kind: 'page' | 'paragraph' | 'figure'; readonly from: number; readonly to: number }
  | { readonly kind: 'named'; readonly name: string };

/** Collects what is known about an article and the places of its excerpts. */
export function citedWork(article: Article, excerpts: readonly Excerpt[], links: CitationLinks): CitedWork {
  return {
    id: article.id,
    authors: (article.author ?? []).map(parseName),
    title: article.title,
    publisher: article.publisher,
    date: article.published === undefined ? undefined : dateOf(article.published, article.publishedNote !== undefined),
    url: article.url ?? links.source,
    language: article.language,
    places: [...citedPages(excerpts), ...citedPlaces(excerpts)],
    quotation: {
      locator: exactLocator(excerpts),
      edition: shortEdition(article.edition),
      words: excerpts.map(({ text }) => text).join('\n'),
    },
  };
}

/** Writes places in the words of English styles: "para. 4", "paras. 4–6", "fig. 2". Empty if there is none. */
export function locator(places: readonly Place[]): string {
  return places.map(placeInWords).join(', ');
}

const MONTHS = `January February March April May June July August September October November December`.split(' ');

/** Names a month in English. */
export function monthName(month: number): string {
  return entryAt(MONTHS, month - 1);
}

function placeInWords(place: Place): string {
  if (place.kind === 'named') return place.name;
  if (place.kind === 'page') return pagesInWords([place.from, place.to]);
  const sign = place.kind === 'paragraph' ? 'para' : 'fig';
  return place.from === place.to ? `${sign}. ${place.from}` : `${sign}s. ${place.from}–${place.to}`;
}

/** Writes places as far as the sentence: "para. 4, sentence 2"; whole paragraphs as `locator` does. */
function exactLocator(excerpts: readonly Excerpt[]): string {
  if (excerpts.every(({ reference }) => parseReference(reference)?.sentences === undefined))
    return locator([...citedPages(excerpts), ...citedPlaces(excerpts)]);
  const each = excerpts.map(({ reference, section, text }) => {
    const place = placeInWords(citedPlace(reference, section, text));
    const [from, to] = parseReference(reference)?.sentences ?? [];
    if (from === undefined) return place;
    return `${place}, ${from === to ? `sentence ${from}` : `sentences ${from}–${to}`}`;
  });
  return [...citedPages(excerpts).map(placeInWords), each.join('; ')].join(', ');
}

/** Writes a quotation for a field of notes: locator and edition, then the words. */
export function quotationNote({ locator, edition, words }: Quotation): string {
  return `${[locator, `edition ${edition}`].filter(Boolean).join(', ')}: “${words}”`;
}

/** The pages that all excerpts are on together, if the work has pages. */
function citedPages(excerpts: readonly Excerpt[]): readonly Place[] {
  const pages = excerpts.flatMap(({ pages: found }) => found ?? []);
  return pages.length === 0 ? [] : [{ kind: 'page', from: Math.min(...pages), to: Math.max(...pages) }];
}

/** Joins neighbours; sentences count as their paragraph. */
function citedPlaces(excerpts: readonly Excerpt[]): readonly Place[] {
  const places: Place[] = [];
  for (const { reference, section, text } of excerpts) {
    const next = citedPlace(reference, section, text);
    const last = places.at(-1);
    if (last && next.kind === 'named') {
      if (last.kind !== 'named' || last.name !== next.name) places.push(next);
    } else if (last && last.kind === next.kind && last.kind !== 'named' && next.kind !== 'named') {
      if (next.from === last.to || next.from === last.to + 1) places[places.length - 1] = { ...last, to: next.to };
      else places.push(next);
    } else places.push(next);
  }
  return places;
}

function citedPlace(reference: string, section: string | null, text: string): Place {
  const parsed = parseReference(reference);
  if (parsed?.target === 'paragraph') return { kind: 'paragraph', from: parsed.from, to: parsed.to };
  if (parsed?.target === 'caption') return { kind: 'figure', from: parsed.from, to: parsed.to };
  if (parsed?.target === 'heading') return { kind: 'named', name: `heading “${section ?? text}”` };
  return { kind: 'named', name: reference.replace(/\..*$/u, '') };
}

/** Puts a date that the source does not state in brackets, as what an editor supplies. */
export function bracketed(date: PublicationDate, words: string): string {
  return date.inferred ? `[${words}]` : words;
}

function dateOf(published: string, inferred: boolean): PublicationDate {
  const [year = '', month, day] = published.split('-');
  return {
    year,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    ...(inferred ? { inferred } : {}),
  };
}
