import { crossValidate } from '../train/crossValidate.ts';
import { readExamples, readPooled } from '../train/examples.ts';
import { SETS, VARIANTS } from '../train/questions.ts';
import type { Measure } from './printMeasures.ts';

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
  const single = await Promise.all(SETS.map((set) => readExamples(set, VARIANTS)));
  const pooled = await Promise.all(SETS.map(readPooled));
  const figures = crossValidate([...single, ...pooled].flat());
  const order = Object.entries(figures.order).flatMap(([key, { paragraph, sentence }]) => [
    { name: `${key}, paragraph first`, value: paragraph, target: ORDER_TARGETS[key]?.paragraph },
    { name: `${key}, sentence first`, value: sentence, target: ORDER_TARGETS[key]?.sentence },
  ]);
  const silence = Object.entries(figures.silence).flatMap(([key, { answered, silent, area }]) => [
    { name: `${key}, answered of its own`, value: answered, target: SILENCE_TARGETS[key]?.answered },
    { name: `${key}, silent on others'`, value: silent, target: SILENCE_TARGETS[key]?.silent },
    { name: `${key}, area (offAUC)`, value: area, target: SILENCE_TARGETS[key]?.area },
  ]);
  return [...order, ...silence];
}
