import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Declared, Withdrawn } from '#contract/declared.js';
import { type Target, Targets } from '#contract/targets.js';
import { useFilters, useOrganizationSlug } from '../app/filters.js';
import { organizationPath, send } from './client.js';
import { useReading } from './reading.js';
import { useRights } from './rights.js';

/** What was set, as it stands in the week of the page. */
export function useTargets() {
  const [{ week }] = useFilters();
  return useReading('targets', Targets, { week }, useRights().steers);
}

export type Goal = Pick<Target, 'scope' | 'indicator' | 'windowDays' | 'dueOn' | 'atLeast' | 'atMost'>;

const keyOf = ({ scope, indicator, windowDays, dueOn }: Goal) => ({ scope, indicator, windowDays, dueOn });
const isSame = (one: Goal, other: Goal) => JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));

const rowOf = ({ scope, indicator, windowDays, dueOn, atLeast, atMost }: Goal) => ({
  ...{ wave_or_entity: scope, indicator, window: windowDays, by: dueOn, at_least: atLeast, at_most: atMost },
});

/** Why the server takes no such target; its code. */
export class TargetRefused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Sets a target, in the place of `instead` where it had another day. */
export function useSetTarget() {
  const { slug, reread } = useReread();
  return useMutation({
    mutationFn: async ({ goal, instead }: { goal: Goal; instead: Goal | null }) => {
      const answer = await send('POST', organizationPath(slug, 'declared/targets'), { rows: [rowOf(goal)] }, Declared);
      const [refused] = answer.rejections;
      if (refused) throw new TargetRefused(refused.code);
      if (instead && !isSame(goal, instead)) await withdraw(slug, instead);
    },
    onSuccess: reread,
  });
}

export function useWithdrawTarget() {
  const { slug, reread } = useReread();
  return useMutation({ mutationFn: (goal: Goal) => withdraw(slug, goal), onSuccess: reread });
}

const withdraw = (slug: string, goal: Goal) =>
  send('POST', organizationPath(slug, 'declared/targets/withdrawal'), { keys: [keyOf(goal)] }, Withdrawn);

function useReread() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return { slug, reread: () => queries.invalidateQueries({ queryKey: ['reading', slug, 'targets'] }) };
}
