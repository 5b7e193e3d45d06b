import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { createLogger } from '#runtime/logger.js';
import { tellMetrics } from '#runtime/metrics/tell-metrics.js';
import { readSettings } from '#runtime/settings.js';
import { refuseToStart, stopOnSignal } from '#runtime/stop.js';
import { startTracing } from '#runtime/tracing/tracing.js';
import { ownsRoles } from '#storage/access/door.js';
import { migrate } from '#storage/migrate.js';
import { jobDoors, refuseUnsafeDoors } from '#storage/roles/safe-doors.js';
import { DashboardFiles } from './dashboard/dashboard.files.js';
import { ApiMetrics } from './http/api-metrics.js';
import { createServer } from './server.js';

try {
  const settings = readSettings();
  const logger = createLogger(settings, 'api');
  await migrate(settings.DATABASE_URL, migrations, settings.APP_SECRET, {
    beforeGrants: () => migrateJobs(settings.DATABASE_URL),
    ownRoles: ownsRoles(settings),
    secretBefore: settings.APP_SECRET_BEFORE,
  });
  await refuseUnsafeDoors(settings, ['ingest', 'app', 'read', 'rights', ...jobDoors(settings)]);
  const dashboard = await DashboardFiles.in(fileURLToPath(new URL('../dashboard/public', import.meta.url)));
  const metrics = new ApiMetrics();
  const tracing = await startTracing(settings, 'api');
  const { app } = await createServer({ settings, logger, dashboard, metrics, tracing });
  const told = await tellMetrics(metrics, settings, 'api');
  stopOnSignal(async () => {
    await app.close();
    await told?.close();
    await tracing?.close();
  }, logger);
  await app.listen({ host: settings.HOST, port: settings.PORT });
  logger.info({ address: await app.getUrl() }, 'listening');
} catch (error) {
  refuseToStart(error);
}
