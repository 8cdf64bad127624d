import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Clause } from '../clauses/clause.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { goesBack, isToldAsBackground } from './background.ts';
import { isNarrative } from './narrative.ts';
import { castOf, isDone, isMain, isOfStory, opensStory, PLAIN_SAYING, storyOf, type Story } from './story.ts';

/** How long before its report the day of a story may be that the article comes back to. */
const NEWS_DAYS_MAX = 10;

/**
 * Gives the clauses that go on with what was told on a day that day: in the simple past, about the same people or things,
 * or at a time of day. It ends where a sentence gives another date or tells the background; a report that gives one day
 * alone comes back to it in a later paragraph.
 */
export function withStoryDay(
  clauses: readonly Clause[],
  { written }: { written: number | undefined },
): readonly Clause[] {
  const only = onlyDay(clauses, written);
  const found = new Map<Clause, DateExpression>();
  let story: Story | undefined;
  for (const sentence of Map.groupBy(clauses, ({ tree }) => tree).values()) {
    const opener = sentence.findLast(opensStory);
    if (opener?.date && opener.date.edtf !== story?.date.edtf) {
      story = storyOf(opener, { date: opener.date, isOnly: only === opener.date.edtf });
      continue;
    }
    if (!story || sentence.some(({ place }) => place.block !== 'paragraph' || place.role !== 'none')) continue;
    const joined = goingOn(sentence, story);
    for (const clause of joined) if (clause.date === undefined) found.set(clause, ofStory(story.date));
    const [first] = joined;
    if (first) {
      for (const clause of joined) for (const word of castOf(clause)) story.cast.add(word);
      story.isOpen = true;
      story.sentence = first.place.index;
      story.paragraph = first.place.paragraph;
      story.section = first.place.section;
    } else if (sentence.some(endsStory)) {
      story.isOpen = false;
      story.endedIn = sentence[0]?.place.paragraph ?? story.endedIn;
    }
  }
  return found.size === 0
    ? clauses
    : clauses.map((clause) => {
        const date = found.get(clause);
        return date ? { ...clause, date } : clause;
      });
}

/** The clauses of a sentence that are of the story's day: those that have it, and those that go on with it. */
function goingOn(sentence: readonly Clause[], story: Story): readonly Clause[] {
  const ended = sentence.some(endsStory);
  return sentence.filter((clause) => {
    const { date, dated, modality } = clause;
    if (date !== undefined) return modality === 'actual' && isMain(clause) && date.edtf === story.date.edtf;
    return !ended && !dated && isUndated(clause) && isOfStory(clause, story);
  });
}

/** A main clause of another time, or that tells the background. What is planned does not end what happened. */
function endsStory(clause: Clause): boolean {
  if (!isMain(clause) || clause.modality !== 'actual' || clause.token.upos !== 'VERB') return false;
  return clause.date !== undefined || goesBack(clause);
}

function isUndated(clause: Clause): boolean {
  return isDone(clause) && !PLAIN_SAYING.test(clause.token.lemma) && !isToldAsBackground(clause);
}

/** The one day that an article gives for what happened, shortly before its report or as its writer lived through it. */
function onlyDay(clauses: readonly Clause[], written: number | undefined): string | undefined {
  if (written === undefined) return undefined;
  const days = new Set<string>();
  for (const clause of clauses) {
    const edtf = opensStory(clause) ? (clause.date?.edtf ?? '') : '';
    const [first, last] = edtfInterval(edtf) ?? [Infinity, Infinity];
    const isRecent = first >= written - NEWS_DAYS_MAX || isNarrative(clause);
    if (last <= written && isRecent) days.add(edtf);
  }
  const [only, other] = days;
  return other === undefined ? only : undefined;
}

function ofStory(date: DateExpression): DateExpression {
  return { ...date, certainty: 'inferred', ruleId: 'day-of-the-story', ruleData: undefined };
}
