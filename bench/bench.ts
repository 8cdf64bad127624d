import { arch, cpus, platform, totalmem } from 'node:os';
import { answering } from './speed/answering.ts';
import { burst } from './speed/burst/burst.ts';
import { digests } from './speed/digests.ts';
import { interaction } from './speed/interaction.ts';
import { hostile } from './speed/hostile.ts';
import { loop } from './speed/loop.ts';
import { table } from './speed/measure.ts';
import { replicas } from './speed/replicas/replicas.ts';
import { reader } from './speed/reader.ts';
import { reading } from './speed/reading.ts';
import { large, peers, scale } from './speed/scale.ts';
import { startup } from './speed/startup.ts';

/**
 * `npm run bench` prints every table but `large`, `hostile` and `burst`; `npm run bench -- answering` those that are named. Each row is a ratio
 * within one run: what is compared takes the same inputs by turns, after a round that does not count. What `peers` compares
 * with is a package of its own, which it installs: `npm ci --prefix bench/peers`.
 */
const TABLES = {
  answering,
  interaction,
  startup,
  scale,
  peers,
  loop,
  hostile,
  burst,
  digests,
  replicas,
  reader,
  reading,
  large,
} as const;
const ON_DEMAND: ReadonlySet<string> = new Set(['large', 'hostile', 'burst']);

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in TABLES));
if (unknown !== undefined) {
  console.error(`There is no table "${unknown}"; there are ${Object.keys(TABLES).join(', ')}.`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}\n`,
);
for (const [name, measure] of Object.entries(TABLES))
  if (wanted.length === 0 ? !ON_DEMAND.has(name) : wanted.includes(name)) console.log(table(name, await measure()));
