import { fold } from '../../../language/folding/fold.ts';

/** A sentence with how likely it answers. */
interface Likely {
  readonly text: string;
  readonly likely: number;
}

/** A sentence that speaks differently must be at least this share as likely as the first. */
const LEAST_SHARE = 0.5;
/** Words by which a sentence says that something is not so, or was not done. */
const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|declin(?:ed?|es|ing)|den(?:y|ied|ies|ying)|refus(?:ed?|es|ing)|reject(?:ed|s|ing)?|fail(?:ed|s|ing)?|rul(?:ed|es|ing) out)\b|n't\b/u;

/**
 * Puts the sentence second that answers a yes-or-no question about as likely as the first, but speaks differently: one says
 * that it is so, the other that it is not. The rest stays in its order.
 */
export function bothSides<One extends Likely>(ranked: readonly One[]): readonly One[] {
  const [first, ...others] = ranked;
  if (!first) return ranked;
  const at = others.findIndex(
    ({ text, likely }) => likely >= LEAST_SHARE * first.likely && isNegated(text) !== isNegated(first.text),
  );
  return at === -1 ? ranked : [first, others[at]!, ...others.filter((_, index) => index !== at)];
}

function isNegated(text: string): boolean {
  return NEGATION.test(fold(text));
}
