import { z } from 'zod';
import { Language } from './access.js';
import { ComparisonQuery } from './comparison.js';
import { ExemplarityQuery } from './exemplarity.js';
import { WeekQuery } from './published.js';

/** Queries of the boards as PDF: those of the page, the language (else the reader's own) and the reading level. */
const printing = { language: Language.optional(), level: z.enum(['simple', 'expert']).default('simple') };

export const PrintedWeekQuery = WeekQuery.extend(printing);
export type PrintedWeekQuery = z.infer<typeof PrintedWeekQuery>;

/** `scope`: a place of the tree, with all below it. */
export const PrintedEntitiesQuery = WeekQuery.extend({ scope: z.string().optional(), ...printing });
export type PrintedEntitiesQuery = z.infer<typeof PrintedEntitiesQuery>;

export const PrintedExemplarityQuery = ExemplarityQuery.extend(printing);
export type PrintedExemplarityQuery = z.infer<typeof PrintedExemplarityQuery>;

export const PrintedComparisonQuery = ComparisonQuery.extend(printing);
export type PrintedComparisonQuery = z.infer<typeof PrintedComparisonQuery>;
