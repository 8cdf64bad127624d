import type { Feature } from '../../src/search/features/features.ts';
import { area } from './area.ts';
import type { Example } from './examples.ts';
import { firstRow, trainOrder } from './order.ts';
import { answerScore, thresholdFor, trainSilence } from './silence.ts';

const FOLDS = 4;
/** Share of answerable questions that must be answered in each set, with a little to spare. */
export const ANSWERED_SHARE = 0.955;

/** Percentages by set and variant: paragraph first, sentence first, and of how many. */
export type OrderFigures = Readonly<
  Record<string, { readonly paragraph: number; readonly sentence: number; readonly n: number }>
>;
/** Percentages by set: answerable questions answered, others met with silence, and the area under the curve. */
export type SilenceFigures = Readonly<
  Record<string, { readonly answered: number; readonly silent: number; readonly area: number }>
>;

/** Measures on articles that nothing was trained on. */
export function crossValidate(examples: readonly Example[]): { order: OrderFigures; silence: SilenceFigures } {
  const orders = trainOrders(examples);
  return { order: orderFigures(examples, orders), silence: silenceFigures(examples, orders) };
}

/** Measures the order alone, without some features. */
export function crossValidateOrder(examples: readonly Example[], without: readonly Feature[]): OrderFigures {
  return orderFigures(examples, trainOrders(examples, without));
}

/** Picks what weights are trained on: typing errors and keywords teach nothing more. */
export function trainingExamples(examples: readonly Example[]): readonly Example[] {
  return examples.filter(({ variant }) => variant === 'q' || variant === 'pooled');
}

function trainOrders(examples: readonly Example[], without: readonly Feature[] = []): readonly Float64Array[] {
  const known = trainingExamples(examples);
  return Array.from({ length: FOLDS }, (_, fold) =>
    trainOrder(
      known.filter(({ article }) => article % FOLDS !== fold),
      without,
    ),
  );
}

function orderFigures(examples: readonly Example[], orders: readonly Float64Array[]): OrderFigures {
  const found: Record<string, { paragraph: number; sentence: number; n: number }> = {};
  for (const example of examples.filter(({ answerable }) => answerable)) {
    const first = firstRow(example, orders[example.article % FOLDS]!);
    const sum = (found[`${example.set} ${example.variant}`] ??= { paragraph: 0, sentence: 0, n: 0 });
    sum.n += 1;
    sum.paragraph += example.inParagraph[first] ?? 0;
    sum.sentence += example.isAnswer[first] ?? 0;
  }
  return Object.fromEntries(
    Object.entries(found).map(([key, { paragraph, sentence, n }]) => [
      key,
      { paragraph: percent(paragraph / n), sentence: percent(sentence / n), n },
    ]),
  );
}

function silenceFigures(examples: readonly Example[], orders: readonly Float64Array[]): SilenceFigures {
  const trials = examples.filter(({ variant }) => variant !== 'pooled');
  const scored = orders.flatMap((order, fold) => {
    const known = trials.filter(({ article, variant }) => article % FOLDS !== fold && variant === 'q');
    const silence = trainSilence(known, order);
    const score = (example: Example) => answerScore(example, order, silence);
    const threshold = thresholdFor(known, known.map(score), ANSWERED_SHARE);
    const own = trials.filter(({ article }) => article % FOLDS === fold);
    return own.map((example) => ({ example, score: score(example), reached: score(example) >= threshold }));
  });
  const byKey = Map.groupBy(scored, ({ example }) => `${example.set} ${example.variant}`);
  return Object.fromEntries(
    Array.from(byKey, ([key, own]) => {
      const [yes, no] = [
        own.filter(({ example }) => example.answerable),
        own.filter(({ example }) => !example.answerable),
      ];
      const share = (some: typeof own) => some.filter(({ reached }) => reached).length / some.length;
      const scores = (some: typeof own) => some.map(({ score }) => score);
      const figures = { answered: share(yes), silent: 1 - share(no), area: area(scores(yes), scores(no)) };
      return [
        key,
        { answered: percent(figures.answered), silent: percent(figures.silent), area: percent(figures.area) },
      ];
    }),
  );
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}
