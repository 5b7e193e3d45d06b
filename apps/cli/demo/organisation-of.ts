import { cnamPlan } from './cnam-plan.js';
import { foundGroups } from './groups.js';
import { internationalPlan } from './international-plan.js';
import { chooseMembers, inviteAndActivate } from './invitations.js';
import { giveMandates } from './mandates.js';
import { type Organisation } from './organisation.js';
import { populate } from './people.js';
import { type DemoFrame } from './scenario.js';

/** The whole directory of a demo: everything but what people do. */
export function organisationOf(frame: DemoFrame): Organisation {
  const plan = frame.scenario === 'cnam' ? cnamPlan(frame) : internationalPlan(frame);
  const people = populate(plan.entities, frame);
  const memberships = chooseMembers(plan, people, frame);
  inviteAndActivate(plan, people, memberships, frame);
  const mandates = giveMandates(plan, people, frame);
  const groups = foundGroups(plan, people, mandates, frame);
  return { ...plan, people, memberships, groups, mandates };
}
