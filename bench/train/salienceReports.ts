import {
  incidentsOf,
  reportArticle,
  typedEvents,
  type Incident,
  type Report,
  type TypedEvent,
} from '../eval/incidents.ts';
import { loadHarness, readData } from '../eval/evalData.ts';
import type { Article } from '../../src/article/article.ts';
import type { Features } from '../../src/events/salience/features.ts';
import { salienceWith, trainSalience, type Case } from './eventSalience.ts';

/** A report of the public data with the events that the product finds in it. */
export interface SalienceReport {
  readonly report: Report;
  readonly article: Article;
  readonly events: readonly TypedEvent[];
  /** The types of the incidents that people noted. */
  readonly noted: ReadonlySet<string>;
}

interface NotedReport extends Report {
  readonly events: readonly { readonly type: string }[];
}

/** Reads the reports of `events-dev`. */
export function readSalienceReports(): readonly SalienceReport[] {
  return (readData('events-dev') as readonly NotedReport[]).map((report) => {
    const article = reportArticle(report);
    return { report, article, events: typedEvents(article), noted: new Set(report.events.map(({ type }) => type)) };
  });
}

/** Makes a case for training of each type that a report tells of. */
export function casesOf(reports: readonly SalienceReport[]): readonly Case[] {
  return reports.flatMap(({ events, noted }, report) =>
    [...new Set(events.map(({ type }) => type))].map((type) => ({
      report,
      events: events.filter((event) => event.type === type).map(({ features }) => features),
      noted: noted.has(type),
    })),
  );
}

const FOLDS = 10;

/** F1 of each slot of the harness. */
export type EventFigures = Readonly<Record<'type' | 'dateExact' | 'dateNotDct' | 'location', number>>;

/** Takes the harness's measures with each report weighed by what was trained on the others, in ten parts. */
export async function crossValidateSalience(): Promise<EventFigures> {
  const reports = readSalienceReports();
  const cases = casesOf(reports);
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    trainSalience(cases.filter(({ report }) => report % FOLDS !== fold)),
  );
  const found = new Map(
    reports.map(({ report, article, events }, index) => [
      report,
      incidentsOf(
        article,
        events.map((event) => reweighed(event, weights[index % FOLDS]!)),
        report.dct,
      ),
    ]),
  );
  const { evalEvents } = await loadHarness<{
    readonly evalEvents: (
      adapter: { readonly extract: (report: Report & { readonly id: string }) => readonly Incident[] },
      data: unknown,
    ) => Promise<{ readonly slots: Readonly<Record<keyof EventFigures, { readonly f1: number }>> }>;
  }>('events');
  const { slots } = await evalEvents(
    { extract: ({ paragraphs }) => [...found].find(([report]) => report.paragraphs === paragraphs)![1] },
    reports.map(({ report }) => report),
  );
  const figure = (slot: keyof EventFigures): number => Math.round(1000 * slots[slot].f1) / 10;
  return {
    type: figure('type'),
    dateExact: figure('dateExact'),
    dateNotDct: figure('dateNotDct'),
    location: figure('location'),
  };
}

function reweighed(event: TypedEvent, weights: Features): TypedEvent {
  return { ...event, salience: salienceWith(weights, event.features) };
}
