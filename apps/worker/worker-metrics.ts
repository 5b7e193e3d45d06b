import { Histogram } from 'prom-client';
import { type DataSource } from 'typeorm';
import { type Worker } from 'bullmq';
import { Metrics } from '#runtime/metrics/metrics.js';
import { poolReadings } from '#storage/pool-readings.js';

/** What a worker tells: the jobs that it did, and how. */
export class WorkerMetrics extends Metrics {
  private readonly ran = new Histogram({
    name: 'essor_job_duration_seconds',
    help: 'Time that a job took, by what became of it; failed: tried again, or dead.',
    labelNames: ['job', 'outcome'],
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 900],
    registers: [this.registry],
  });

  constructor() {
    super('worker');
  }

  watch(pools: Record<'work' | 'read' | 'app', DataSource>, workers: readonly Worker[]): void {
    this.gauge(
      {
        name: 'essor_database_connections',
        help: 'Connections of each pool that are in use or idle, and requests that wait for one.',
        labels: ['door', 'state'],
      },
      () => Object.entries(pools).flatMap(([door, pool]) => poolReadings(door, pool)),
    );
    for (const worker of workers) {
      const tell = (outcome: string, since = Date.now(), until = Date.now()) =>
        this.ran.observe({ job: worker.name, outcome }, (until - since) / 1000);
      worker.on('completed', ({ processedOn, finishedOn }) => tell('done', processedOn, finishedOn));
      worker.on('failed', (job) => tell('failed', job?.processedOn));
    }
  }
}
