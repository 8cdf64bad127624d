import type { AnswerOf } from '../answer/answer.ts';
import { zoneProblem } from '../reply/words/commands/optionWords.ts';
import { parseZone } from '../settings/zones/parseZone.ts';
import { invalid } from './checkOptions.ts';

/** Parses the time zone given for an option, or says why it is invalid and which ones could be meant. */
export function zoneOption(option: string, typed: string): string | AnswerOf<'invalid'> {
  const reading = parseZone(typed);
  switch (reading.kind) {
    case 'zone':
      return reading.zone;
    case 'several':
      return invalid(option, zoneProblem('several', typed), reading.zones);
    case 'unknown':
      return invalid(option, zoneProblem('unknown', typed), reading.nearest);
    default:
      return reading satisfies never;
  }
}
