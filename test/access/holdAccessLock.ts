import { withAccessLock } from '../../src/access/withAccessLock.ts';

/** A process that takes the lock, says so, and keeps it until it is killed. */
await withAccessLock(process.argv[2] ?? '', () => {
  process.send?.('held');
  return new Promise((resolve) => {
    setTimeout(resolve, 60_000);
  });
});
