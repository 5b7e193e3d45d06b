import { twoSided } from './distributions.js';
import { newcombe } from './two-proportions.js';

const steps = 60;
const furthest = 12;

/** The level at which Newcombe's interval of p1 − p2 reaches no difference, 0 to 1. Both n > 0. */
export function newcombeP(x1: number, n1: number, x2: number, n2: number): number {
  let [inside, outside] = [0, furthest];
  const holds = (z: number) => {
    const { low, high } = newcombe(x1, n1, x2, n2, z);
    return low <= 0 && high >= 0;
  };
  if (x1 / n1 === x2 / n2) return 1;
  for (let step = 0; step < steps; step++) {
    const z = (inside + outside) / 2;
    if (holds(z)) outside = z;
    else inside = z;
  }
  return twoSided(outside);
}
