import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditHeads, AuditHeads } from '#storage/audit/audit-heads.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { createOrganization } from '#storage/directory/organization.js';
import { openGate } from '#storage/testing/open-gate.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { auditEnds, auditLog, findingLine } from './doctor.command.js';
import { type Installation } from './installation.js';
import { recompute } from './work.command.js';

describe('the command line', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('doctor says BAD of a changed audit log, and from which entry on', async () => {
    const look = async () => findingLine(await auditLog({ as: () => Promise.resolve(database.owner) }));
    for (const what of ['a', 'b', 'c'])
      await noteAlone(database.owner, { organizationId: null, accountId: null, action: 'exported', detail: { what } });
    expect(await look()).toBe('ok   audit log      3 entries, none changed');
    await database.owner.query(`alter table audit disable trigger user`);
    await database.owner.query(`update audit set detail = '{"what":"x"}' where position = 2`);
    await database.owner.query(`alter table audit enable trigger user`);
    expect(await look()).toMatch(/^BAD  audit log      changed: .* from entry 2$/);
    await database.owner.query(`alter table audit disable trigger user`);
    await database.owner.query(`update audit set detail = '{"what":"b"}' where position = 2`);
    expect(await look()).toBe('ok   audit log      3 entries, none changed');
    await database.owner.query(`delete from audit where position = 3`);
    await database.owner.query(`alter table audit enable trigger user`);
    expect(await look()).toMatch(/^BAD  audit log      changed: .* from entry 3$/);
  });

  it('doctor says BAD of a log that was written anew, against the ends that were kept of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'essor-heads-'));
    const path = join(folder, 'heads.ndjson');
    const settings = { AUDIT_HEADS: path } as Installation['settings'];
    const installation = { as: () => Promise.resolve(database.owner), settings };
    const look = async (given?: string) => findingLine(await auditEnds(installation, given));
    const note = (what: string) =>
      noteAlone(database.owner, { organizationId: null, accountId: null, action: 'exported', detail: { what } });
    const anew = async (...entries: string[]) => {
      await database.owner.query(`alter table audit disable trigger user`);
      await database.owner.query(`delete from audit; delete from audit_chain`);
      await database.owner.query(`alter table audit enable trigger user`);
      for (const what of entries) await note(what);
    };
    await anew('a', 'b');
    expect(await look()).toBe(`ok   audit ends     none kept in ${path} yet`);
    expect(await look(path)).toBe(`BAD  audit ends     none kept in ${path} yet`);
    expect(await look(folder)).toMatch(/^BAD  audit ends     cannot be read in /);
    await new AuditHeads(path).add(...(await auditHeads(await database.as('work'), new Date('2026-03-02T04:00:00Z'))));
    await note('c');
    await new AuditHeads(path).add(...(await auditHeads(await database.as('work'), new Date('2026-03-03T04:00:00Z'))));
    expect(await look()).toBe(`ok   audit ends     as kept on 2 days in ${path}`);
    // Each holds in itself: only what was kept elsewhere knows better.
    await database.owner.query(`alter table audit disable trigger user`);
    await database.owner.query(`delete from audit where position = 3;
      update audit_chain set last_position = 2, last_hash = (select hash from audit where position = 2)`);
    await database.owner.query(`alter table audit enable trigger user`);
    expect(findingLine(await auditLog(installation))).toMatch(/^ok /);
    expect(await look()).toMatch(/^BAD  audit ends     not as kept in \S+: \S+ up to entry 3 of 2026-03-03$/);
    await anew('a', 'x', 'c');
    expect(findingLine(await auditLog(installation))).toMatch(/^ok /);
    expect(await look()).toMatch(/^BAD .* up to entry 2 of 2026-03-02, \S+ up to entry 3 of 2026-03-03$/);
    await rm(folder, { recursive: true });
  });

  it('recomputes nothing before the day at which events were sealed', async () => {
    const organization = { slug: 'acme', name: 'Acme', class: 'personal', timezone: 'UTC' } as const;
    const id = await createOrganization(database.owner, organization);
    await openGate(database.owner, id);
    await database.owner.query(`update organization set sealed_before = '2025-11-17' where id = $1`, [id]);
    const installation = { as: (role: 'work') => database.as(role) } as unknown as Installation;
    await expect(recompute(installation, { org: 'acme', from: '2025-11-16', json: true })).rejects.toMatchObject({
      code: 'sealed_day',
    });
    const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await recompute(installation, { org: 'acme', from: '2025-11-17', json: true })).toBe(0);
    print.mockRestore();
  });
});
