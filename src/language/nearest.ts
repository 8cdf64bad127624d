import { distance } from 'fastest-levenshtein';

/**
 * Ranks candidates by how near they are to what was typed: those that begin with it, then those that contain it, then
 * by edit distance, ignoring case. Returns `count` at most. Linear in the candidates, quadratic in their length.
 */
export function nearest(typed: string, candidates: readonly string[], count = 3): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, cost: cost(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function cost(wanted: string, candidate: string): number {
  if (candidate.startsWith(wanted)) return 0;
  if (candidate.includes(wanted)) return 0.5;
  return distance(wanted.slice(0, 100), candidate.slice(0, 100));
}

/**
 * Returns the candidate that was probably meant: it begins with what was typed, or differs in few letters, ignoring case.
 * Undefined if none is that near.
 */
export function probablyMeant(typed: string, candidates: readonly string[]): string | undefined {
  const wanted = typed.trim().toLowerCase();
  const [near] = nearest(wanted, candidates, 1);
  if (near === undefined || wanted.length < 2) return undefined;
  const allowed = near.length < 4 ? 1 : Math.max(2, Math.floor(near.length / 3));
  const lower = near.toLowerCase();
  const isNear = lower.startsWith(wanted) || distance(wanted.slice(0, 100), lower.slice(0, 100)) <= allowed;
  return isNear ? near : undefined;
}
