import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { noteAudit } from '../audit/audit-log.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { openDatabase, rowsOf } from '../database.js';
import { createOrganization } from '../directory/organization.js';
import { type EventRow } from '../event/event-row.js';
import { storeEvents } from '../event/store-events.js';
import { migrate } from '../migrate.js';
import { databaseRoles, roleName, roleUrl } from '../roles/roles.js';
import { refuseUnsafeDoors } from '../roles/safe-doors.js';
import { ensureSource } from '../source/sources.js';
import { dumpOf } from '../testing/dump.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { withinOrganization } from './within-organization.js';

const event: Omit<EventRow, 'sourceId'> = {
  ...{ importId: null, id: randomUUID(), day: '2026-03-02', digest: '42', occurredAt: '2026-03-02T10:00:00Z' },
  ...{ kind: 1, quantity: 1, actor: 'ada', object: null, parent: null, groupKey: null, target: null },
};

/** As an operator sets it up: an owner who may create roles and nothing else. */
describe('an owner who is no superuser', () => {
  const name = `essor_owned_${randomUUID().slice(0, 8)}`;
  const secret = 'secret of the tests, long enough to be accepted';
  const pools: DataSource[] = [];
  let server: TestDatabase;
  let url: string;
  let owner: DataSource;

  const open = async (at: string) => {
    const pool = await openDatabase(at, { poolSize: 2, secret });
    pools.push(pool);
    return pool;
  };
  beforeAll(async () => {
    server = await createTestDatabase();
    await server.owner.query(`create role ${name} login createrole password 'p'`);
    await server.owner.query(`create database ${name} owner ${name}`);
    url = Object.assign(new URL(server.url), { pathname: `/${name}`, username: name, password: 'p' }).href;
    await migrate(url, migrations, secret);
    owner = await open(url);
  });
  afterAll(async () => {
    for (const pool of pools) await pool.destroy();
    await server.owner.query(`drop database ${name} with (force)`);
    for (const role of databaseRoles) await server.owner.query(`drop role if exists "${roleName(name, role)}"`);
    await server.owner.query(`drop role if exists ${name}_deputy`);
    await server.owner.query(`drop role ${name}`);
    await server.drop();
  });

  it('sees through the wall, and lets nobody else through', async () => {
    const facts = { class: 'synthetic', timezone: 'UTC' } as const;
    const ids = [
      await createOrganization(owner, { slug: 'one', name: 'One', ...facts }),
      await createOrganization(owner, { slug: 'two', name: 'Two', ...facts }),
    ];
    const [ingest, work, app] = [
      await open(roleUrl(url, secret, 'ingest')),
      await open(roleUrl(url, secret, 'work')),
      await open(roleUrl(url, secret, 'app')),
    ];
    for (const id of ids) {
      const source = await ensureSource(owner, id, { name: 's', kind: 'http' });
      expect(await storeEvents(ingest, id, [{ ...event, sourceId: source }])).toEqual(['accepted']);
      const note = { organizationId: id, accountId: null, action: 'exported' };
      await withinOrganization(id, () => app.transaction((tx) => noteAudit(tx, note)));
    }
    const count = (db: DataSource) => rowsOf<{ n: number }>(db, `select count(*)::integer as n from event`);
    expect(await count(owner)).toEqual([{ n: 2 }]);
    const [first = ''] = ids;
    expect(await withinOrganization(first, () => count(work))).toEqual([{ n: 1 }]);
    expect(await verifyAudit(owner)).toEqual({ entries: 2, broken: [] });
    // What a backup of the owner's holds is everything.
    const everything = await open(Object.assign(new URL(server.url), { pathname: `/${name}` }).href);
    expect(await dumpOf(owner)).toEqual(await dumpOf(everything));
    // What runs with the owner's rights reaches the month, and takes only what it was told to.
    await owner.query(`update organization set sealed_before = '2026-04-06' where id = $1`, [first]);
    const forget = `select forget_event_month($1, '2026-03-01', 100) as n`;
    expect(await withinOrganization(first, () => work.query(forget, [first]))).toEqual([{ n: 1 }]);
    expect(await count(owner)).toEqual([{ n: 1 }]);
  });

  it('starts again, and backs up, after the queue made sequences of its own', async () => {
    const jobs = await open(roleUrl(url, secret, 'jobs'));
    await jobs.query(`create sequence jobs.of_a_queue`);
    await migrate(url, migrations, secret);
    expect(await rowsOf(owner, `select last_value as value from jobs.of_a_queue`)).toEqual([{ value: 1 }]);
    expect(await rowsOf(jobs, `select nextval('jobs.of_a_queue') as value`)).toEqual([{ value: 1 }]);
  });

  it('is no door, and no door leads as far as the owner, or loses what it said it had', async () => {
    // The servers of tests do not wait for the disk; of a real one this alone stops the boot.
    const disk = 'The PostgreSQL server does not wait for the disk: fsync is off.';
    const asked = async (doors: object = {}) =>
      refuseUnsafeDoors({ DATABASE_URL: url, APP_SECRET: secret, ...doors }, databaseRoles).then(
        () => 'served',
        (error: Error) => error.message.replace(disk, '').trim(),
      );
    await expect(refuseUnsafeDoors({ DATABASE_URL: url, APP_SECRET: secret }, ['read'])).rejects.toThrow(disk);
    await server.owner.query(`alter database ${name} set synchronous_commit = on`);
    expect(await asked()).toBe('');
    const sees = (role: string) =>
      `The database role ${role} sees every organisation: it is, or may become, a superuser, the owner or a role that passes row security.`;
    expect(await asked({ ESSOR_DB_URL_READ: url })).toBe(sees(name));
    const superuser = Object.assign(new URL(server.url), { pathname: `/${name}` });
    expect(await asked({ ESSOR_DB_URL_WORK: superuser.href })).toBe(sees(superuser.username));
    const work = roleName(name, 'work');
    await server.owner.query(`alter role "${work}" bypassrls`);
    expect(await asked()).toBe(sees(work));
    await server.owner.query(`alter role "${work}" nobypassrls`);
    await server.owner.query(`create role ${name}_deputy login in role ${name} password 'p'`);
    const deputy = Object.assign(new URL(url), { username: `${name}_deputy` });
    expect(await asked({ ESSOR_DB_URL_APP: deputy.href })).toBe(sees(deputy.username));
    await server.owner.query(`revoke ${name} from ${name}_deputy`);
    await server.owner.query(`create role ${name}_passing bypassrls`);
    await server.owner.query(`grant ${name}_passing to ${name}_deputy`);
    expect(await asked({ ESSOR_DB_URL_APP: deputy.href })).toBe(sees(deputy.username));
    await server.owner.query(`drop role ${name}_passing`);
    await server.owner.query(`alter role "${work}" set synchronous_commit = off`);
    expect(await asked()).toBe(`The database role ${work} does not wait for the disk: synchronous_commit is off.`);
  });
});
