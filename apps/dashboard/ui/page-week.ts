import { createContext } from 'react';
import { type Day } from '../format/iso-week.js';

/** The Sunday that a page speaks of: a figure of any other day says its own. Null outside an organisation. */
export const PageWeek = createContext<Day | null>(null);
