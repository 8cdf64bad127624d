import { counted } from '../counted.ts';

/** Said if a message has no quotation. */
export const NO_QUOTATION =
  'No quotation was found in this message. Only words between quotation marks and in block quotes are checked, outside code and small print.';
/** Said if a draft has no quotation. */
export const NO_QUOTATION_IN_FILE =
  'No quotation was found. Only words between quotation marks and in block quotes are checked, outside code.';
/** Said if a message has no quotation after those already checked. */
export const NO_FURTHER_QUOTATION = 'There is no further quotation in this message.';
/** Says how to check those that do not fit. */
export const CHECK_THE_OTHERS = 'To check the others, put them into a message of their own.';

/** Says how to check the quotations from a given number on, in the terminal. */
export function checkFrom(number: number): string {
  return `--from ${number} checks those that follow.`;
}

/** Says that quotations, by number, were not checked because those around them are in the source. */
export function onlyWithinOthers([first, last]: readonly [number, number], quotations: number): string {
  const which = first === last ? `Number ${first}` : `Numbers ${first} to ${last}`;
  const are = first === last ? 'is within another that is' : 'are within others that are';
  return `${which} of the ${quotations} quotations in this message ${are} in the source.`;
}

/** Says how many quotations a message has, and which were checked if not all were. */
export function quotationsInWords({
  verdicts,
  quotations,
  checked,
}: {
  readonly verdicts: number;
  readonly quotations?: number | undefined;
  readonly checked?: readonly [from: number, to: number] | undefined;
}): string {
  if (quotations === undefined || !checked) return `${counted(verdicts, 'quotation')} in this message.`;
  const [from, to] = checked;
  const skipped = to - from + 1 - verdicts;
  const inner =
    skipped === 0
      ? ''
      : ` ${counted(skipped, 'quotation')} within another that is in the source ${skipped === 1 ? 'is' : 'are'} not listed.`;
  return `${counted(quotations, 'quotation')} in this message; ${from === to ? `number ${from} is` : `numbers ${from} to ${to} are`} checked here.${inner}`;
}
