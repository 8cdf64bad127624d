import { incidentsOf, reportArticle, typedEvents, type Incident, type Report } from './incidents.ts';

/** The product's events as an adapter of `harness/events.mjs`. */
export default {
  name: 'rapporteur',
  extract(report: Report): readonly Incident[] {
    const article = reportArticle(report);
    return incidentsOf(article, typedEvents(article), report.dct);
  },
};
