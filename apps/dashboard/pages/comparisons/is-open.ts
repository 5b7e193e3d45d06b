import { type Reach } from '#contract/comparison.js';

/** The published ends do not agree on the side that leads: nothing in their middle is a figure (decision 061). */
export const isOpen = ({ published: { low, high } }: Pick<Reach, 'published'>): boolean => low < 0 && high > 0;
