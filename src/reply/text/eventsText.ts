import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import type { AnswerOf } from '../../answer/answer.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { eventNotes } from '../words/events/eventNotes.ts';
import { dateInWords, elsewhere, eventDetails, remarksOn } from '../words/events/eventWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { passageText } from './passageText.ts';
import { remarkTexts } from './remarkTexts.ts';
import { paragraphs, type TextContext } from './textContext.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Formats a timeline, or everything known about a single event. First says as of which day the question was read. */
export function eventsText(answer: AnswerOf<'events'>, context: TextContext): string {
  const { events } = answer;
  const { strong } = context;
  const quote = (excerpt: Excerpt): string =>
    paragraphs([excerpt.before, excerpt].flatMap((each) => (each ? [passageText(each, context)] : [])));
  const notes = remarkTexts({ notes: eventNotes(answer) });
  if (events.length > 1) {
    const entries = events.map(
      (event) =>
        `${strong(showControlCharacters(dateInWords(event)))}: ${showControlCharacters(`${event.label}${remark(event)}`)}\n${paragraphs([event.excerpt, ...elsewhere(event)].map(quote))}`,
    );
    return paragraphs([...notes, ...entries]);
  }
  const only = entryAt(events, 0);
  const { label, excerpt, also } = only;
  const details = eventDetails(only).map((detail) => `- ${showControlCharacters(detail)}`);
  return paragraphs([
    ...notes,
    [strong(showControlCharacters(label)), ...details].join('\n'),
    quote(excerpt),
    ...also.map(quote),
  ]);
}

function remark(event: AnswerEvent): string {
  const remarks = remarksOn(event);
  return remarks === '' ? '' : ` (${remarks})`;
}
