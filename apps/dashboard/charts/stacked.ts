/** Where the middle of each layer lies in a stack of shares, between 0 (bottom) and the sum of all. */
export function middles(shares: readonly number[]): number[] {
  let below = 0;
  return shares.map((share) => {
    const middle = below + share / 2;
    below += share;
    return middle;
  });
}
