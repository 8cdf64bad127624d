import { createMetrics, SECONDS, type Metrics } from '../../runtime/metrics.ts';
import { queue } from '../../runtime/steps/createQueue.ts';
import { createDigestDrafts } from '../digests/digestDrafts.ts';
import { createOnce } from '../messages/createOnce.ts';
import type { BotContext } from './botContext.ts';
import { createRateGate, type RateLimit } from './rateGate.ts';

export interface ContextOptions extends Omit<BotContext, 'count' | 'drafts' | 'enter' | 'once' | 'queue'> {
  readonly limit: RateLimit;
  /** Counts what is answered. Default: no metrics. */
  readonly metrics?: Metrics | undefined;
}

/** Creates what the handlers of one process share. */
export function createBotContext({ limit, metrics = createMetrics(), ...rest }: ContextOptions): BotContext {
  const gate = createRateGate(limit);
  return {
    ...rest,
    count: counting(metrics),
    enter: (member, use) => gate.enter(member, Date.now(), use),
    once: createOnce(),
    drafts: createDigestDrafts(),
    queue,
  };
}

function counting(metrics: Metrics): BotContext['count'] {
  const answered = metrics.counter(
    'rapporteur_interactions_total',
    'Interactions and mentions by command and outcome.',
    ['command', 'outcome'],
  );
  const times = metrics.histogram('rapporteur_answer_seconds', 'From an interaction to its answer.', {
    buckets: SECONDS,
    labels: ['command'],
  });
  return (command, outcome, seconds) => {
    answered.add({ command, outcome });
    times.observe(seconds, { command });
  };
}
