/** How many words two sets share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

/** Returns true if both sets have words, and each one that the other lacks: two names. */
export function clash(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].some((name) => !b.has(name)) && [...b].some((name) => !a.has(name));
}
