/**
 * Lower ends of the bins in which people are counted by their interactions of 28 days: one by one up to ten, then about
 * a quarter wider each, so that a bin stands for its people within 12 %.
 */
export const interactionBins: readonly number[] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 16, 20, 25, 31, 39, 49, 61, 76, 95, 119, 149, 186, 233, 291, 364, 455,
];

/** Name of a bin among published counts. */
export const interactionBin = (bin: number): `b${number}` => `b${bin}`;
