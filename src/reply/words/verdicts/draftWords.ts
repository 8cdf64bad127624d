import type { DraftVerdict } from '../../../answer/verify/checkDraft.ts';
import { QUOTE_MAX_CHARS } from '../../../answer/verify/verify.ts';
import { standingOf } from '../../../answer/verify/standing.ts';
import { counted, listed } from '../counted.ts';
import { NO_QUOTATION_IN_FILE } from './quotationsInWords.ts';

type Kind = Extract<DraftVerdict, { verdict: unknown }>['verdict']['verdict'];

/** In the order in which they are counted. */
const KINDS: Readonly<Record<Kind, string>> = {
  exact: 'exact',
  folded: 'with different typography',
  spliced: 'spliced together',
  elsewhere: 'in a different place',
  altered: 'altered',
  absent: 'not found',
  'too-short': 'too short to judge',
};
/** Lines that are named; of more, the first. */
const LINES_MAX = 20;

/** Names the place of a quotation in a draft: its line, or its paragraph where the draft has no lines. */
export function placeInDraft({ line, place }: Pick<DraftVerdict, 'line' | 'place'>): string {
  return place ?? `Line ${line.toLocaleString('en')}`;
}

/** Says that a quotation was not judged. */
export function tooLong(): string {
  return `Not checked. This quotation has more than ${QUOTE_MAX_CHARS.toLocaleString('en')} characters; check it in parts.`;
}

/** Counts the quotations of a draft by verdict, and says which lines need a look; a sentence each. */
export function draftCounts({
  found,
  within,
}: {
  readonly found: readonly DraftVerdict[];
  /** Quotations that were left out, being within another that is in the source. */
  readonly within: number;
}): readonly string[] {
  if (found.length === 0) return [NO_QUOTATION_IN_FILE];
  const kinds = Object.entries(KINDS).flatMap(([kind, name]) => {
    const count = found.filter((each) => 'verdict' in each && each.verdict.verdict === kind).length;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${name}`];
  });
  const long = found.filter((each) => !('verdict' in each)).length;
  const all = [...kinds, ...(long === 0 ? [] : [`${long.toLocaleString('en')} too long to check`])];
  const failing = found.filter((each) => !('verdict' in each) || standingOf(each.verdict) === 'fails');
  return [
    `${counted(found.length, 'quotation')}: ${listed(all)}.`,
    ...(failing.length === 0 ? [] : [`To look at: ${placesToLookAt(failing)}.`]),
    ...(within === 0
      ? []
      : [
          `${counted(within, 'quotation')} within another that is in the source ${within === 1 ? 'is' : 'are'} not listed.`,
        ]),
  ];
}

function placesToLookAt(found: readonly DraftVerdict[]): string {
  const places = [...new Set(found.map(({ line, place }) => place ?? line.toLocaleString('en')))];
  const shown = places.slice(0, LINES_MAX);
  const more = places.length - shown.length;
  // Places may have commas: "¶4, p. 2".
  if (found.some(({ place }) => place !== undefined))
    return [...shown, ...(more > 0 ? [`and ${counted(more, 'more place')}`] : [])].join('; ');
  const lines = more > 0 ? `${shown.join(', ')} and ${counted(more, 'more line')}` : listed(shown);
  return `${places.length === 1 ? 'line' : 'lines'} ${lines}`;
}
