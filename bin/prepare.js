// Loaded before the program, in plain JavaScript that any Node reads: says in one sentence that a Node is too old, reads
// .env, and lets Node keep what it compiled, which takes a third off the start of the command line.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(
    `Rapporteur needs Node 24.15 or newer, and this is ${process.versions.node}: on Linux (x64, arm64) run it with npm after "npm ci", which brings one; elsewhere install Node 24.\n`,
  );
  process.exit(2);
}
if (existsSync('.env')) process.loadEnvFile('.env');
nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
