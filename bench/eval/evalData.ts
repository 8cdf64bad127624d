import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EVAL_FOLDER } from '../train/questions.ts';

/** Reads a file of the public data, one JSON object a line. */
export function readData(name: string): readonly unknown[] {
  const lines = readFileSync(path.join(EVAL_FOLDER, `data/${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
}

/** Loads one of the harnesses that lie with the data. */
export async function loadHarness<Harness>(name: string): Promise<Harness> {
  return (await import(pathToFileURL(path.join(EVAL_FOLDER, `harness/${name}.mjs`)).href)) as Harness;
}
