import { EXACT_FROM } from './bands.js';

/**
 * Fewest people that a figure may be about (k): of real people at least ten (rules 4.7), and at most as many as make a
 * group exact, since volumes are told of groups of that size whatever k is.
 */
export const smallestGroup = { leastReal: 10, most: EXACT_FROM } as const;
