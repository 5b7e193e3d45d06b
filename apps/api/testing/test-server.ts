import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Signer } from '@fastify/cookie';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { type Role } from '#contract/access.js';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { createLogger } from '#runtime/logger.js';
import { readSettings } from '#runtime/settings.js';
import { type GivenOrganization, givenBy, giveOrganizations } from '#storage/access/create-account.js';
import { hashPassword } from '#storage/access/password.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { migrate } from '#storage/migrate.js';
import { openGate } from '#storage/testing/open-gate.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { sessionCookie, sessionSecret } from '../access/session-store.js';
import { DashboardFiles } from '../dashboard/dashboard.files.js';
import { type Route } from '../access/routes.js';
import { ApiMetrics } from '../http/api-metrics.js';
import { createServer } from '../server.js';
import { type Patience } from '../http/body-patience.js';
import { type Places } from '../http/in-flight.js';

/** The real api on a database of its own, answering through `app.inject`. */
export interface TestServer {
  app: NestFastifyApplication;
  metrics: ApiMetrics;
  routes: Route[];
  database: TestDatabase;
  /** Makes an account. The password is `password`, hashed cheaply. */
  account(
    role: Role,
    organizations?: string[],
    memberships?: GivenOrganization[],
  ): Promise<{ id: string; email: string }>;
  /** `{ cookie }` of a new session of that account. */
  signedIn(accountId: string): Promise<{ cookie: string }>;
  organization(slug: string, settings?: { class?: string; timezone?: string; k?: number }): Promise<string>;
  /** What it wrote to its log, from the level of the environment on. */
  log: string[];
  close(): Promise<void>;
}

const cheap = { log2N: 4, r: 8, p: 1 };

export async function createTestServer(
  options: { environment?: Record<string, string>; dashboard?: string; patience?: Patience; places?: Places } = {},
): Promise<TestServer> {
  const database = await createTestDatabase();
  await migrate(database.url, migrations, database.secret, { beforeGrants: () => migrateJobs(database.url) });
  const ledger = join(tmpdir(), `essor-rights-${randomUUID()}.ndjson`);
  const settings = readSettings({
    DATABASE_URL: database.url,
    APP_SECRET: database.secret,
    LOG_LEVEL: 'fatal',
    RIGHTS_LEDGER: ledger,
    // Tests ask faster than anybody.
    SESSION_RATE: '0',
    ...options.environment,
  });
  const dashboard = await DashboardFiles.in(options.dashboard ?? 'no dashboard');
  const log: string[] = [];
  const logger = createLogger(settings, 'test', { write: (line) => void log.push(line) });
  const metrics = new ApiMetrics();
  const surroundings = { settings, logger, dashboard, metrics };
  const { patience, places } = options;
  const { app, routes } = await createServer(surroundings, {
    ...(patience && { patience }),
    ...(places && { places }),
  });
  const sessions = new SessionRepository(database.owner);
  const signer = new Signer(sessionSecret(settings));

  return {
    app,
    metrics,
    routes,
    database,
    log,
    account: async (role, organizations = [], memberships = []) => {
      const [id, email] = [randomUUID(), `${role}.${randomUUID()}@example.org`];
      await database.owner.query(
        `insert into account (id, email, name, role, password_hash) values ($1, $2, $3, $4, $5)`,
        [id, email, `A ${role}`, role, await hashPassword('password', cheap)],
      );
      await giveOrganizations(database.owner.manager, id, givenBy({ organizations, memberships }));
      return { id, email };
    },
    signedIn: async (accountId) => {
      const secret = randomUUID();
      const expires = new Date(Date.now() + 3_600_000).toISOString();
      await sessions.save(secret, accountId, { accountId, cookie: { expires, originalMaxAge: 3_600_000, path: '/' } });
      return { cookie: `${sessionCookie}=${encodeURIComponent(signer.sign(secret))}` };
    },
    organization: async (slug, { class: kind = 'synthetic', timezone = 'UTC', k = 10 } = {}) => {
      const [row] = await database.owner.query<{ id: string }[]>(
        `insert into organization (slug, name, class, timezone, k) values ($1, $1, $2, $3, $4) returning id`,
        [slug, kind, timezone, k],
      );
      const id = row?.id ?? '';
      if (kind === 'personal') await openGate(database.owner, id);
      return id;
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(ledger, { force: true });
    },
  };
}
