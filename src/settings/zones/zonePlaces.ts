import { countryNames } from '../../events/places/gazetteer.ts';
import { fold } from '../../language/folding/fold.ts';
import data from './zonePlaces.json' with { type: 'json' };
import { cityOf, ianaZone, olderName, ZONES } from './zone.ts';

/** A place name and the zones of places with that name, most likely first. */
interface PlaceZones {
  readonly zones: readonly string[];
  /**
   * Zones that the name alone does not suggest: of much smaller namesakes, or with the same clock as an earlier one.
   */
  readonly others: readonly string[];
}

let places: ReadonlyMap<string, PlaceZones> | undefined;

/** Finds the zones of a country, state or city by its English name, in any case and with or without accents. */
export function zonesOfPlace(name: string): readonly string[] {
  return allPlaces().get(placeKey(name))?.zones ?? [];
}

/** Finds the zones of a place within another one: "Portland", "Oregon". Empty if none is known there. */
export function zonesOfPlaceIn(name: string, around: string): readonly string[] {
  const [place, within] = [name, around].map((each) => allPlaces().get(placeKey(each)));
  if (!place || !within) return [];
  const inside = new Set([...within.zones, ...within.others]);
  return [...place.zones, ...place.others].filter((zone) => inside.has(zone));
}

/**
 * Lists the place names that start with a text, in alphabetical order, with the zones of each. Linear in the places.
 */
export function placesStarting(typed: string): readonly (readonly [name: string, zones: readonly string[]])[] {
  const wanted = placeKey(typed);
  return Array.from(allPlaces(), ([name, { zones }]) => [name, zones] as const).filter(([name]) =>
    name.startsWith(wanted),
  );
}

function placeKey(name: string): string {
  return fold(name)
    .replaceAll(/[\s_]+/gu, ' ')
    .trim();
}

function allPlaces(): ReadonlyMap<string, PlaceZones> {
  places ??= readPlaces();
  return places;
}

/** Countries first, then states, then cities: a name that several of them share means any of them, in that order. */
function readPlaces(): ReadonlyMap<string, PlaceZones> {
  const found = new Map<string, PlaceZones>();
  const add = (names: readonly string[], { zones, others }: PlaceZones): void => {
    for (const name of names) {
      const known = found.get(name);
      found.set(
        name,
        known
          ? { zones: [...new Set([...known.zones, ...zones])], others: [...known.others, ...others] }
          : { zones, others },
      );
    }
  };
  for (const [code, listed] of Object.entries(data.countries)) add(countryNames(code), zonesListed(listed));
  for (const [name, listed] of Object.entries(data.states)) add([name, `${name} state`], zonesListed(listed));
  for (const [listed, names] of Object.entries(data.cities)) add(names.split('|'), zonesListed(listed));
  for (const zone of ZONES) {
    const names = [zone, olderName(zone) ?? zone].map((name) => placeKey(cityOf(name)));
    for (const name of zone.includes('/') ? names : [])
      if (!found.has(name)) found.set(name, { zones: [zone], others: [] });
  }
  return found;
}

/** Zones that this runtime does not know are left out. */
function zonesListed(text: string): PlaceZones {
  const listed = text.split(' ');
  const chosen = (marked: boolean) =>
    listed.flatMap((zone) => (zone.startsWith('~') === marked ? (ianaZone(zone.replace('~', '')) ?? []) : []));
  return { zones: chosen(false), others: chosen(true) };
}
