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

/** What a sentence is read with. */
export interface SentenceContext {
  /** The text, perhaps with other capitals than the source has. */
  readonly text: string;
  readonly source: string;
  /** The date expressions of the whole text. */
  readonly dates: readonly DateExpression[];
  /** The day on which the text was written, as the number that `dayNumber` gives; what has happened was not after it. */
  readonly written?: number | undefined;
  /** Where what is told begins in the sentence, after a dateline. */
  readonly from?: number | undefined;
}

/**
 * Longer ones are lists or text without full stops, whose clauses cannot be told apart: they are not read. The longest
 * real sentences, in statutes, have about 3,000.
 */
const SENTENCE_MAX_CHARS = 10_000;
/** Mentions read in one sentence, the first ones; the time grows with the cube of their number. */
const MENTIONS_MAX = 40;
/** Finds the events that a sentence tells of, in order, one for each. */
export function sentenceEvents(
  span: Span,
  { text, source, dates, from, written }: SentenceContext,
): readonly EventMention[] {
  const told: Span = [Math.max(span[0], from ?? 0), span[1]];
  if (told[0] >= told[1] || told[1] - told[0] > SENTENCE_MAX_CHARS) return [];
  const sentence = sentenceAt(text, told);
  const mentions = pruneMentions(mentionsIn(sentence).slice(0, MENTIONS_MAX), sentence);
  if (mentions.length === 0) return [];
  // "Now" and the like say nothing of when something was.
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

/** Kinds that are fixed for a day before they are. */
const SCHEDULED =
  /^(?:agreement|appointment|closure|election|launch|meeting|opening|protest|publication|strike|trial|visit)$/u;

/** What is to be after the day of writing is planned; what happened was not then, and its date is another's. */
function timed(
  { modality, trigger: { kind, word } }: Mention,
  date: DateExpression | undefined,
  written: number | undefined,
): Pick<BareMention, 'date' | 'modality'> {
  const days = date?.edtf == null ? undefined : edtfInterval(date.edtf);
  if (modality !== 'actual' || !days || written === undefined || !isAhead(days, written)) return { date, modality };
  return word === 'noun' && SCHEDULED.test(kind) ? { date, modality: 'planned' } : { date: undefined, modality };
}

/** Returns true if days are all after another, or begin with it and go on. */
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
