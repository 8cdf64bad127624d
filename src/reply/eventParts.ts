import type { AnswerEvent, AnswerOf } from '../answer/answer.ts';
import { inline } from './citation.ts';
import { counted, listed } from './counted.ts';
import { edtfInWords } from './edtfInWords.ts';
import { label } from './label.ts';
import { SELECT_TEXT_MAX_CHARS } from './limits.ts';
import { lines, type Part } from './part.ts';
import { passageChoice, quotePart, type PartContext } from './partContext.ts';

const LABEL_MAX_CHARS = 200;
/** Modalities that need no remark. */
const TOOK_PLACE = new Set(['', 'happened', 'reported', 'actual', 'past']);
/** How a date became what it is, where the article does not state it in full. */
const CERTAINTY: Readonly<Record<NonNullable<AnswerEvent['date']>['certainty'], string>> = {
  stated: '',
  resolved: 'worked out from the text',
  inferred: 'inferred',
  vague: 'vague in the source',
};

/** Lays out a timeline; a single event as a card with all that is known of it. */
export function eventParts({ events }: AnswerOf<'events'>, context: PartContext): readonly Part[] {
  const [only, ...others] = events;
  if (others.length === 0) return card(only!, context);
  return events.flatMap((event): readonly Part[] => [
    lines(`**${inline(dateInWords(event))}**: ${inline(label(event.label, LABEL_MAX_CHARS))}${remark(event)}`, {
      keep: true,
    }),
    quotePart(event.excerpt, context, { choice: { ...passageChoice(event.excerpt), label: choiceLabel(event) } }),
  ]);
}

/** Says when an event is, as precise as the source is. */
export function dateInWords({ date }: AnswerEvent): string {
  if (!date) return 'No date stated';
  if (date.edtf === null) return `“${date.phrase}”`;
  return capitalized(edtfInWords(date.edtf));
}

/** Says what a reader must know beside date and label: what did not simply take place, and a date not stated in full. */
export function remarksOn(event: AnswerEvent): string {
  const { date } = event;
  return [
    modalityInWords(event),
    ...(date && date.certainty !== 'stated' && date.edtf !== null ? [`date ${CERTAINTY[date.certainty]}`] : []),
  ]
    .filter((words) => words !== '')
    .join('; ');
}

/** Says what did not simply take place: `planned`, `denied`; empty for what did. */
export function modalityInWords({ modality }: AnswerEvent): string {
  return TOOK_PLACE.has(modality) ? '' : modality;
}

/** Says what is known of an event besides its words, a line each. */
export function eventDetails(event: AnswerEvent): readonly string[] {
  const { date, places, actors, kind, modality, status } = event;
  const how = date ? CERTAINTY[date.certainty] : '';
  return [
    date
      ? `When: ${dateInWords(event)}; the source says “${date.phrase}”${how === '' ? '' : ` (${how}${date.rule === '' ? '' : `: ${date.rule}`})`}`
      : 'When: the source gives no date',
    ...(places.length > 0 ? [`Where: ${listed(distinctPlaces(places))}`] : []),
    ...(actors.length > 0 ? [`Who: ${listed(distinct(actors))}`] : []),
    `Kind: ${kind}, ${modality}${status === 'extracted' ? '' : `; ${status} by an editor`}`,
  ];
}

function card(event: AnswerEvent, context: PartContext): readonly Part[] {
  return [
    lines(`**${inline(label(event.label, LABEL_MAX_CHARS))}**`),
    ...eventDetails(event).map((detail) => lines(`- ${inline(label(detail, 2 * LABEL_MAX_CHARS))}`, { tight: true })),
    quotePart(event.excerpt, context),
    ...(event.also.length > 0 ? [lines(`Also told in ${counted(event.also.length, 'other place')}:`)] : []),
    ...event.also.map((excerpt) => quotePart(excerpt, context, { choice: passageChoice(excerpt) })),
  ];
}

function remark(event: AnswerEvent): string {
  const remarks = remarksOn(event);
  return remarks === '' ? '' : ` *(${inline(remarks)})*`;
}

function choiceLabel(event: AnswerEvent): string {
  return label(`${dateInWords(event)}: ${event.label}`, SELECT_TEXT_MAX_CHARS);
}

function distinctPlaces(places: AnswerEvent['places']): readonly string[] {
  return [
    ...new Set(places.map(({ text, inferred }) => (inferred === undefined ? text : `${text} (the ${inferred})`))),
  ];
}

function distinct(fragments: readonly { readonly text: string }[]): readonly string[] {
  return [...new Set(fragments.map(({ text }) => text))];
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
