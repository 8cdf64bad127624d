import type { AnswerEvent } from '../../../answer/schema/eventAnswers.ts';
import { counted, listed } from '../counted.ts';
import { dateRuleInWords } from './dateRuleWords.ts';
import { toldDateInWords } from './edtfInWords.ts';

/** Modalities that need no note. */
const TOOK_PLACE = new Set(['', 'happened', 'reported', 'actual', 'past']);
/** How a date was determined, if the article does not state it in full. */
const CERTAINTY: Readonly<Record<NonNullable<AnswerEvent['date']>['certainty'], string>> = {
  stated: '',
  resolved: 'worked out from the text',
  inferred: 'inferred',
  vague: 'vague in the source',
};

/** Says when an event is, exactly as precise as the source. */
export function dateInWords({ date }: AnswerEvent): string {
  if (!date) return 'No date found';
  return date.edtf === null ? `“${date.phrase}”` : capitalized(toldDateInWords(date.edtf, date.portion));
}

/** Appends to a date that it is inferred, for places that show no other notes. */
export function inferredInWords({ date }: AnswerEvent): string {
  return date?.certainty === 'inferred' && date.edtf !== null ? 'date inferred' : '';
}

/**
 * Says what readers must know besides date and label: that it did not simply take place, or that its date is not stated
 * in full.
 */
export function remarksOn(event: AnswerEvent): string {
  const { date, label: words } = event;
  const modality = modalityInWords(event);
  return [
    words.toLowerCase().startsWith(modality) ? '' : modality,
    ...(date && date.certainty !== 'stated' && date.edtf !== null ? [`date ${CERTAINTY[date.certainty]}`] : []),
  ]
    .filter((words) => words !== '')
    .join('; ');
}

/** Says that an event did not simply take place: `planned`, `denied`; empty otherwise. */
export function modalityInWords({ modality }: AnswerEvent): string {
  return TOOK_PLACE.has(modality) ? '' : modality;
}

/** The heading of a list of events. */
export const EVENTS = 'Events';

/** Says how many events a list has, and from which articles. */
export function eventsToldIn(count: number, titles: readonly string[]): string {
  return `${counted(count, 'event')} told in ${titles.join(', ')}`;
}

/** Lists the other passages about an event. */
export function alsoToldAt(references: readonly string[]): string {
  return `Also told at ${references.join(', ')}`;
}

/** The first passage about an event in each other article that tells of it. */
export function elsewhere({ excerpt, also }: Pick<AnswerEvent, 'excerpt' | 'also'>): AnswerEvent['also'] {
  return also.filter(
    ({ article }, index) => article !== excerpt.article && also.findIndex((each) => each.article === article) === index,
  );
}

/** Introduces the other passages about an event. */
export function alsoToldIn(places: number): string {
  return `Also told in ${counted(places, 'other place')}:`;
}

/** Says what is known about an event besides its words, one line each. */
export function eventDetails(event: AnswerEvent): readonly string[] {
  const { places, actors, kind, status } = event;
  const modality = modalityInWords(event);
  return [
    `When: ${whenInWords(event)}`,
    ...(places.length > 0 ? [`Where: ${listed(placesInWords(event))}`] : []),
    ...(actors.length > 0 ? [`Who: ${listed(withOrigins(actors))}`] : []),
    `Kind: ${kind}${modality === '' ? '' : `, ${modality}`}${status === 'extracted' ? '' : `; ${status} by an editor`}`,
  ];
}

/** Says the date, what the source says, and how one follows from the other. */
function whenInWords(event: AnswerEvent): string {
  const { date } = event;
  if (!date) return 'no date found in the source';
  const how = CERTAINTY[date.certainty];
  const words = dateRuleInWords(date);
  const rule = words === '' ? '' : `: ${words}`;
  const said = saysSo(event) ? ', as the source says' : `; the source says “${date.phrase}”`;
  return `${dateInWords(event)}${said}${how === '' ? '' : ` (${how}${rule})`}`;
}

/** Returns true if the source has the date in the same words as shown. */
function saysSo(event: AnswerEvent): boolean {
  return event.date?.phrase.toLowerCase().replace(/^(?:on|in) /u, '') === dateInWords(event).toLowerCase();
}

/** Where names come from that an event's own sentences do not have. */
const ORIGINS: Readonly<Record<NonNullable<AnswerEvent['places'][number]['inferred']>, string>> = {
  dateline: 'the dateline',
  context: 'from the text around it',
};

/** Names an event's places, each once; a place that its own sentences do not name comes with its origin. */
export function placesInWords({ places }: Pick<AnswerEvent, 'places'>): readonly string[] {
  return withOrigins(places);
}

function withOrigins(fragments: AnswerEvent['places']): readonly string[] {
  return [
    ...new Set(
      fragments.map(({ text, inferred }) => (inferred === undefined ? text : `${text} (${ORIGINS[inferred]})`)),
    ),
  ];
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
