import type { AnswerOf } from '../../../answer/answer.ts';

type Verdict = AnswerOf<'verdict'>;

/** What a verdict looks like, besides its name. */
export interface VerdictLook {
  /** RGB. */
  readonly color: number;
  readonly sign: string;
}

const GREEN = 0x2e7d32;
const AMBER = 0xf9a825;
const RED = 0xc62828;
const BLUE = 0x1565c0;
const GREY = 0x757575;

const LOOKS: Readonly<Record<Verdict['verdict'], VerdictLook>> = {
  exact: { color: GREEN, sign: '✅' },
  folded: { color: GREEN, sign: '☑️' },
  spliced: { color: AMBER, sign: '✂️' },
  altered: { color: RED, sign: '⚠️' },
  elsewhere: { color: BLUE, sign: '↪️' },
  'too-short': { color: GREY, sign: '➖' },
  // Not red: what is not found here may well be genuine.
  absent: { color: GREY, sign: '❔' },
};
const EARLIER: VerdictLook = { color: BLUE, sign: '🕰️' };

/** Chooses the look of a verdict; of one that only a kept edition, or another article, bears out, as its name says. */
export function verdictLook(verdict: Verdict, { isEarlier }: { readonly isEarlier: boolean }): VerdictLook {
  if (isEarlier) return EARLIER;
  return LOOKS[verdict.verdict === 'absent' && verdict.elsewhere ? 'elsewhere' : verdict.verdict];
}
