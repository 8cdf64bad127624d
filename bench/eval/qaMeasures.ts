import { loadHarness, readData } from './evalData.ts';
import type { Measure } from './printMeasures.ts';
import qa from './qa.ts';

interface Found {
  readonly hit1: number;
  readonly sent1: number;
  readonly verbatim: number;
}
interface QaResult {
  readonly variants: Readonly<Record<string, Found>>;
  readonly offTopicAUC: number;
}

const VARIANTS = { q: 'as asked', typo1: 'one typing error', typo2: 'two typing errors', kw: 'keywords' } as const;

/** Measures the questions of the three sets, through the harness. */
export async function qaMeasures(): Promise<readonly Measure[]> {
  const { evalQA } = await loadHarness<{
    readonly evalQA: (
      adapter: unknown,
      data: unknown,
      options: { readonly variants: readonly string[] },
    ) => Promise<QaResult>;
  }>('qa');
  const measures: Measure[] = [];
  for (const set of ['qa-dev', 'qa-news-dev', 'qa-long-dev']) {
    const result = await evalQA(qa, readData(set), { variants: Object.keys(VARIANTS) });
    for (const [variant, name] of Object.entries(VARIANTS)) {
      const found = result.variants[variant];
      if (!found) continue;
      measures.push(
        { name: `${set}, ${name}, paragraph first`, value: 100 * found.hit1 },
        { name: `${set}, ${name}, sentence first`, value: 100 * found.sent1 },
      );
    }
    measures.push(
      { name: `${set}, verbatim`, value: 100 * result.variants['q']!.verbatim, target: 100 },
      { name: `${set}, own questions told from others (offAUC)`, value: 100 * result.offTopicAUC },
    );
  }
  return measures;
}
