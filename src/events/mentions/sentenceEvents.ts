import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Span } from '../../language/span.ts';
import { actorsOf } from '../actors/actors.ts';
import { edtfInterval, type DayInterval } from '../dates/edtfInterval.ts';
import { enumerated } from './enumerated.ts';
import type { BareMention, EventMention } from './eventMention.ts';
import { governingDate } from '../dates/governingDate.ts';
import { kindOf } from './kinds.ts';
import { labelOf } from './label.ts';
import type { Mention } from './mention.ts';
import { mentionsIn } from './mentionsIn.ts';
import { isAnaphoric } from './anaphora.ts';
import { objectNames } from './namedObject.ts';
import { placeOwners } from '../places/placeOwners.ts';
import { placesIn, type Place } from '../places/places.ts';
import { pruneMentions } from '../merge/pruneMentions.ts';
import { wordAt, sentenceAt, type Sentence } from './sentence.ts';
import { splitByPlace } from '../places/splitByPlace.ts';
import { weightOf } from '../salience/weightOf.ts';
import { dropRepeats } from '../merge/dropRepeats.ts';

/** The context of a sentence. */
export interface SentenceContext {
  /** The text, possibly recased. */
  readonly text: string;
  readonly source: string;
  /** The date expressions of the whole text. */
  readonly dates: readonly DateExpression[];
  /** The day on which the text was written, as in `dayNumber`; past events were not after it. */
  readonly written?: number | undefined;
  /** Where the report starts in the sentence, after a dateline. */
  readonly from?: number | undefined;
}

/**
 * Longer sentences are lists or text without full stops, whose clauses cannot be told apart: they are skipped. The
 * longest real sentences, in statutes, have about 3,000 characters.
 */
const SENTENCE_MAX_CHARS = 10_000;
/** At most this many mentions are read per sentence; time grows with the cube of their number. */
const MENTIONS_MAX = 40;
/** Finds the events of a sentence, in order. */
export function sentenceEvents(
  span: Span,
  { text, source, dates, from, written }: SentenceContext,
): readonly EventMention[] {
  const told: Span = [Math.max(span[0], from ?? 0), span[1]];
  if (told[0] >= told[1] || told[1] - told[0] > SENTENCE_MAX_CHARS) return [];
  const sentence = sentenceAt(text, told);
  const mentions = pruneMentions(mentionsIn(sentence).slice(0, MENTIONS_MAX), sentence);
  if (mentions.length === 0) return [];
  // "Now" and similar words do not say when something happened.
  const inside = dates.filter(
    ({ span, ruleId }) => span[0] >= told[0] && span[1] <= told[1] && ruleId !== 'holds-at-article-date',
  );
  const places = placesIn(text, told);
  const owners = placeOwners(places, { text, sentence, mentions });
  const events = mentions.flatMap((mention) => {
    const told = governingDate(mention, { sentence, dates: inside, mentions });
    const { date, modality } = timed(mention, told, written);
    const own = places.filter((_, index) => owners[index]?.includes(mention));
    const actors = actorsOf(text, mention, sentence);
    const found: BareMention = {
      kind: kindOf(mention, sentence.words),
      modality,
      date,
      places: own,
      actors,
      span,
      trigger: wordAt(sentence.words, mention.at).span,
      mention,
    };
    return splitByPlace(found, text).map((event) => described(event, { source, sentence, own }));
  });
  const all = [...dropRepeats(events), ...enumerated(source, { sentence, mentions, places })];
  return all.filter(({ kind, mention }) => !(kind === 'statement' && mention.trigger.weak && all.length > 1));
}

/** Kinds that are scheduled before they happen. */
const SCHEDULED =
  /^(?:agreement|appointment|closure|election|launch|meeting|opening|protest|publication|strike|trial|visit)$/u;

/** An event dated after the day of writing is planned; one that has happened was not then, so the date is another's. */
function timed(
  { modality, trigger: { kind, word } }: Mention,
  date: DateExpression | undefined,
  written: number | undefined,
): Pick<BareMention, 'date' | 'modality'> {
  const days = date?.edtf == null ? undefined : edtfInterval(date.edtf);
  if (modality !== 'actual' || !days || written === undefined || !isAhead(days, written)) return { date, modality };
  return word === 'noun' && SCHEDULED.test(kind) ? { date, modality: 'planned' } : { date: undefined, modality };
}

/** Returns true if all days are after another day, or start with it and continue. */
function isAhead([first, last]: DayInterval, written: number): boolean {
  return first > written || (first === written && last > written && last !== Infinity);
}

function described(
  event: BareMention,
  { source, sentence, own }: { source: string; sentence: Sentence; own: readonly Place[] },
): EventMention {
  const [first] = own;
  const split = event.places.length < own.length;
  const { mention, places, date } = event;
  const label = labelOf(source, { mention, sentence, places, date: split ? first?.span : date?.span, split });
  return {
    ...event,
    label,
    placed: isPlaced(event, sentence),
    anaphoric: isAnaphoric(mention, sentence),
    names: objectNames(mention, sentence.words),
    weight: weightOf(event, sentence),
  };
}

const CLOSE_WORDS = 5;

function isPlaced({ places, mention, span }: BareMention, { words }: Sentence): boolean {
  return places.some((place) => {
    const from = words.findIndex((word) => word.span[1] > place.span[0]);
    return (
      place.span[0] - span[0] < 'throughout the '.length || (from > mention.at && from - mention.at <= CLOSE_WORDS)
    );
  });
}
