import { createContext } from 'react';

/** Of which wave or entity the figures below are; '' = the whole organisation, null = nothing is set of them here. */
export const FigureOf = createContext<string | null>(null);
