import { z } from 'zod';
import { governanceItems, governanceStates } from '#domain/declared/governance.js';
import { Day } from './published.js';

/** Answer of `GET /v1/organizations/:org/rollout/preparation`: what was declared before and beside the openings. */

export const ToolTrial = z.object({
  key: z.string(),
  tool: z.string(),
  scenario: z.string().nullable(),
  triedOn: Day.nullable(),
  participants: z.number().nullable(),
  headcount: z.number().nullable(),
  /** Participants of all people by then, declared, hence exact; null unless both are known. */
  share: z.number().nullable(),
  score: z.number().nullable(),
  chosen: z.boolean(),
});
export type ToolTrial = z.infer<typeof ToolTrial>;

/** The mini-project of a site. Names are those of people in a declared, public role. */
export const SiteProject = z.object({
  entity: z.string(),
  name: z.string(),
  localDirector: z.string().nullable(),
  businessLead: z.string().nullable(),
  hrLead: z.string().nullable(),
  contact: z.string().nullable(),
  kickOff: Day.nullable(),
  language: z.string().nullable(),
  budget: z.number().nullable(),
  days: z.number().nullable(),
  /** Its own checklist, as far as somebody said. */
  items: z.array(z.object({ item: z.enum(governanceItems), state: z.enum(governanceStates) })),
});
export type SiteProject = z.infer<typeof SiteProject>;

export const Preparation = z.object({
  /** Tools tried, the chosen one first; empty without a declared choice phase. */
  trials: z.array(ToolTrial),
  sites: z.array(SiteProject),
});
export type Preparation = z.infer<typeof Preparation>;
