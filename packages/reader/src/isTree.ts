/** Whether heads (indexes, -1 for the root's) make one tree: there is one root, and every word leads to it. */
export function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  const leadsToRoot = new Set<number>([-1]);
  for (let word = 0; word < heads.length; word++) {
    const path = new Set<number>();
    let at = word;
    while (!leadsToRoot.has(at)) {
      if (path.has(at)) return false;
      path.add(at);
      at = heads[at] ?? -1;
    }
    for (const each of path) leadsToRoot.add(each);
  }
  return true;
}
