/** Returns a function's value and slope at a point. */
export type Slope = (point: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

const MEMORY = 8;
const SMALLEST_GAIN = 1e-7;

/** Finds the minimum of a smooth function (Liu and Nocedal, 1989), from `start`, in `rounds` steps at most. */
export function minimise(slope: Slope, start: Float64Array, rounds: number): Float64Array {
  let point = start;
  let here = slope(point);
  const steps: { readonly move: Float64Array; readonly change: Float64Array; readonly inverse: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = Float64Array.from(here.gradient);
    const alphas: number[] = [];
    for (const { move, change, inverse } of steps.toReversed()) {
      const alpha = inverse * dot(move, direction);
      alphas.push(alpha);
      addTo(direction, change, -alpha);
    }
    const last = steps.at(-1);
    const scale = last
      ? 1 / (last.inverse * dot(last.change, last.change))
      : 1 / Math.max(1, Math.sqrt(dot(here.gradient, here.gradient)));
    for (let at = 0; at < direction.length; at += 1) direction[at]! *= scale;
    for (const { move, change, inverse } of steps)
      addTo(direction, move, alphas.pop()! - inverse * dot(change, direction));
    const fall = dot(here.gradient, direction);
    let length = 1;
    let next = point;
    let there = here;
    for (let tries = 0; tries < 25; tries += 1, length /= 2) {
      next = Float64Array.from(point);
      addTo(next, direction, -length);
      there = slope(next);
      if (there.value <= here.value - 1e-4 * length * fall) break;
    }
    const move = next.map((value, at) => value - point[at]!);
    const change = there.gradient.map((value, at) => value - here.gradient[at]!);
    const curve = dot(move, change);
    if (curve > 1e-12) steps.push({ move, change, inverse: 1 / curve });
    if (steps.length > MEMORY) steps.shift();
    const gain = here.value - there.value;
    [point, here] = [next, there];
    if (gain < SMALLEST_GAIN) break;
  }
  return point;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

function addTo(target: Float64Array, vector: Float64Array, times: number): void {
  for (let at = 0; at < target.length; at += 1) target[at]! += times * vector[at]!;
}
