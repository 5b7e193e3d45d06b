import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { createLogger, NestLogger } from '#runtime/logger.js';
import { tellMetrics } from '#runtime/metrics/tell-metrics.js';
import { readSettings } from '#runtime/settings.js';
import { refuseToStart, stopOnSignal } from '#runtime/stop.js';
import { startTracing } from '#runtime/tracing/tracing.js';
import { ownsRoles } from '#storage/access/door.js';
import { migrate } from '#storage/migrate.js';
import { jobDoors, refuseUnsafeDoors } from '#storage/roles/safe-doors.js';
import { replayRights } from './replay-rights.js';
import { WorkerMetrics } from './worker-metrics.js';
import { WorkerModule } from './worker.module.js';

try {
  const settings = readSettings();
  const logger = createLogger(settings, 'worker');
  const metrics = new WorkerMetrics();
  const tracing = await startTracing(settings, 'worker');
  const module = WorkerModule.in(settings, logger, metrics);
  await migrate(settings.DATABASE_URL, migrations, settings.APP_SECRET, {
    beforeGrants: () => migrateJobs(settings.DATABASE_URL),
    ownRoles: ownsRoles(settings),
    secretBefore: settings.APP_SECRET_BEFORE,
  });
  await refuseUnsafeDoors(settings, ['work', 'rights', 'app', 'read', ...jobDoors(settings)]);
  await replayRights(settings);
  const worker = await NestFactory.createApplicationContext(module, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const told = await tellMetrics(metrics, settings, 'worker');
  stopOnSignal(async () => {
    await worker.close();
    await told?.close();
    await tracing?.close();
  }, logger);
  logger.info('working');
} catch (error) {
  refuseToStart(error);
}
