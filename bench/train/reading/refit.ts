import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EVAL_FOLDER } from '../questions.ts';

/**
 * `npm run train:reading`: after a change of the reader's model, or of what is read: imports the reading set, reads for the
 * questions of every set that the reader was not trained on, fits the weights of `reading.json` to that, and prints its figures.
 * All questions are put, none is drawn; it takes about 20 minutes of one core, nearly all of it for reading.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const WEIGHTS = path.join(ROOT, 'src/answer/reading/reading.json');

interface Weights {
  readonly figures: Readonly<
    Record<'order' | 'silence', Readonly<Record<string, Readonly<Record<string, number>>>>>
  > & {
    readonly reliability: readonly Readonly<Record<string, number>>[];
  };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'reading-'));
try {
  const [corpus, readings] = [path.join(folder, 'corpus'), path.join(folder, 'readings.jsonl')];
  const reading = path.join(EVAL_FOLDER, 'reading');
  const texts = readdirSync(reading).filter((name) => name.endsWith('.md'));
  run('src/cli.ts', 'import', ...texts.map((name) => path.join(reading, name)), '--corpus', corpus);
  run('bench/train/reading/readings.ts', corpus, readings);
  run('bench/train/reading/trainReading.ts', readings);
  const { figures } = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as Weights;
  process.stdout.write(
    'Crossed by article, in per cent. Order: paragraph, sentence first, sentence in the first three\n',
  );
  for (const [set, { paragraph, sentence, three, n }] of Object.entries(figures.order))
    print(set, [paragraph, sentence, three], n);
  process.stdout.write('Silence: answered, silent where there is no answer, area\n');
  for (const [set, { answered, silent, area }] of Object.entries(figures.silence)) print(set, [answered, silent, area]);
  process.stdout.write('Confidence: mean, and first sentence right\n');
  for (const { from, mean, right, n } of figures.reliability) print(`from ${from}`, [mean, right], n);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
}

function print(name: string, values: readonly (number | undefined)[], count?: number): void {
  const columns = values.map((value) => (value ?? NaN).toFixed(1).padStart(6)).join(' ');
  process.stdout.write(`  ${name.padEnd(18)}${columns}${count === undefined ? '' : `  n ${count}`}\n`);
}
