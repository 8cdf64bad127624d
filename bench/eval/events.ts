import { extractEvents, type ExtractedEvent } from '../../src/events/extractEvents.ts';
import { countryName, placeNamed } from '../../src/events/gazetteer.ts';
import { placesIn } from '../../src/events/places.ts';
import { articleOf } from './evalArticle.ts';

const DATELINE_CHARS = 40;

interface Incident {
  readonly type: string | undefined;
  readonly date: string | undefined;
  readonly location: readonly string[];
}

/** MUC's incident types by the product's kinds; the others are none. */
const TYPES: Readonly<Record<string, string>> = {
  attack: 'ATTACK',
  killing: 'ATTACK',
  shooting: 'ATTACK',
  bombing: 'BOMBING',
  kidnapping: 'KIDNAPPING',
  arson: 'ARSON',
  robbery: 'ROBBERY',
  hijacking: 'HIJACKING',
};

/** The product's events as an adapter of `harness/events.mjs`. MUC names the country of each place too. */
export default {
  name: 'rapporteur',
  extract({ dct, paragraphs }: { dct: string; paragraphs: readonly string[] }): readonly Incident[] {
    const article = { ...articleOf({ id: '', title: 'Report', paragraphs }), published: dct };
    const events = extractEvents(article);
    const told = events.filter(({ kind }) => TYPES[kind] !== undefined);
    const incidents = told.length > 0 ? told : events.filter(({ kind }) => kind === 'injury');
    const dated = incidents.some((event) => dayOf(event) !== undefined);
    const placed = incidents.some(({ places }) => places.length > 0);
    const dateline = datelineOf(paragraphs[0] ?? '');
    return incidents.map((event) => ({
      type: TYPES[event.kind] ?? 'ATTACK',
      date: dayOf(event) ?? (dated ? undefined : dct),
      location: placed ? locationsOf(event) : dateline,
    }));
  },
};

function dayOf({ date }: ExtractedEvent): string | undefined {
  const value = date?.edtf?.replace(/[~?]$/u, '');
  return value !== undefined && /^\d{4}-\d{2}(?:-\d{2})?$/u.test(value) ? value : undefined;
}

function locationsOf({ places }: ExtractedEvent): readonly string[] {
  return places.flatMap(({ text }) => {
    const country = placeNamed(text.split(',', 1)[0]!)?.country;
    const name = country === undefined ? undefined : countryName(country);
    return name === undefined ? [text] : [text, name];
  });
}

/** The place that a report begins with stands in where the report names no other. */
function datelineOf(opening: string): readonly string[] {
  const [first] = placesIn(`In ${opening}`, [0, Math.min(opening.length, DATELINE_CHARS)]);
  return first ? [first.name, ...first.countries.flatMap((code) => countryName(code) ?? [])] : [];
}
