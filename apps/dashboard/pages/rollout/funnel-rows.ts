import { type FunnelStep, type Rollout } from '#contract/rollout.js';
import { wholeCentreOf } from '#domain/statistics/interval.js';

/** One way into use: the whole rollout, or a wave. */
export interface FunnelRow {
  key: string;
  /** Null for the whole. */
  name: string | null;
  /** Place in the order of colours; null for the whole. */
  position: number | null;
  planned: number | null;
  /** Sunday of its counts, where it is not that of the page. */
  asOf: string | null;
  steps: FunnelStep[];
}

/** Keys of their words. */
export const stepNames = {
  planned: 'stepPlanned',
  invited: 'stepInvited',
  activated: 'stepActivated',
  connected: 'stepConnected',
  engaged: 'stepEngaged',
} as const satisfies Record<FunnelStep['step'], string>;

type Named = Pick<FunnelRow, 'key' | 'name' | 'position' | 'asOf'>;

const rowOf = (named: Named, steps: FunnelStep[]): FunnelRow => {
  const planned = steps.find(({ step }) => step === 'planned')?.people ?? null;
  return {
    ...{ ...named, planned: planned && wholeCentreOf(planned) },
    steps: steps.filter(({ step }) => step !== 'planned'),
  };
};

/** The whole first, then every wave with a published way. */
export function funnelRows({ total, waves, week }: Pick<Rollout, 'total' | 'waves' | 'week'>): FunnelRow[] {
  const other = (asOf: string | null) => (asOf === week ? null : asOf);
  const whole = (asOf: string | null) => ({ key: '', name: null, position: null, asOf: other(asOf) });
  const all = total && total.funnel.length > 0 ? [rowOf(whole(total.asOf), total.funnel)] : [];
  return [
    ...all,
    ...waves
      .filter(({ funnel, state }) => funnel.length > 0 && state !== 'waiting')
      .map(({ key, name, position, asOf, funnel }) => rowOf({ key, name, position, asOf: other(asOf) }, funnel)),
  ];
}

/** Names of the places that two waves share, each once. */
export const sharedPlaces = ({ waves }: Pick<Rollout, 'waves'>): string[] => [
  ...new Set(waves.flatMap(({ mixed }) => mixed)),
];
