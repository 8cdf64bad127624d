import { formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { UNIT } from '../dateWords.ts';
import type { RuleId } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

/** "He was now" and "it had now" tell of a then. */
const PAST_BEFORE = /\b(?:was|were|had) $/u;
/** Verbs that are of the article's time, whatever past is told around them. */
const PRESENT = /\b(?:is|are|am|can|may|might|could|should|must|has|have)\b|['’](?:s|re|ve) \p{Ll}+ing\b/u;
const NEAR_CHARS = 40;

/** Times without definite borders: "in recent months", "the coming weeks", "ongoing", "now". */
export const vagueTimes: readonly DateRule[] = [
  {
    name: 'recent',
    pattern: patternOf(
      `(?:the )?(?:recent|past|last|previous) (?:few |several |couple of )?${UNIT}|(?:the )?(?:past|last) (?:few|several|couple of) ${UNIT}|recently|lately|of late`,
    ),
    means: ({ 0: written }, { reference }) => {
      if (/^(?:the )?(?:past|last|previous) (?:day|week|month|quarter|year|decade|century|fortnight)$/iu.test(written))
        return undefined;
      return open(reference, { ahead: false, ruleId: 'some-time-up-to' });
    },
  },
  {
    name: 'coming',
    pattern: patternOf(
      `(?:the )?(?:coming|next) (?:few |several |couple of )?(?:days|weeks|months|quarters|years|decades)|(?:the )?(?:next|coming) (?:few|several|couple of) ${UNIT}|in the near future|(?<!\\b(?:as|so|too|how|once|no) )soon(?! after| afterwards| as)`,
    ),
    means: ({ 0: written }, context) =>
      /^soon$/iu.test(written) && isNarrated(context)
        ? undefined
        : open(context.reference, { ahead: true, ruleId: 'some-time-after' }),
  },
  {
    name: 'present',
    pattern: patternOf(
      'ongoing|currently|at present|presently|right now|nowadays|these days|at the moment|as of now|now(?! that)|until now|to date',
    ),
    means: ({ 0: written }, { reference, text, span: [start] }) => {
      if (
        /^(?:now|currently|presently)$/iu.test(written) &&
        PAST_BEFORE.test(text.slice(Math.max(0, start - 8), start))
      )
        return undefined;
      return reference
        ? { edtf: `${formatCalendarDate(reference)}~`, certainty: 'vague', ruleId: 'holds-at-article-date' }
        : unknownTime('holds-at-article-date');
    },
  },
];

/** Returns true if "soon" is soon after something that is told, not after the article. */
function isNarrated({ text, span: [start, end], tense }: DateContext): boolean {
  if (tense() !== 'past') return false;
  const clause = text.slice(Math.max(0, start - NEAR_CHARS), start).split(/[.!?;]\s/u);
  return (
    !PRESENT.test(clause.at(-1) ?? '') && !PRESENT.test(text.slice(end, end + NEAR_CHARS).split(/[.!?,;]/u)[0] ?? '')
  );
}

function open(reference: CalendarDate | null, { ahead, ruleId }: { ahead: boolean; ruleId: RuleId }): Meaning {
  if (!reference) return unknownTime(ruleId);
  const date = formatCalendarDate(reference);
  return { edtf: ahead ? `${date}/` : `/${date}`, certainty: 'vague', ruleId };
}
