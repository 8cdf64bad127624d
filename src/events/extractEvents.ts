import { isTextBlock, type Article } from '../article/article.ts';
import { dateExpressions, type DateExpression } from '../language/dates/dateExpressions.ts';
import type { Span } from '../language/span.ts';
import { mergedMentions } from './mergedMentions.ts';
import type { Modality } from './mentions/mention.ts';
import type { EventMention } from './eventMention.ts';
import { sentenceEvents } from './sentenceEvents.ts';
import type { EventKind } from './triggers.ts';

/** Whether a person has looked at an event, and what came of it. */
export type EventStatus = 'extracted' | 'confirmed' | 'corrected' | 'rejected';

/** The date of an event: its words, where they stand, what they mean and how that was found. */
export interface EventDate {
  readonly phrase: string;
  readonly span: Span;
  /** ISO 8601-2, or null where it cannot be said. */
  readonly edtf: string | null;
  readonly certainty: DateExpression['certainty'];
  readonly rule: string;
}

/** Words of the source with their span. */
export interface Fragment {
  readonly text: string;
  readonly span: Span;
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
  /** The word in that sentence that tells of it; tells apart the events of one sentence. */
  readonly trigger: Span;
  /** Other sentences that tell of the same event, in order. */
  readonly also: readonly Span[];
  readonly status: EventStatus;
}

/** A mention is an event from this weight on; see `weightOf`. */
const MIN_WEIGHT = 4;

/**
 * Finds the events that an English article reports, in order of the text. Titles and headings are left out, captions
 * are not. Near linear in the source.
 */
export function extractEvents(article: Article): readonly ExtractedEvent[] {
  const { source, published } = article;
  const dates = dateExpressions(source, { reference: published });
  const mentions = article.blocks
    .filter(isTextBlock)
    .flatMap(({ sentences, kind }) =>
      sentences.flatMap((span) => (kind === 'standfirst' ? [] : sentenceEvents(span, { text: source, dates }))),
    )
    .filter(isReported);
  return mergedMentions(mentions).map(({ main, also }) => eventOf(source, main, also));
}

/** Leaves out what only might be, what is true in general, and what nothing makes definite. */
function isReported({ modality, weight, mention, date, places, placed, actors }: EventMention): boolean {
  const { trigger, finite } = mention;
  const dated = date !== undefined && date.certainty !== 'vague';
  if (modality === 'possible') return false;
  if (modality === 'planned' || modality === 'denied') return weight >= MIN_WEIGHT + 1 && dated;
  if (trigger.word === 'verb' && !finite) return false;
  if (trigger.weak && !dated && !(placed && actors.length > 0)) return false;
  if (trigger.weak && trigger.word === 'verb' && actors.length === 0 && places.length === 0) return false;
  const exact = places.some(({ kind }) => kind !== 'country' && kind !== 'region');
  if (trigger.form === 'plural' && !dated && !(finite && (exact || date !== undefined))) return false;
  return weight >= MIN_WEIGHT;
}

function eventOf(source: string, main: EventMention, also: readonly Span[]): ExtractedEvent {
  const { label, kind, modality, date, places, actors, span, trigger } = main;
  return {
    label,
    kind,
    modality,
    date: date
      ? { phrase: date.text, span: date.span, edtf: date.edtf, certainty: date.certainty, rule: date.rule }
      : null,
    places: places.map((place) => ({ text: source.slice(...place.span), span: place.span })),
    actors: actors.map((actor) => ({ text: source.slice(...actor), span: actor })),
    span,
    trigger,
    also,
    status: 'extracted',
  };
}
