import { type FastifyInstance } from 'fastify';
import { Counter, Histogram } from 'prom-client';
import { type DataSource } from 'typeorm';
import { type IngestAnswer } from '#contract/events.js';
import { type JobQueue } from '#runtime/jobs/job-queue.js';
import { kept, Metrics, type Reading } from '#runtime/metrics/metrics.js';
import { poolReadings } from '#storage/pool-readings.js';
import { type Part, type Places } from './in-flight.js';
import { type Freshness, freshness } from '#storage/publication/freshness.js';

/** What the api tells: its answers and what it took in; and of the database and the queue what must be known without a worker. */
export class ApiMetrics extends Metrics {
  private readonly answered = new Histogram({
    name: 'essor_http_request_duration_seconds',
    help: 'Time to answer, by route as it is written in the source.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  // Without the organisation: a count that is read every few seconds would tell of a small one when somebody acts.
  private readonly taken = new Counter({
    name: 'essor_ingest_events_total',
    help: 'Events handed in over HTTP, by what became of them.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  private readonly shed = new Counter({
    name: 'essor_http_requests_shed_total',
    help: 'Requests that were turned away because too many were being answered.',
    labelNames: ['part'],
    registers: [this.registry],
  });

  constructor() {
    super('api');
    for (const outcome of outcomes) this.taken.inc({ outcome }, 0);
  }

  turnedAway(part: Part): void {
    this.shed.inc({ part });
  }

  /** Every answer, those of plugins and refusals too. */
  listenTo(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const labels = { method, route: routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` };
      this.answered.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }

  count(answer: Pick<IngestAnswer, (typeof outcomes)[number] | 'dry_run'>): void {
    if (answer.dry_run) return;
    for (const outcome of outcomes) this.taken.inc({ outcome }, answer[outcome]);
  }

  watch({ pools, queue, inFlight }: Watched): void {
    this.gauge(
      {
        name: 'essor_http_requests_in_flight',
        help: 'Requests that are being answered, of those that are bounded.',
        labels: ['part'],
      },
      () => Object.entries(inFlight).map(([part, number]) => [{ part }, number]),
    );
    this.gauge(
      {
        name: 'essor_database_connections',
        help: 'Connections of each pool that are in use or idle, and requests that wait for one.',
        labels: ['door', 'state'],
      },
      () => Object.entries(pools).flatMap(([door, pool]) => poolReadings(door, pool)),
    );
    const counts = kept(() => queue.counts());
    this.gauge(
      { name: 'essor_jobs', help: 'Jobs by kind and state; failed: dead, `essor jobs`.', labels: ['job', 'state'] },
      async () =>
        Object.entries(await counts()).flatMap(([job, states]) =>
          Object.entries(states).map(([state, number]): Reading => [{ job, state }, number]),
        ),
    );
    const ages = kept(() => freshness(pools.read));
    const age = (name: string, help: string, of: (one: Freshness) => Date) =>
      this.gauge({ name, help, labels: ['organization'] }, async () =>
        (await ages()).map((one) => [{ organization: one.slug }, (Date.now() - of(one).getTime()) / 1000]),
      );
    age('essor_publication_age_seconds', 'Time since what pages show was computed.', ({ publishedAt }) => publishedAt);
    age(
      'essor_shown_day_age_seconds',
      'Time since the end (UTC) of the last day that pages show.',
      ({ dayEnd }) => dayEnd,
    );
  }
}

interface Watched {
  pools: Record<string, DataSource> & { read: DataSource };
  queue: JobQueue;
  inFlight: Places;
}

const outcomes = ['accepted', 'duplicates', 'rejected', 'skipped'] as const;
