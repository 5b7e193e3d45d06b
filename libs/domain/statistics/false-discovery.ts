export interface Discovery {
  p: number;
  /** Smallest false-discovery rate at which this one would be kept. */
  q: number;
  kept: boolean;
}

/**
 * Which of many tests to believe, in the order given, when a share `rate` of the believed may be false
 * (Benjamini & Hochberg 1995; kpis M5). p-values from 0 to 1.
 */
export function benjaminiHochberg(pValues: readonly number[], rate = 0.1): Discovery[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const found: Discovery[] = pValues.map((p) => ({ p, q: 1, kept: false }));
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (pValues[at]! * order.length) / rank);
    found[at] = { p: pValues[at]!, q: least, kept: least <= rate };
  }
  return found;
}
