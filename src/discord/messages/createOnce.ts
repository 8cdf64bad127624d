/** Ids that are remembered; more than Discord sends again after a connection was lost. */
const MAX_IDS = 10_000;

/** Creates a function that returns true the first time it is called with an id, for the last 10,000 ids. */
export function createOnce(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > MAX_IDS) for (const oldest of [...seen].slice(0, MAX_IDS / 10)) seen.delete(oldest);
    return true;
  };
}
