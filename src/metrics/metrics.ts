/** The values that tell the members of one metric apart, such as `{outcome: 'posted'}`. */
type Labels = Readonly<Record<string, string>>;

/** Counts up. */
interface Counter {
  add(labels?: Labels, amount?: number): void;
}

/** Counts observations by size. */
interface Histogram {
  observe(value: number, labels?: Labels): void;
}

/** Metrics by name; asking for the same name twice gives the same one. */
export interface Metrics {
  counter(name: string, help: string): Counter;
  /** `buckets` are the upper bounds, in ascending order, without infinity. */
  histogram(name: string, help: string, buckets: readonly number[]): Histogram;
  /** A value that is looked up whenever the metrics are read. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Writes all metrics in Prometheus' text format 0.0.4. A gauge that cannot be read is left out. */
  text(): Promise<string>;
}

interface Metric {
  readonly help: string;
  readonly type: 'counter' | 'histogram' | 'gauge';
  lines(): readonly string[] | Promise<readonly string[]>;
}

/** Bounds for times, in seconds. */
export const SECONDS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/** Starts with no metrics. */
export function createMetrics(): Metrics {
  const metrics = new Map<string, Metric>();
  const named = <Kind extends Metric>(name: string, create: () => Kind): Kind => {
    const metric = metrics.get(name) ?? create();
    metrics.set(name, metric);
    return metric as Kind;
  };
  return {
    counter: (name, help) => named(name, () => createCounter(name, help)),
    histogram: (name, help, buckets) => named(name, () => createHistogram(name, help, buckets)),
    gauge: (name, help, read) => void named(name, () => createGauge(name, help, read)),
    async text() {
      const parts = await Promise.all([...metrics].map(async ([name, metric]) => sectionOf(name, metric)));
      return parts.join('');
    },
  };
}

async function sectionOf(name: string, metric: Metric): Promise<string> {
  const help = metric.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  const head = [`# HELP ${name} ${help}`, `# TYPE ${name} ${metric.type}`];
  return head
    .concat(await metric.lines())
    .join('\n')
    .concat('\n');
}

function createCounter(name: string, help: string): Counter & Metric {
  const values = new Map<string, number>();
  return {
    help,
    type: 'counter',
    add(labels = {}, amount = 1) {
      const key = labelText(labels);
      values.set(key, (values.get(key) ?? 0) + amount);
    },
    lines: () => [...values].map(([labels, value]) => `${name}${labels} ${value}`),
  };
}

function createHistogram(name: string, help: string, buckets: readonly number[]): Histogram & Metric {
  const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number }>();
  return {
    help,
    type: 'histogram',
    observe(value, labels = {}) {
      const key = labelText(labels);
      const one = series.get(key) ?? {
        labels,
        counts: Array.from<number>({ length: buckets.length + 1 }).fill(0),
        sum: 0,
      };
      series.set(key, one);
      const bucket = buckets.findIndex((bound) => value <= bound);
      one.counts[bucket === -1 ? buckets.length : bucket]! += 1;
      one.sum += value;
    },
    lines: () =>
      [...series.values()].flatMap(({ labels, counts, sum }) => {
        let total = 0;
        const bounds = [...buckets.map(String), '+Inf'].map((le, at) => {
          total += counts[at]!;
          return `${name}_bucket${labelText({ ...labels, le })} ${total}`;
        });
        return bounds.concat(`${name}_sum${labelText(labels)} ${sum}`, `${name}_count${labelText(labels)} ${total}`);
      }),
  };
}

function createGauge(name: string, help: string, read: () => number | Promise<number>): Metric {
  return {
    help,
    type: 'gauge',
    async lines() {
      try {
        return [`${name} ${await read()}`];
      } catch {
        return [];
      }
    },
  };
}

function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  );
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}
