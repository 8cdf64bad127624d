import { isAsking } from '../../language/isAsking.ts';

/** What of a sentence that was read is handed on. */
interface Found {
  readonly text: string;
  readonly block: number;
  readonly place: number;
  readonly order: number | undefined;
  readonly nearness: number;
  readonly follows?: boolean | undefined;
  readonly asks?: boolean | undefined;
  readonly answers?: string | undefined;
}

/**
 * Hands what the words and the meaning of a question find in a sentence that is itself a question on to the sentence that
 * answers it: in an interview, an answer seldom repeats the words of its question. Of several questions in a row, the last
 * is answered. Leaves only sentences that ask nothing.
 */
export function handOn<One extends Found>(read: readonly One[]): readonly One[] {
  let asking: Found | undefined;
  return read.flatMap((one, at) => {
    const before = follows(read[at - 1], one) ? asking : undefined;
    asking = (one.asks ?? isAsking(one.text)) ? likelier(before, one) : undefined;
    return asking ? [] : [likelier(before, one)];
  });
}

function follows(before: Found | undefined, { follows: isNext, block, place }: Found): boolean {
  return isNext ?? (before !== undefined && before.place < place && block - before.block <= 1);
}

/** A sentence with the better of its own order and nearness, and of those of the question before. */
function likelier<One extends Found>(before: Found | undefined, one: One): One {
  if (!before) return one;
  const orders = [before.order, one.order].filter((order) => order !== undefined);
  return {
    ...one,
    answers: before.text,
    order: orders.length === 0 ? undefined : Math.max(...orders),
    nearness: Math.max(before.nearness, one.nearness),
  };
}
