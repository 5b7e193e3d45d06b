import { createPostgresBackend, Queue, type QueueOptions, setDefaultBackendFactory } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { queueTelemetry } from '../tracing/tracing.js';

/** Where jobs wait: Redis, or the `jobs` schema of our own database through the role that owns nothing else. */
export type QueuePlace = { redisUrl: string; prefix?: string } | { postgresUrl: string };

const schema = 'jobs';

/**
 * A connection that breaks while BullMQ holds it, as at its first look at the schema, tells whoever listens; where nobody
 * does, the process ends. What was asked over it fails all the same. (Storage has its own: neither knows the other.)
 */
class ListenedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/**
 * What a queue or worker is opened with. It also makes the place the process's default, because Nest's module can
 * be told no other way; a queue built for another place would otherwise dial a Redis on this machine for ever.
 */
export function openPlace(
  place: QueuePlace,
  connections = 2,
): Pick<QueueOptions, 'connection' | 'prefix' | 'telemetry'> {
  if ('redisUrl' in place) {
    setDefaultBackendFactory();
    const url = new URL(place.redisUrl);
    const database = url.pathname.slice(1);
    return {
      prefix: place.prefix ?? 'essor',
      ...queueTelemetry(),
      connection: {
        host: url.hostname,
        port: Number(url.port || 6379),
        ...(url.username && { username: decodeURIComponent(url.username) }),
        ...(url.password && { password: decodeURIComponent(url.password) }),
        ...(database && { db: Number(database) }),
        ...(url.protocol === 'rediss:' && { tls: {} }),
        // Workers wait for ever by design; requests are bounded where they are made.
        maxRetriesPerRequest: null,
        connectTimeout: 5000,
      },
    };
  }
  setDefaultBackendFactory(patientBackend);
  const connection = {
    connectionString: place.postgresUrl,
    schema,
    max: connections,
    connectionTimeoutMillis: 5000,
    application_name: 'essor jobs',
    Client: ListenedClient,
  };
  // BullMQ's options are typed for Redis whatever the backend.
  return { connection: connection, ...queueTelemetry() };
}

interface Remembering {
  readyPromise?: Promise<void> | undefined;
  waitUntilReady(): Promise<void>;
}

/**
 * BullMQ remembers a first connection that failed for ever: a database that was full or starting then is never asked again,
 * and a worker, answered at once from memory, asks without end, so that not even a signal reaches its process.
 */
const patientBackend: typeof createPostgresBackend = (...given) => {
  const backend = createPostgresBackend(...given);
  const { connection } = backend as unknown as { connection: Remembering };
  for (const one of [connection, backend as unknown as Remembering]) {
    const ready = one.waitUntilReady.bind(one);
    one.waitUntilReady = async () => {
      const asked = ready();
      const remembered = one.readyPromise;
      try {
        await asked;
      } catch (error) {
        await pause(500);
        if (one.readyPromise === remembered) one.readyPromise = undefined;
        throw error;
      }
    };
  }
  return backend;
};

/** Brings the schema of the queue to the newest version, as the database's owner. Safe to repeat, and at once. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const connection = { connectionString: ownerUrl, schema, max: 1, migrate: true, Client: ListenedClient };
  const queue = new Queue('sweep', { connection: connection }, createPostgresBackend as never);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}
