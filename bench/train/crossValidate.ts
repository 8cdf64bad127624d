import type { Feature } from '../../src/search/features.ts';
import type { Example, Trial } from './examples.ts';
import { scoresOf, trainOrder } from './order.ts';
import { answerScore, thresholdFor, trainSilence } from './silence.ts';

const FOLDS = 4;
/** Share of answerable questions that must be answered, with a little to spare. */
export const ANSWERED_SHARE = 0.96;

/** Percentages by set and variant: paragraph first, sentence first, and of how many. */
export type OrderFigures = Readonly<
  Record<string, { readonly paragraph: number; readonly sentence: number; readonly n: number }>
>;

/** Measures the order on articles that it was not trained on. */
export function crossValidateOrder(examples: readonly Example[], without: readonly Feature[] = []): OrderFigures {
  const found: Record<string, { paragraph: number; sentence: number; n: number }> = {};
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = trainOrder(
      examples.filter(({ article }) => article % FOLDS !== fold),
      without,
    );
    for (const example of examples.filter(({ article }) => article % FOLDS === fold)) {
      const scores = scoresOf(example, weights);
      const first = scores.indexOf(Math.max(...scores));
      const sum = (found[`${example.set} ${example.variant}`] ??= { paragraph: 0, sentence: 0, n: 0 });
      sum.n += 1;
      sum.paragraph += example.inParagraph[first] ?? 0;
      sum.sentence += example.isAnswer[first] ?? 0;
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([key, { paragraph, sentence, n }]) => [
      key,
      { paragraph: percent(paragraph / n), sentence: percent(sentence / n), n },
    ]),
  );
}

/** Percentages by set: answerable questions answered, others met with silence, and the area under the curve. */
export type SilenceFigures = Readonly<
  Record<string, { readonly answered: number; readonly silent: number; readonly area: number }>
>;

/** Measures silence on articles that nothing was trained on; the threshold is each fold's own. */
export function crossValidateSilence(examples: readonly Example[], trials: readonly Trial[]): SilenceFigures {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const order = trainOrder(examples.filter(({ article, variant }) => article % FOLDS !== fold && variant === 'q'));
    const known = trials.filter(({ article }) => article % FOLDS !== fold);
    const silence = trainSilence(known, order);
    const threshold = thresholdFor(
      known
        .filter(({ answerable, variant }) => answerable && variant === 'q')
        .map((trial) => answerScore(trial, order, silence)),
      ANSWERED_SHARE,
    );
    return trials
      .filter(({ article }) => article % FOLDS === fold)
      .map((trial) => ({ trial, score: answerScore(trial, order, silence), threshold }));
  }).flat();
  const keys = [...new Set(trials.map(({ set, variant }) => `${set} ${variant}`))];
  return Object.fromEntries(
    keys.map((key) => {
      const own = scored.filter(({ trial }) => `${trial.set} ${trial.variant}` === key);
      const [yes, no] = [own.filter(({ trial }) => trial.answerable), own.filter(({ trial }) => !trial.answerable)];
      const reached = (some: typeof own) =>
        some.filter(({ score, threshold }) => score >= threshold).length / some.length;
      return [
        key,
        {
          answered: percent(reached(yes)),
          silent: percent(1 - reached(no)),
          area: percent(
            area(
              yes.map(({ score }) => score),
              no.map(({ score }) => score),
            ),
          ),
        },
      ];
    }),
  );
}

/** The chance that an answerable question scores higher than another. */
function area(yes: readonly number[], no: readonly number[]): number {
  const sorted = no.toSorted((a, b) => a - b);
  const below = (score: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < score) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return yes.reduce((sum, score) => sum + below(score), 0) / (yes.length * no.length || 1);
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}
