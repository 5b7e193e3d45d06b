import { EventEmitter } from 'node:events';
import { type Worker } from 'bullmq';
import { type DataSource } from 'typeorm';
import { metricNames } from '#runtime/metrics/metric-names.js';
import { WorkerMetrics } from './worker-metrics.js';

it('a worker tells its jobs, done and failed, and everything that dashboards ask it for', async () => {
  const metrics = new WorkerMetrics();
  const master = { totalCount: 3, idleCount: 1, waitingCount: 2 };
  const worker = Object.assign(new EventEmitter(), { name: 'activity' }) as unknown as Worker;
  const pool = { driver: { master } } as unknown as DataSource;
  metrics.watch({ work: pool, read: pool, app: pool }, [worker]);
  worker.emit('completed', { processedOn: 1000, finishedOn: 3000 } as never, '', '');
  worker.emit('failed', undefined, new Error('canary'), '');
  const text = await metrics.registry.metrics();
  expect(text).toContain('essor_job_duration_seconds_sum{role="worker",job="activity",outcome="done"} 2');
  expect(text).toContain('essor_job_duration_seconds_count{role="worker",job="activity",outcome="failed"} 1');
  for (const door of ['work', 'read', 'app'])
    expect(text).toContain(`essor_database_connections{door="${door}",state="used",role="worker"} 2`);
  expect(text).not.toContain('canary');
  const names = (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name);
  expect(names.sort()).toEqual([...metricNames.worker].sort());
});
