import type { AnswerOf } from '../answer/answer.ts';
import { parseZone } from '../settings/zones/parseZone.ts';
import { invalid } from './checkOptions.ts';

/** Reads the time zone given for an option, or says why it is not taken and which ones could be meant. */
export function zoneOption(option: string, typed: string): string | AnswerOf<'invalid'> {
  const reading = parseZone(typed);
  const name = `"${typed.slice(0, 60)}"`;
  switch (reading.kind) {
    case 'zone':
      return reading.zone;
    case 'several':
      return invalid(option, `${name} can mean more than one time zone. Choose the one you mean.`, reading.zones);
    case 'unknown':
      return invalid(
        option,
        `${name} is not a known time zone. Type a city, or a name such as Europe/Paris.`,
        reading.nearest,
      );
    default:
      return reading satisfies never;
  }
}
