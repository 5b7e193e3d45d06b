import { z } from 'zod';
import { Slug } from './access.js';
import { SmallestGroup } from './smallest-group.js';

/** `GET /v1/public-rules?of=`: of which organisation. */
export const PublicRulesQuery = z.object({ of: Slug.optional() });
export type PublicRulesQuery = z.infer<typeof PublicRulesQuery>;

/**
 * Its answer, for everybody without a sign-in: by which rules an organisation of real people publishes, and how long it
 * keeps what comes from the network. What holds where nothing else was chosen for every other name, known or not.
 */
export const PublicRules = SmallestGroup.extend({ bands: z.boolean(), rawMonths: z.int() });
export type PublicRules = z.infer<typeof PublicRules>;
