import { activeDays, actsIn, exposure, interactionsOf, personaOf, receivedBy, returnOf, segmentOf } from './habit.js';
import { did, ofActivated, ofEntities, quotient, sumOf } from './shares.js';
import { type Expected, type Formula, type SliceOfRoster } from './slice.js';

function habitShare(test: (segment: string) => boolean): Formula {
  const over = ({ members, sunday }: SliceOfRoster, days: 28 | 84): Expected => {
    const segments = members.map((member) => segmentOf(member, sunday, days)).filter((segment) => segment !== null);
    return { part: segments.filter(test).length, of: segments.length };
  };
  return (slice) => {
    const asked = over(slice, slice.days === 28 ? 28 : 84);
    if (slice.days === 28 || !asked || !('of' in asked) || asked.of !== 0) return asked;
    return over(slice, 28);
  };
}

const persona = (name: string): Formula => {
  const formula = ofActivated(
    ({ world, sunday }) =>
      (member) =>
        personaOf(world, member, sunday) === name,
  );
  return (slice) => {
    if (slice.by === 'level') return null;
    if (slice.by === 'wave') return undefined;
    const { world, members, sunday } = slice;
    const received = members.reduce((sum, member) => sum + receivedBy(world, member, sunday, 28), 0);
    return received <= 2 ? null : formula(slice);
  };
};

/** Interactions of those who made any, fewest first; told in bins above ten. */
const ofInteractive = (reckon: (amounts: number[]) => number | null): Formula =>
  ofEntities(({ members, sunday }) => {
    const amounts = members.map((member) => interactionsOf(member, sunday)).filter((amount) => amount > 0);
    const value = amounts.length === 0 ? null : reckon(amounts.sort((a, b) => a - b));
    return value === null ? null : { about: value, within: amounts.at(-1)! <= 10 ? 1e-9 : 0.13 * Math.max(1, value) };
  });
/** How often, how much, and who stays. */
export const usageFormulas: Record<string, Formula> = {
  K05b: ofEntities(({ world, sunday, isIn }) => {
    const { active, days } = exposure(world, sunday, isIn);
    return quotient(active, days);
  }),
  K06: ofActivated(
    ({ sunday }) =>
      (member) =>
        activeDays(member, sunday) >= 10,
  ),
  K07: ofActivated(({ window }) => window.daily),
  K12: habitShare((segment) => segment === 'power' || segment === 'regular'),
  'K12.power': habitShare((segment) => segment === 'power'),
  'K12.regular': habitShare((segment) => segment === 'regular'),
  'K12.novice': habitShare((segment) => segment === 'novice'),
  'K12.low': habitShare((segment) => segment === 'low'),
  'K12.none': habitShare((segment) => segment === 'none'),
  'K22.participating': ofActivated(did('act')),
  'K22.active': ofActivated(did('active')),
  'K23.engager': persona('engager'),
  'K23.catalyst': persona('catalyst'),
  'K23.responder': persona('responder'),
  'K23.broadcaster': persona('broadcaster'),
  'K23.observer': persona('observer'),
  K24: ofEntities(({ members, sunday }) => {
    const amounts = members.map((member) => interactionsOf(member, sunday));
    return quotient(sumOf(amounts), amounts.filter((amount) => amount > 0).length);
  }),
  'K24.median': ofInteractive((sorted) => {
    const at = (rank: number) => sorted[rank - 1]!;
    return (at(Math.floor((sorted.length + 1) / 2)) + at(Math.ceil((sorted.length + 1) / 2))) / 2;
  }),
  K24b: ofInteractive((sorted) => {
    let left = sorted.length / 10;
    let top = 0;
    for (const amount of [...sorted].reverse()) {
      top += Math.min(1, left) * amount;
      left -= Math.min(1, left);
    }
    return top / sumOf(sorted);
  }),
  'K24b.gini': ofInteractive((sorted) => {
    const n = sorted.length;
    if (n < 30) return null;
    return sumOf(sorted.map((amount, index) => (2 * (index + 1) - n - 1) * amount)) / (n * sumOf(sorted));
  }),
  // Of places: what was done while standing in none is in none.
  K25: ofEntities(({ world, sunday, isIn }) => ({ part: actsIn(world, sunday, isIn), of: null })),
  K28: ({ members, sunday, days }) => {
    const due = members.map((member) => returnOf(member, sunday, days)).filter((back) => back !== null);
    return quotient(due.filter((back) => back === 'returned').length, due.length);
  },
};
