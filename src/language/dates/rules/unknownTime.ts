import type { Meaning } from '../dateRule.ts';
import type { RuleData, RuleId } from '../ruleReading.ts';

/** Returns what a time means that is counted from the article's date if that date is not known. */
export function unknownTime(ruleId: RuleId, data: RuleData = {}): Meaning {
  return { edtf: null, certainty: 'vague', ruleId, ruleData: { ...data, lacks: 'article date' } };
}
