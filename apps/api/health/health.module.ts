import { Module } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type HealthCheck } from '#runtime/health.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { APP_DB, READ_DB } from '../databases.js';
import { HEALTH_CHECKS, HealthController } from './health.controller.js';
import { JobsController } from './jobs.controller.js';
import { migrationReason } from './migrated.js';
import { seedingReason } from './seeding.js';

function checksOf(settings: Settings, app: DataSource, read: DataSource, queue: JobQueue): HealthCheck[] {
  const answers = (db: DataSource) => db.query(`select 1`).then(() => null);
  let migrated = false;
  return [
    { name: 'database', check: () => answers(app) },
    {
      name: 'migrations',
      // Migrations are never taken back under a running server, so one yes is enough.
      check: async () => {
        const reason = migrated ? null : await migrationReason(settings.DATABASE_URL);
        migrated = reason === null;
        return reason;
      },
    },
    { name: settings.REDIS_URL === undefined ? 'jobs' : 'redis', check: () => queue.reachable().then(() => null) },
    { name: 'demo', check: () => seedingReason(read) },
  ];
}

@Module({
  controllers: [HealthController, JobsController],
  providers: [{ provide: HEALTH_CHECKS, useFactory: checksOf, inject: [SETTINGS, APP_DB, READ_DB, JobQueue] }],
})
export class HealthModule {}
