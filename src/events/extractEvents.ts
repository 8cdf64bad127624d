import type { Article } from '../article/article.ts';
import type { ArticleTags } from '../article/tags.ts';
import type { DateExpression } from '../language/dates/dateExpressions.ts';
import type { RuleReading } from '../language/dates/ruleReading.ts';
import type { Span } from '../language/span.ts';
import type { Modality } from './mentions/mention.ts';
import type { MergedMention } from './merge/mergeMentions.ts';
import type { Place } from './places/places.ts';
import type { EventKind } from './mentions/triggers.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import { weighingSteps } from './salience/filterBySalience.ts';

/** Whether a person has reviewed an event, and the result. */
type EventStatus = 'extracted' | 'confirmed' | 'corrected' | 'rejected';

/** The date of an event: its words, their span, their meaning and how it was determined. */
interface EventDate {
  readonly phrase: string;
  readonly span: Span;
  /** ISO 8601-2, or null if it cannot be said. */
  readonly edtf: string | null;
  readonly certainty: DateExpression['certainty'];
  /** Missing if an editor set the date. */
  readonly ruleId?: RuleReading['ruleId'] | undefined;
  readonly ruleData?: RuleReading['ruleData'];
}

/** Words of the source, with their span. */
interface Fragment {
  readonly text: string;
  readonly span: Span;
  /** What it was taken from, if the event's own sentences do not say so. */
  readonly inferred?: 'dateline' | undefined;
}

/** Something that the article says happened, was foiled, said or planned. All spans are in the source. */
export interface ExtractedEvent {
  /** The source's own words for it. */
  readonly label: string;
  readonly kind: EventKind;
  readonly modality: Modality;
  readonly date: EventDate | null;
  readonly places: readonly Fragment[];
  readonly actors: readonly Fragment[];
  /** A whole sentence. */
  readonly span: Span;
  /** The word of that sentence that expresses it; distinguishes the events of one sentence. */
  readonly trigger: Span;
  /** Other sentences about the same event, in order. */
  readonly also: readonly Span[];
  readonly status: EventStatus;
}

/**
 * Finds the events that an English article reports, in text order. Includes captions, but not titles and headings, nor
 * what is only mentioned in passing. Nearly linear in the source.
 */
export function extractEvents(article: Article, tags?: ArticleTags): readonly ExtractedEvent[] {
  return finish(extractionSteps(article, tags));
}

/** Does what `extractEvents` does, in steps. */
export function* extractionSteps(article: Article, _tags?: ArticleTags): Steps<readonly ExtractedEvent[]> {
  const weighed = yield* weighingSteps(article);
  return weighed.filter(({ reported }) => reported).map((event) => extractedEvent(article.source, event));
}

/** Builds an event from its mentions. */
export function extractedEvent(source: string, { main, also }: MergedMention): ExtractedEvent {
  const { label, kind, modality, date, places, actors, span, trigger } = main;
  return {
    label,
    kind,
    modality,
    date: date ? eventDate(date) : null,
    places: places.map((place) => placeFragment(source, place)),
    actors: actors.map((actor) => ({ text: source.slice(...actor), span: actor })),
    span,
    trigger,
    also,
    status: 'extracted',
  };
}

function eventDate({ text, span, edtf, certainty, ruleId, ruleData }: DateExpression): EventDate {
  return { phrase: text, span, edtf, certainty, ruleId, ...(ruleData ? { ruleData } : {}) };
}

function placeFragment(source: string, { span, inferred }: Place): Fragment {
  const text = source.slice(...span);
  return inferred === undefined ? { text, span } : { text, span, inferred };
}
