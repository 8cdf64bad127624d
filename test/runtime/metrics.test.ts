import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../src/runtime/metrics.ts';

describe('createMetrics', () => {
  test('writes counters with their labels, escaped', async () => {
    const metrics = createMetrics();
    metrics.counter('digests_total', 'Digests by outcome.', ['outcome']).add({ outcome: 'posted' });
    metrics.counter('digests_total', 'ignored', ['outcome']).add({ outcome: 'posted' }, 2);
    metrics.counter('digests_total', 'ignored', ['outcome']).add({ outcome: 'a "b"\n\\' });
    expect(await metrics.text()).toBe(
      [
        '# HELP digests_total Digests by outcome.',
        '# TYPE digests_total counter',
        'digests_total{outcome="posted"} 3',
        String.raw`digests_total{outcome="a \"b\"\n\\"} 1`,
        '',
      ].join('\n'),
    );
  });

  test('counts an observation in its bucket and each larger one, the bound included', async () => {
    const metrics = createMetrics();
    const histogram = metrics.histogram('lateness_seconds', 'Lateness.', { buckets: [1, 5], labels: ['kind'] });
    for (const value of [0.5, 1, 1.5, 7]) histogram.observe(value, { kind: 'a' });
    expect((await metrics.text()).split('\n').slice(2)).toEqual([
      'lateness_seconds_bucket{le="1",kind="a"} 2',
      'lateness_seconds_bucket{le="5",kind="a"} 3',
      'lateness_seconds_bucket{le="+Inf",kind="a"} 4',
      'lateness_seconds_sum{kind="a"} 10',
      'lateness_seconds_count{kind="a"} 4',
      '',
    ]);
  });

  test('reads gauges again each time, and leaves out one that fails', async () => {
    const metrics = createMetrics();
    let value = 1;
    metrics.gauge('queue', 'Queue.', () => value);
    metrics.gauge('broken', 'Broken.', () => Promise.reject(new Error('no')));
    value = 2;
    expect(await metrics.text()).toContain('\nqueue 2\n');
    expect(await metrics.text()).not.toMatch(/^broken/mu);
  });
});
