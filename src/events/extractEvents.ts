import { isTextBlock, type Article } from '../article/article.ts';
import { dateExpressions, type DateExpression } from '../language/dates/dateExpressions.ts';
import type { Span } from '../language/span.ts';
import { datelineOf, type Dateline } from './dateline.ts';
import { edtfInterval } from './edtfInterval.ts';
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
  const opening = article.blocks.find(({ kind }) => kind === 'paragraph');
  const dateline = opening && datelineOf(source, opening.span);
  const dates = dateExpressions(source, { reference: reportedOn(source, dateline, published) });
  const mentions = article.blocks
    .filter(isTextBlock)
    .flatMap(({ sentences, kind }) =>
      sentences.flatMap((span) =>
        kind === 'standfirst' ? [] : sentenceEvents(span, { text: source, dates, from: dateline?.span[1] }),
      ),
    )
    .filter((mention) => (mention.mention.trigger.generic ? isFixed(mention) : isReported(mention)));
  return mergedMentions(mentions).map(({ main, also }) => eventOf(source, main, also));
}

/** How long after its dateline a report may be published. */
const PUBLISHED_WITHIN_DAYS = 31;

/** Gives the day on which a report was written: its dateline's, where that is shortly before the article's date. */
function reportedOn(source: string, dateline: Dateline | undefined, published: string | undefined): string | undefined {
  if (!dateline?.date) return published;
  const written = dateExpressions(source.slice(...dateline.date), { reference: published })[0]?.edtf;
  const [day, last] = [written, published].map((edtf) => (edtf == null ? undefined : edtfInterval(edtf)));
  if (!written || !day || day[0] !== day[1]) return published;
  return !last || (day[0] <= last[1] && last[0] - day[0] <= PUBLISHED_WITHIN_DAYS) ? written : published;
}

/** "The crime" and the like matter only where they say when or where. */
function isFixed({ modality, date, places }: EventMention): boolean {
  return modality === 'actual' && (date?.edtf != null || places.length > 0);
}

/** Leaves out what only might be, what is true in general, and what nothing makes definite. */
export function isReported({ modality, weight, mention, date, places, placed, actors }: EventMention): boolean {
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
