import { groupOf, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { NUMBER, numberOf } from '../dateWords.ts';

const AGE_MAX = 120;
const SOMEONE = '(?:he|she)';

/** Times told by somebody's age, once the text has given the birth: "at 17", "at the age of 30", "when she was nine". */
export const ages: readonly DateRule[] = [
  {
    name: 'at-an-age',
    pattern: patternOf(`at (?:the )?age (?:of )?(?<age>${NUMBER})(?![\\d%]|[.,]\\d|[- ](?:days?|weeks?|months?))`),
    means: ({ groups }, context) => atAge(groupOf(groups, 'age'), context),
  },
  {
    name: 'at-a-number',
    pattern: patternOf(`at (?<age>\\d{1,2}|${NUMBER})(?=,? ${SOMEONE} )`),
    // "Sales peaked at 17. She …": an age opens its sentence.
    means: ({ 0: written, groups }, context) =>
      written.startsWith('At') ? atAge(groupOf(groups, 'age'), context) : undefined,
  },
  {
    name: 'when-somebody-was',
    pattern: patternOf(
      `when ${SOMEONE} was (?:just |only |barely |still )?(?<age>${NUMBER})(?=[,.;:)]|\\s*$| years old| and ${SOMEONE} )(?: years old)?`,
    ),
    means: ({ groups }, context) => atAge(groupOf(groups, 'age'), context),
  },
];

/** One of the two years that an age falls in. */
function atAge(written: string, { birth, reference }: DateContext): Meaning | undefined {
  const age = numberOf(written);
  if (birth === undefined || !Number.isInteger(age) || age < 1 || age > AGE_MAX) return undefined;
  const year = birth.year + age;
  if (reference && year > reference.year) return undefined;
  return {
    edtf: `[${year},${year + 1}]`,
    certainty: 'inferred',
    ruleId: 'age',
    ruleData: { count: age },
    anchor: { year },
    isRough: true,
  };
}
