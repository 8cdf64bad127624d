import { createReader } from '../src/createReader.ts';

// A program that uses a reader and ends: closed, with an idle thread, in the middle of work, or of loading.

const way = process.argv[2];
const reader = createReader({ runtimes: [way === 'wasm' ? 'wasm' : 'native'] });
const loading = reader.warm();
if (way !== 'loading') {
  const status = await loading;
  const tagging = await reader.tag(['The ferry ran aground.']);
  if (status.state !== 'ready' || !tagging.ready) process.exit(3);
}
if (way === 'close') await reader.close();
if (way === 'busy') void reader.tag(Array.from({ length: 500 }, () => 'The ferry ran aground off Holm.'));
process.stdout.write('done\n');
// What is under way keeps a process from ending.
if (way === 'busy' || way === 'loading')
  setTimeout(() => process.exit(0), way === 'busy' ? 50 : Number(process.argv[3]));
