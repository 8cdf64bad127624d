import { distance } from 'fastest-levenshtein';

/** Of longer words only so many letters are compared. */
const MAX_CHARS = 100;

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
  return typingErrors(wanted, candidate);
}

/** The letters to add, leave out or replace; two neighbours typed the wrong way round are one error. */
function typingErrors(typed: string, candidate: string): number {
  const [short, other] = [typed.slice(0, MAX_CHARS), candidate.slice(0, MAX_CHARS)];
  return isSwapped(short, other) ? 1 : distance(short, other);
}

function isSwapped(typed: string, candidate: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === candidate[at]) at += 1;
  return (
    `${typed.slice(0, at)}${typed.slice(at + 1, at + 2)}${typed.slice(at, at + 1)}${typed.slice(at + 2)}` === candidate
  );
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
  const isNear = lower.startsWith(wanted) || typingErrors(wanted, lower) <= allowed;
  return isNear ? near : undefined;
}
