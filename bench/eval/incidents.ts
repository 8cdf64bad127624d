import { extractedEvent } from '../../src/events/extractEvents.ts';
import { countryName, placeNamed } from '../../src/events/places/gazetteer.ts';
import { familyOf } from '../../src/events/mentions/kinds.ts';
import { TRIGGERS, type EventKind } from '../../src/events/mentions/triggers.ts';
import { filterBySalience, type WeighedEvent } from '../../src/events/salience/filterBySalience.ts';
import type { Article } from '../../src/article/article.ts';
import { articleOf } from './evalArticle.ts';

/** A report of the harness. */
export interface Report {
  readonly dct: string;
  readonly paragraphs: readonly string[];
}

/** One incident as `harness/events.mjs` compares it. */
export interface Incident {
  readonly type?: string | undefined;
  readonly date?: string | undefined;
  readonly location?: readonly string[];
}

/** MUC's incident types by the product's kinds; the others are none. */
const TYPES: Readonly<Partial<Record<EventKind, string>>> = {
  arson: 'ARSON',
  attack: 'ATTACK',
  bombing: 'BOMBING',
  clash: 'ATTACK',
  death: 'ATTACK',
  hijacking: 'HIJACKING',
  injury: 'ATTACK',
  kidnapping: 'KIDNAPPING',
  killing: 'ATTACK',
  operation: 'ATTACK',
  robbery: 'ROBBERY',
  shooting: 'ATTACK',
  threat: 'ATTACK',
};

/** A report is about a type of incident from this likelihood on, that it is about one event of it at least. */
const TYPE_LIKELIHOOD = 0.36;
/** The dates and places of events count from this salience on. */
const MIN_SALIENCE = 0.2;

/** An event of a type that counts. */
export interface TypedEvent extends WeighedEvent {
  readonly type: string;
}

/** Reads a report as an article. */
export function reportArticle({ dct, paragraphs }: Report): Article {
  return { ...articleOf({ id: '', title: 'Report', paragraphs }), published: dct };
}

/** Lists the events of a report that MUC has a type for. */
export function typedEvents(article: Article): readonly TypedEvent[] {
  return filterBySalience(article).flatMap((event) => {
    const type = TYPES[event.main.kind];
    return type === undefined || (event.main.kind === 'threat' && !isViolent(event.main.label))
      ? []
      : [{ ...event, type }];
  });
}

/** MUC counts threats of violence alone. */
function isViolent(label: string): boolean {
  return label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) =>
      TRIGGERS.get(word)?.some(({ kind, generic }) => !generic && /violence|kidnapping/u.test(familyOf(kind))),
    );
}

/** Returns the incidents that a report is about; where no date is said of any, they are of the report's own day. */
export function incidentsOf({ source }: Article, events: readonly TypedEvent[], dct: string): readonly Incident[] {
  const main = events.filter(({ salience }) => salience >= MIN_SALIENCE);
  const told = main.length > 0 ? main : events.toSorted((a, b) => b.salience - a.salience).slice(0, 1);
  const dates = told.flatMap((event) => dayOf(event) ?? []);
  const details = told.map((event) => ({ location: locationsOf(source, event) }));
  const types = [...new Set(events.map(({ type }) => type))].filter(
    (type) => likelihoodOf(type, events) >= TYPE_LIKELIHOOD,
  );
  const days = dates.length > 0 || told.length === 0 ? dates : [dct];
  return [...types.map((type) => ({ type })), ...days.map((date) => ({ date })), ...details];
}

/** How likely it is that a report is about one event of a type at least. */
export function likelihoodOf(type: string, events: readonly TypedEvent[]): number {
  return 1 - events.filter((event) => event.type === type).reduce((none, { salience }) => none * (1 - salience), 1);
}

function dayOf({ main: { date } }: WeighedEvent): string | undefined {
  const value = date?.edtf?.replace(/[~?]$/u, '');
  return value !== undefined && /^\d{4}-\d{2}(?:-\d{2})?$/u.test(value) ? value : undefined;
}

/** MUC names the country of each place too. */
function locationsOf(source: string, event: WeighedEvent): readonly string[] {
  return extractedEvent(source, event).places.flatMap(({ text }) => {
    const country = placeNamed(text.split(',', 1)[0]!)?.country;
    const name = country === undefined ? undefined : countryName(country);
    return name === undefined ? [text] : [text, name];
  });
}
