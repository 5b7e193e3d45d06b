import { noteAlone } from '#storage/audit/audit-log.js';
import { createOrganization } from '#storage/directory/organization.js';
import { openGate } from '#storage/testing/open-gate.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { auditLog, findingLine } from './doctor.command.js';
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
