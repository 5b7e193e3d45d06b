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

const rowOf = (key: string, name: string | null, position: number | null, steps: FunnelStep[]): FunnelRow => {
  const planned = steps.find(({ step }) => step === 'planned')?.people ?? null;
  return {
    ...{ key, name, position, planned: planned && wholeCentreOf(planned) },
    steps: steps.filter(({ step }) => step !== 'planned'),
  };
};

/** The whole first, then every wave with a published way. */
export function funnelRows({ total, waves }: Pick<Rollout, 'total' | 'waves'>): FunnelRow[] {
  const all = total && total.funnel.length > 0 ? [rowOf('', null, null, total.funnel)] : [];
  return [
    ...all,
    ...waves
      .filter(({ funnel, state }) => funnel.length > 0 && state !== 'waiting')
      .map((wave) => rowOf(wave.key, wave.name, wave.position, wave.funnel)),
  ];
}

/** Names of the places that two waves share, each once. */
export const sharedPlaces = ({ waves }: Pick<Rollout, 'waves'>): string[] => [
  ...new Set(waves.flatMap(({ mixed }) => mixed)),
];
