import { crossValidateOrder, crossValidateSilence } from '../train/crossValidate.ts';
import { readExamples, readTrials } from '../train/examples.ts';
import type { Measure } from './printMeasures.ts';

const SETS = ['qa-dev', 'qa-news-dev', 'qa-long-dev'];

interface Targets {
  readonly paragraph?: number;
  readonly sentence?: number;
}

const ORDER_TARGETS: Readonly<Record<string, Targets>> = {
  'qa-dev q': { paragraph: 89, sentence: 81.5 },
  'qa-dev typo1': { paragraph: 88 },
  'qa-dev typo2': { paragraph: 87 },
  'qa-news-dev q': { paragraph: 90.5, sentence: 87 },
  'qa-long-dev q': { paragraph: 78, sentence: 63 },
};
const SILENCE_TARGETS: Readonly<
  Record<string, { readonly answered: number; readonly silent: number; readonly area: number }>
> = {
  'qa-dev q': { answered: 95, silent: 90, area: 98.5 },
};

/** Trains as `npm run train` does, and measures each article with weights trained on others. */
export async function trainedMeasures(): Promise<readonly Measure[]> {
  const examples = (await Promise.all(SETS.map(readExamples))).flat();
  const trials = SETS.flatMap((set) => readTrials(set, ['q', 'kw']));
  const order = Object.entries(crossValidateOrder(examples)).flatMap(([key, { paragraph, sentence }]) => [
    { name: `${key}, paragraph first`, value: paragraph, target: ORDER_TARGETS[key]?.paragraph },
    { name: `${key}, sentence first`, value: sentence, target: ORDER_TARGETS[key]?.sentence },
  ]);
  const silence = Object.entries(crossValidateSilence(examples, trials)).flatMap(([key, figures]) => [
    { name: `${key}, answered of its own`, value: figures.answered, target: SILENCE_TARGETS[key]?.answered },
    { name: `${key}, silent on others'`, value: figures.silent, target: SILENCE_TARGETS[key]?.silent },
    { name: `${key}, area (offAUC)`, value: figures.area, target: SILENCE_TARGETS[key]?.area },
  ]);
  return [...order, ...silence];
}
