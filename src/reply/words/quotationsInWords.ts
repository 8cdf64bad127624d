import { counted } from './counted.ts';

/** Says how many quotations a message has, and which of them were checked if not all were. */
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
