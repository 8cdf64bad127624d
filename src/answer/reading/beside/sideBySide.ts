/** A sentence with how likely it answers, and where it is. */
interface Placed {
  readonly article: { readonly id: string };
  readonly at: readonly [block: number, sentence: number];
  readonly likely: number;
}

/** A neighbour must be at least this share as likely as the first to be part of the answer. */
const LEAST_SHARE = 0.2;

/**
 * Puts the sentence second that stands right beside the first one and answers about as well: what happened and what came of
 * it are often two sentences. The rest stays in its order.
 */
export function sideBySide<One extends Placed>(ranked: readonly One[]): readonly One[] {
  const [first, ...others] = ranked;
  if (!first) return ranked;
  const beside = others.find((one) => one.likely >= LEAST_SHARE * first.likely && areBeside(first, one));
  return beside ? [first, beside, ...others.filter((one) => one !== beside)] : ranked;
}

function areBeside(one: Placed, other: Placed): boolean {
  return one.article.id === other.article.id && one.at[0] === other.at[0] && Math.abs(one.at[1] - other.at[1]) === 1;
}
