import { crossValidateSalience } from '../train/salienceReports.ts';
import dates from './dates.ts';
import events from './eventMeasures.ts';
import { loadHarness, readData } from './evalData.ts';
import type { Measure } from './printMeasures.ts';
import segmentation from './segmentation.ts';
import summary from './summaryMeasures.ts';

interface Scores {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Measures sentence borders. */
export async function segmentationMeasures(): Promise<readonly Measure[]> {
  const { evalSeg, golden } = await loadHarness<{
    readonly evalSeg: (adapter: unknown, data: unknown) => Promise<{ readonly boundary: Scores }>;
    readonly golden: (adapter: unknown, rules: unknown) => Promise<{ readonly ok: number; readonly n: number }>;
  }>('segmentation');
  const { boundary } = await evalSeg(segmentation, readData('seg-dev'));
  const rules = await golden(segmentation, readData('seg-golden-rules'));
  return [
    { name: 'sentence borders, precision', value: 100 * boundary.p },
    { name: 'sentence borders, recall', value: 100 * boundary.r },
    { name: 'sentence borders, F1', value: 100 * boundary.f1, target: 93 },
    { name: `golden rules, number of ${rules.n}`, value: rules.ok, target: 40 },
  ];
}

/** Measures dates in text. */
export async function dateMeasures(): Promise<readonly Measure[]> {
  const { evalDates } = await loadHarness<{
    readonly evalDates: (adapter: unknown, data: unknown) => Promise<{ readonly all: { readonly value: Scores } }>;
  }>('dates');
  const { value } = (await evalDates(dates, readData('dates-dev'))).all;
  return [
    { name: 'dates, precision', value: 100 * value.p },
    { name: 'dates, recall', value: 100 * value.r },
    { name: 'dates, F1', value: 100 * value.f1, target: 86 },
  ];
}

const EVENT_TARGETS = { type: 78, dateExact: 83, dateNotDct: 77, location: 45 } as const;

/** Measures events, with the weights as they are and with each report weighed by what was trained on others. */
export async function eventMeasures(): Promise<readonly Measure[]> {
  const { evalEvents } = await loadHarness<{
    readonly evalEvents: (
      adapter: unknown,
      data: unknown,
    ) => Promise<{ readonly slots: Readonly<Record<string, Scores>> }>;
  }>('events');
  const { slots } = await evalEvents(events, readData('events-dev'));
  const crossValidated = await crossValidateSalience();
  return (Object.keys(EVENT_TARGETS) as (keyof typeof EVENT_TARGETS)[]).flatMap((slot) => [
    { name: `events, ${slot}, F1, trained on these data`, value: 100 * (slots[slot]?.f1 ?? 0) },
    { name: `events, ${slot}, F1, cross-validated`, value: crossValidated[slot], target: EVENT_TARGETS[slot] },
  ]);
}

const SUMMARY_TARGETS: readonly (readonly [source: RegExp, name: string, target: number])[] = [
  [/cnn/iu, 'CNN/DailyMail', 29],
  [/bbc/iu, 'BBC', 50],
  [/gum/iu, 'GUM', 40],
];

interface SummaryScores {
  readonly r1: number;
  readonly words: number;
  readonly verbatim: number;
}

/** Measures summaries of three sentences. */
export async function summaryMeasures(): Promise<readonly Measure[]> {
  const { evalSum } = await loadHarness<{
    readonly evalSum: (
      adapter: unknown,
      data: unknown,
      sentences: number,
    ) => Promise<{ readonly bySource: Readonly<Record<string, SummaryScores>> }>;
  }>('summ');
  const { bySource } = await evalSum(summary, readData('sum-dev'), 3);
  return SUMMARY_TARGETS.flatMap(([pattern, name, target]) => {
    const scores = Object.entries(bySource).find(([source]) => pattern.test(source))?.[1];
    if (!scores) return [];
    return [
      { name: `summaries, ${name}, ROUGE-1`, value: 100 * scores.r1, target },
      { name: `summaries, ${name}, mean words (a number)`, value: scores.words },
      { name: `summaries, ${name}, verbatim`, value: 100 * scores.verbatim, target: 100 },
    ];
  });
}
