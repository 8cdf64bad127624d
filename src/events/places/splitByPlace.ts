import type { BareMention } from '../mentions/eventMention.ts';
import type { Place } from './places.ts';

/** "Attacks in A and B" are one event per place; one verb with several places is one event. */
export function splitByPlace(event: BareMention, text: string): readonly BareMention[] {
  const { mention, places } = event;
  const listed = places.filter((place, index) => {
    const last = places[index - 1];
    return last === undefined || /^,?\s*(?:and|or)?\s*(?:in\s+)?$/u.test(text.slice(last.span[1], place.span[0]));
  });
  const exact = listed.every(({ kind }) => kind === 'city' || kind === 'small' || kind === 'named');
  if (mention.trigger.form !== 'plural' || listed.length < 2 || listed.length !== places.length || !exact)
    return [event];
  return places.map((place) => at(event, place));
}

function at(event: BareMention, place: Place): BareMention {
  return { ...event, places: [place] };
}
