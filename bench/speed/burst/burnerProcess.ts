/** A process that keeps one core busy until it is ended, or who started it is. */
process.on('disconnect', () => process.exit());
const burn = (): void => {
  const end = performance.now() + 50;
  while (performance.now() < end);
  setImmediate(burn);
};
burn();
