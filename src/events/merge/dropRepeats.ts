import type { EventMention } from '../mentions/eventMention.ts';
import { exactKind, familyOf, mayBeOneKind } from '../mentions/kinds.ts';

/**
 * Merges two words of one sentence for one thing ("killed and wounded", "attack … killing five") into one event, of the
 * more specific kind.
 */
export function dropRepeats(events: readonly EventMention[]): readonly EventMention[] {
  return events.flatMap((event, index) => {
    const echoes = events.filter((other) => echo(other, event));
    if (
      echoes.some(
        (other) => other.weight > event.weight || (other.weight === event.weight && events.indexOf(other) < index),
      )
    )
      return [];
    return [
      {
        ...event,
        kind: exactKind([event, ...echoes]),
        date: event.date ?? echoes.find(({ date }) => date)?.date,
        places: event.places.length > 0 ? event.places : (echoes.find(({ places }) => places.length > 0)?.places ?? []),
        actors: event.actors.length > 0 ? event.actors : (echoes.find(({ actors }) => actors.length > 0)?.actors ?? []),
        weight:
          event.weight +
          echoes.reduce(
            (sum, { date, places }) =>
              sum + (date && !event.date ? 2 : 0) + (places.length > 0 && event.places.length === 0 ? 2 : 0),
            0,
          ),
      },
    ];
  });
}

const ECHO_WORDS = 14;

function echo(other: EventMention, event: EventMention): boolean {
  if (other === event || familyOf(other.kind) !== familyOf(event.kind) || other.mention === event.mention) return false;
  if (!mayBeOneKind(other.kind, event.kind)) return false;
  if ((other.modality === 'actual') !== (event.modality === 'actual')) return false;
  if (event.date && other.date && event.date !== other.date) return false;
  if (event.places.length > 0 && other.places.length > 0 && event.places[0] !== other.places[0]) return false;
  return Math.abs(event.mention.at - other.mention.at) <= ECHO_WORDS;
}
