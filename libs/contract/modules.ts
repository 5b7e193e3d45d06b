import { z } from 'zod';
import { modules } from '#domain/declared/modules.js';
import { Day } from './published.js';

/** The last day that has begun somewhere. */
const inAnyZone = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** Body of `PUT /v1/organizations/:org/modules/:module`: the day on which it was declared, not later than today; null = off. */
export const NewModule = z.strictObject({
  declaredOn: Day.refine((day) => day <= inAnyZone(), {
    message: 'A module is declared before it is switched on.',
  }).nullable(),
});
export type NewModule = z.infer<typeof NewModule>;

/** Its answer: the modules that are on, with the day on which each was declared. */
export const DeclaredModules = z.object({ modules: z.partialRecord(z.enum(modules), Day) });
export type DeclaredModules = z.infer<typeof DeclaredModules>;
