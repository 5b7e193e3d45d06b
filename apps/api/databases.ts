import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { type Logger, LOGGER } from '#runtime/logger.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { doorUrl } from '#storage/access/door.js';
import { accessTables } from '#storage/access/tables.js';
import { openDatabase } from '#storage/database.js';

/** One pool per door (rights of the roles: `storage/roles/grants.sql.ts`). `@Inject(READ_DB) db: DataSource`. */

/** Stores events, keys and dirty marks. */
export const INGEST_DB = 'INGEST_DB';
/** Accounts, sessions, declared facts, imports. */
export const APP_DB = 'APP_DB';
/** Publications, and nothing that is not published. */
export const READ_DB = 'READ_DB';
/** Everything about one person, for whoever asks in their name. */
export const RIGHTS_DB = 'RIGHTS_DB';

const jobPlace = (settings: Settings) =>
  settings.REDIS_URL === undefined ? { postgresUrl: doorUrl(settings, 'jobs') } : { redisUrl: settings.REDIS_URL };

/** Doors and queue, for every feature module; closed after the last request is answered. */
@Global()
@Module({
  providers: [
    {
      provide: INGEST_DB,
      useFactory: (settings: Settings) =>
        openDatabase(doorUrl(settings, 'ingest'), { poolSize: 8, name: 'essor ingest', secret: settings.APP_SECRET }),
      inject: [SETTINGS],
    },
    {
      provide: APP_DB,
      useFactory: (settings: Settings) =>
        openDatabase(doorUrl(settings, 'app'), {
          ...{ poolSize: 8, name: 'essor app', tables: accessTables },
          secret: settings.APP_SECRET,
        }),
      inject: [SETTINGS],
    },
    {
      provide: READ_DB,
      useFactory: (settings: Settings) => openDatabase(doorUrl(settings, 'read'), { poolSize: 8, name: 'essor read' }),
      inject: [SETTINGS],
    },
    {
      provide: RIGHTS_DB,
      useFactory: (settings: Settings) =>
        openDatabase(doorUrl(settings, 'rights'), { poolSize: 2, name: 'essor rights', secret: settings.APP_SECRET }),
      inject: [SETTINGS],
    },
    {
      provide: JobQueue,
      useFactory: (settings: Settings, logger: Logger) => new JobQueue(jobPlace(settings), logger),
      inject: [SETTINGS, LOGGER],
    },
  ],
  exports: [INGEST_DB, APP_DB, READ_DB, RIGHTS_DB, JobQueue],
})
export class DatabasesModule implements OnApplicationShutdown {
  constructor(
    @Inject(INGEST_DB) private readonly ingest: DataSource,
    @Inject(APP_DB) private readonly app: DataSource,
    @Inject(READ_DB) private readonly read: DataSource,
    @Inject(RIGHTS_DB) private readonly rights: DataSource,
    private readonly queue: JobQueue,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([
      this.ingest.destroy(),
      this.app.destroy(),
      this.read.destroy(),
      this.rights.destroy(),
      this.queue.close(),
    ]);
  }
}
