import { salient } from '../../src/answer/salience.ts';

/** Adapter for the summary harness: the sentences that `/summary` would choose, in order. */
export default {
  name: 'rapporteur',
  summarize: (
    { title, sents }: { readonly title?: string; readonly sents: readonly string[] },
    count: number,
  ): readonly string[] =>
    salient(
      sents.map((text) => ({ text, block: 0 })),
      { limit: count, free: count, title },
    )
      .toSorted((a, b) => a - b)
      .map((index) => sents[index]!),
};
