import type { Meaning } from '../dateRule.ts';

/** What a time means that is counted from the article's date, where that is not known. */
export function unknownTime(rule: string): Meaning {
  return { edtf: null, certainty: 'vague', rule: `${rule}; the article’s date is not known` };
}
