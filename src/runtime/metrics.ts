import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Metrics by name; requesting the same name twice returns the same one. */
export interface Metrics {
  /** A counter. `labels` are the names of its labels. */
  counter<Label extends string = never>(name: string, help: string, labels?: readonly Label[]): Count<Label>;
  /** Counts observations by size; `buckets` are the upper bounds, in ascending order, without infinity. */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    options: { readonly buckets: readonly number[]; readonly labels?: readonly Label[] },
  ): Observations<Label>;
  /** A value that is read whenever the metrics are. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Formats all metrics in Prometheus' text format 0.0.4. A gauge that cannot be read is left out. */
  text(): Promise<string>;
}

interface Count<Label extends string> {
  add(labels?: Readonly<Record<Label, string>>, amount?: number): void;
}

interface Observations<Label extends string> {
  observe(value: number, labels?: Readonly<Record<Label, string>>): void;
}

/** Bucket bounds for durations, in seconds. */
export const SECONDS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/**
 * Creates the registry, empty or with the process's metrics: processor time, memory, garbage collection, event-loop
 * lag.
 */
export function createMetrics({ ofProcess = false }: { readonly ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  function named<Kind>(name: string, create: () => Kind): Kind {
    return (registry.getSingleMetric(name) as Kind | undefined) ?? create();
  }
  return {
    counter(name, help, labels = []) {
      const counter = named(name, () => new Counter({ name, help, labelNames: [...labels], registers }));
      return { add: (values, amount = 1) => counter.inc(values ?? {}, amount) };
    },
    histogram(name, help, { buckets, labels = [] }) {
      const create = () => new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers });
      const histogram = named(name, create);
      return { observe: (value, values) => histogram.observe(values ?? {}, value) };
    },
    gauge(name, help, read) {
      named(name, () => {
        const gauge: Gauge = new Gauge({
          name,
          help,
          registers,
          async collect() {
            try {
              gauge.set(await read());
            } catch {
              gauge.remove();
            }
          },
        });
        return gauge;
      });
    },
    text: () => registry.metrics(),
  };
}
