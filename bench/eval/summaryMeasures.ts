import { salient } from '../../src/answer/summary/salience.ts';

/** Adapter for the summary harness: the sentences that `/summary` would choose, in order. */
export default {
  name: 'rapporteur',
  summarize(
    { title, sents }: { readonly title?: string; readonly sents: readonly string[] },
    count: number,
  ): readonly string[] {
    const chosen: number[] = [];
    for (const index of salient(
      sents.map((text) => ({ text, block: 0 })),
      { free: count, title },
    )) {
      if (index !== undefined) chosen.push(index);
      if (chosen.length === count) break;
    }
    return chosen.toSorted((a, b) => a - b).map((index) => sents[index]!);
  },
};
