import { type Plan, type Report } from './episode.js';

type Told = Pick<Plan, 'seed' | 'backend'> & { order: readonly string[] };

/** One line of an episode on the terminal, whatever became of it. */
export function tell(
  { seed, backend, order }: Told,
  { findings, acknowledged, comebacks, recovered, seconds }: Report,
): void {
  const worst = (all: readonly number[]) => `${(Math.max(0, ...all) / 1000).toFixed(1)} s`;
  const parts = [
    `SEED=${seed} ${backend}: ${order.length} faults, ${acknowledged} events acknowledged, ${findings.length} findings`,
    `answered again within ${worst(Object.values(recovered))}`,
    `api back within ${worst(comebacks.api)} (${comebacks.api.length} times)`,
    `worker within ${worst(comebacks.worker)} (${comebacks.worker.length} times)`,
    `took ${Object.entries(seconds)
      .map(([what, time]) => `${what} ${time} s`)
      .join(', ')}`,
  ];
  process.stderr.write(`${parts.join('; ')}\n`);
}
