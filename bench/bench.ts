import { arch, cpus, platform, totalmem } from 'node:os';
import { answering } from './speed/answering.ts';
import { digests } from './speed/digests.ts';
import { interaction } from './speed/interaction.ts';
import { table } from './speed/measure.ts';
import { scale } from './speed/scale.ts';
import { startup } from './speed/startup.ts';

/** Prints every table, or those named on the command line; each row is a ratio within this run. */
const TABLES = { answering, interaction, startup, scale, digests } as const;

const wanted = process.argv.slice(2);
console.log(
  `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}\n`,
);
for (const [name, measure] of Object.entries(TABLES)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(table(name, await measure()));
}
