import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import type { AnswerOf } from '../../answer/answer.ts';
import { eventNotes } from '../words/events/eventNotes.ts';
import { inline } from '../words/citation.ts';
import {
  alsoToldIn,
  dateInWords,
  elsewhere,
  eventDetails,
  inferredInWords,
  remarksOn,
} from '../words/events/eventWords.ts';
import { truncate } from '../truncate.ts';
import { SELECT_TEXT_MAX_CHARS } from '../limits.ts';
import { lines, type Part } from './part.ts';
import { passageChoice, quotePart, type RenderContext } from './renderContext.ts';
import { remarkParts } from './remarkParts.ts';
import { entryAt } from '../../runtime/entryAt.ts';

const LABEL_MAX_CHARS = 200;
/** Lays out a timeline; a single event becomes a card with everything known about it. */
export function eventParts(answer: AnswerOf<'events'>, context: RenderContext): readonly Part[] {
  const notes = remarkParts({ notes: eventNotes(answer) });
  if (answer.events.length === 1) return [...notes, ...card(entryAt(answer.events, 0), context)];
  const timeline = answer.events.flatMap((event): readonly Part[] => [
    lines(`**${inline(dateInWords(event))}**: ${inline(truncate(event.label, LABEL_MAX_CHARS))}${remark(event)}`, {
      keepWithNext: true,
    }),
    ...beforeParts(event, context),
    quotePart(event.excerpt, context, { choice: { ...passageChoice(event.excerpt), label: choiceLabel(event) } }),
    ...elsewhere(event).map((excerpt) => quotePart(excerpt, context, { choice: passageChoice(excerpt) })),
  ]);
  return [...notes, ...timeline];
}

function card(event: AnswerEvent, context: RenderContext): readonly Part[] {
  return [
    lines(`**${inline(truncate(event.label, LABEL_MAX_CHARS))}**`),
    ...eventDetails(event).map((detail) =>
      lines(`- ${inline(truncate(detail, 2 * LABEL_MAX_CHARS))}`, { compact: true }),
    ),
    ...beforeParts(event, context),
    quotePart(event.excerpt, context),
    ...(event.also.length > 0 ? [lines(alsoToldIn(event.also.length))] : []),
    ...event.also.map((excerpt) => quotePart(excerpt, context, { choice: passageChoice(excerpt) })),
  ];
}

/** The question that an event's sentence answers, or what leads in to its list. */
function beforeParts({ excerpt: { before } }: AnswerEvent, context: RenderContext): readonly Part[] {
  return before ? [quotePart(before, context, { isBefore: true })] : [];
}

function remark(event: AnswerEvent): string {
  const remarks = remarksOn(event);
  return remarks === '' ? '' : ` *(${inline(remarks)})*`;
}

function choiceLabel(event: AnswerEvent): string {
  const inferred = inferredInWords(event) === '' ? '' : ' (inferred)';
  return truncate(`${dateInWords(event)}${inferred}: ${event.label}`, SELECT_TEXT_MAX_CHARS);
}
