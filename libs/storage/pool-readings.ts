import { type DataSource } from 'typeorm';

/** How full a pool is: connections in use, idle ones, and requests that wait for one. */
export function poolReadings(door: string, pool: DataSource): [{ door: string; state: string }, number][] {
  const { master } = pool.driver as unknown as {
    master: { totalCount: number; idleCount: number; waitingCount: number };
  };
  const { totalCount, idleCount, waitingCount } = master;
  return [
    [{ door, state: 'used' }, totalCount - idleCount],
    [{ door, state: 'idle' }, idleCount],
    [{ door, state: 'waiting' }, waitingCount],
  ];
}
