import { isBodyBlock, type Article } from '../../article/article.ts';
import { dateSteps } from '../../language/dates/dateExpressions.ts';
import { overlaps } from '../../language/span.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import { datelineOf } from '../dates/dateline.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import type { EventMention } from '../mentions/eventMention.ts';
import { prepareGazetteer } from '../places/gazetteer.ts';
import { fromDateline } from '../dates/fromDateline.ts';
import { isReported } from '../mentions/isReported.ts';
import { mergeMentions, type MergedMention } from '../merge/mergeMentions.ts';
import { featuresOf, type Features } from './features.ts';
import { isDayAhead } from '../dates/isDayAhead.ts';
import { reportedOn } from '../dates/reportedOn.ts';
import { recased } from '../places/recased.ts';
import { salienceOf } from './salience.ts';
import { sentenceEvents } from '../mentions/sentenceEvents.ts';

/** Something that a text mentions, and its salience. */
export interface WeighedEvent extends MergedMention {
  /** The probability that the text is about it, 0 to 1. */
  readonly salience: number;
  /** The features behind it. */
  readonly features: Features;
  /** Whether a mention is definite enough for a list of events; the others are in passing. */
  readonly reported: boolean;
}

/**
 * Finds everything that an English article mentions, in text order, including mentions in passing. Nearly linear in the
 * source.
 */
export function filterBySalience(article: Article): readonly WeighedEvent[] {
  return finish(weighingSteps(article));
}

/** Does what `filterBySalience` does, about one sentence per step. */
export function* weighingSteps(article: Article): Steps<readonly WeighedEvent[]> {
  const { source } = article;
  const opening = article.blocks.find((block) => block.kind === 'paragraph' && isBodyBlock(block));
  const dateline = opening && datelineOf(source, opening.span);
  const reference = reportedOn(article, dateline);
  const dates = yield* dateSteps(source, { reference, isDayAhead: isDayAhead(dateline) });
  yield* prepareGazetteer();
  const head = dateline && {
    dateline,
    date: dates.find(({ span }) => dateline.date && overlaps(span, dateline.date)),
    leadEnd: opening.span[1],
  };
  const written = reference === undefined ? undefined : edtfInterval(reference)?.[1];
  const spans = article.blocks
    .filter(isBodyBlock)
    .flatMap(({ sentences, kind }) => (kind === 'standfirst' ? [] : sentences));
  const text = recased(source, spans);
  const mentions: EventMention[] = [];
  for (const span of spans) {
    mentions.push(...sentenceEvents(span, { text, source, dates, written, from: dateline?.span[1] }));
    yield;
  }
  const reported = mentions.filter(isReported);
  const passing = mentions.filter((mention) => !mention.mention.trigger.generic && !isReported(mention));
  const all = yield* mergeMentions(reported, passing);
  const sentences = spans.map(([start]) => start);
  const weighed: WeighedEvent[] = [];
  for (const event of all) {
    const { main, members, also } = head ? fromDateline(event, { ...head, all }) : event;
    const features = featuresOf(event, { all, sentences, written, isReported });
    const reportedHere = members.some(isReported);
    weighed.push({ main, members, also, features, salience: salienceOf(features), reported: reportedHere });
    yield;
  }
  return weighed;
}
