import { formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { UNIT } from '../dateWords.ts';
import type { RuleId } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

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
      `(?:the )?(?:coming|next) (?:few |several |couple of )?(?:days|weeks|months|quarters|years|decades)|(?:the )?(?:next|coming) (?:few|several|couple of) ${UNIT}|in the near future|soon(?! after| afterwards)`,
    ),
    means: (_match, { reference }) => open(reference, { ahead: true, ruleId: 'some-time-after' }),
  },
  {
    name: 'present',
    pattern: patternOf(
      'ongoing|currently|at present|presently|right now|nowadays|these days|at the moment|as of now|now(?! that)|until now|to date',
    ),
    means: (_match, { reference }) =>
      reference
        ? {
            edtf: `${formatCalendarDate(reference)}~`,
            certainty: 'vague',
            ruleId: 'holds-at-article-date',
          }
        : unknownTime('holds-at-article-date'),
  },
];

function open(reference: CalendarDate | null, { ahead, ruleId }: { ahead: boolean; ruleId: RuleId }): Meaning {
  if (!reference) return unknownTime(ruleId);
  const date = formatCalendarDate(reference);
  return { edtf: ahead ? `${date}/` : `/${date}`, certainty: 'vague', ruleId };
}
