import { ambassadors } from './actions/a6-ambassadors.js';
import { charters } from './actions/a4-charters.js';
import { interactivity } from './actions/a1-interactivity.js';
import { roles } from './actions/a5-governance.js';
import { spaces } from './actions/a3-spaces.js';
import { tool } from './actions/a2-tool.js';
import { type Check } from './check.js';
import { animation } from './errors/e08-animation.js';
import { communication } from './errors/e04-communication.js';
import { expectations } from './errors/e09-expectations.js';
import { governance } from './errors/e06-governance.js';
import { managers } from './errors/e03-managers.js';
import { platform } from './errors/e07-platform.js';
import { sponsor } from './errors/e02-sponsor.js';
import { support } from './errors/e10-support.js';
import { vision } from './errors/e01-vision.js';
import { workFlow } from './errors/e05-work-flow.js';
import { context } from './pillars/p1-context.js';
import { needs } from './pillars/p2-needs.js';
import { sharedVision } from './pillars/p3-vision.js';
import { supportPlan } from './pillars/p4-support-plan.js';
import { takeaways } from './takeaways.js';

/** The ten errors, the four pillars, the six actions and what to hold to besides (kpis §4). A key is never renamed. */
export const checks = {
  E1: vision,
  E2: sponsor,
  E3: managers,
  E4: communication,
  E5: workFlow,
  E6: governance,
  E7: platform,
  E8: animation,
  E9: expectations,
  E10: support,
  P1: context,
  P2: needs,
  P3: sharedVision,
  P4: supportPlan,
  A1: interactivity,
  A2: tool,
  A3: spaces,
  A4: charters,
  A5: roles,
  A6: ambassadors,
  ...takeaways,
} as const satisfies Record<string, Check>;

export type CheckKey = keyof typeof checks;

export const checkKeys = Object.keys(checks) as CheckKey[];

export const checkOf = (key: CheckKey): Check => checks[key];

/** Of one kind, in their order. */
export const checksOf = (kind: Check['kind']): CheckKey[] => checkKeys.filter((key) => checks[key].kind === kind);

export const signalsOf = ({ decides, beside }: Check) => [...decides.flatMap(({ signals }) => signals), ...beside];
