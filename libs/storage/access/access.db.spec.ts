import { openDatabase, rowsOf } from '../database.js';
import { roleUrl } from '../roles/roles.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { AccountRepository, LastAdmin } from './account.repository.js';
import { createAccount, EmailTaken, NoSuchOrganization } from './create-account.js';
import { replaceGroupRoles } from './group-role.js';
import { passwordMatches } from './password.js';
import { withinOrganization } from '../wall/within-organization.js';
import { forgetView, savedViews, saveView, TooManyViews } from './saved-view.js';
import { SessionRepository } from './session.repository.js';
import { accessTables } from './tables.js';
import { type DataSource, type EntityManager } from 'typeorm';

describe('access', () => {
  let database: TestDatabase;
  let db: DataSource;
  let accounts: AccountRepository;
  let sessions: SessionRepository;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDatabase(roleUrl(database.url, database.secret, 'app'), { tables: accessTables });
    accounts = new AccountRepository(db);
    sessions = new SessionRepository(db);
    await database.owner.query(
      `insert into organization (slug, name, class, timezone)
       values ('acme', 'Acme', 'synthetic', 'UTC'), ('zenith', 'Zenith', 'synthetic', 'UTC')`,
    );
    await createAccount(db, { email: 'Root@Example.org', name: 'Root', role: 'admin' });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const someone = async (role: 'admin' | 'consultant', organizations: string[] = []) => {
    const email = `${crypto.randomUUID()}@example.org`;
    return { email, ...(await createAccount(db, { email, name: 'Someone', role, organizations })) };
  };

  it('generates a password that works, and keeps no copy of it', async () => {
    const { email, password } = await someone('consultant');
    const account = await accounts.byEmail(email.toUpperCase());
    expect(await passwordMatches(password ?? '', account?.passwordHash ?? '')).toBe(true);
    expect(JSON.stringify(account)).not.toContain(password);
  });

  it('changes nothing where what belongs to the change cannot be written', async () => {
    const { id } = await someone('consultant', ['acme']);
    const failing = (work: (tx: EntityManager) => Promise<unknown>) =>
      db.transaction(async (tx) => {
        await work(tx);
        throw new Error('not noted');
      });
    const email = 'never@example.org';
    const role = { provider: 'one', group: 'a', role: 'sponsor', scope: null } as const;
    const [acme] = await rowsOf<{ id: string }>(database.owner, `select id from organization where slug = 'acme'`);
    const changes = [
      (tx: EntityManager) => createAccount(tx, { email, name: 'Never', role: 'sponsor' }),
      (tx: EntityManager) => accounts.change(id, { role: 'admin', organizations: [] }, { within: tx }),
      (tx: EntityManager) => accounts.remove(id, { within: tx }),
      (tx: EntityManager) => replaceGroupRoles(tx, acme?.id ?? '', [role]),
    ];
    for (const change of changes)
      await expect(withinOrganization(acme?.id ?? '', () => failing(change))).rejects.toThrow('not noted');
    expect(await accounts.byEmail(email)).toBeNull();
    expect(await accounts.row(id)).toMatchObject({ role: 'consultant', organizations: ['acme'] });
    expect(await rowsOf(database.owner, `select from group_role`)).toEqual([]);
  });

  it('notes who may open an organisation, as what, in the log of that organisation', async () => {
    const logged = (account: string) =>
      rowsOf<{ slug: string; from: object | null; to: object | null }>(
        database.owner,
        `select slug, detail->'from'->>'role' as from, detail->'to'->>'role' as to
           from audit join organization on organization.id = organization_id
          where action = 'access_changed' and detail->>'account' = $1 order by slug, position`,
        [account],
      );
    const { id } = await someone('consultant', ['acme']);
    await accounts.change(id, { memberships: [{ organization: 'acme', role: 'project_manager', scope: null }] });
    await accounts.change(id, { name: 'Another' });
    await accounts.change(id, { role: 'sponsor' });
    await accounts.change(id, { disabled: true });
    await accounts.change(id, { disabled: false, role: 'admin' });
    await accounts.remove(id);
    expect(await logged(id)).toEqual([
      { slug: 'acme', from: null, to: 'consultant' },
      { slug: 'acme', from: 'consultant', to: 'project_manager' },
      { slug: 'acme', from: 'project_manager', to: null },
      { slug: 'acme', from: null, to: 'admin' },
      { slug: 'acme', from: 'admin', to: null },
      { slug: 'zenith', from: null, to: 'admin' },
      { slug: 'zenith', from: 'admin', to: null },
    ]);
  });

  it('takes the password it is given and does not hand it back', async () => {
    const { password } = await createAccount(db, {
      email: 'given@example.org',
      name: 'G',
      role: 'sponsor',
      password: 'chosen by the operator',
    });
    expect(password).toBeNull();
  });

  it('refuses a second account with the same address in other letters', async () => {
    await expect(createAccount(db, { email: 'ROOT@example.ORG', name: 'X', role: 'sponsor' })).rejects.toThrow(
      EmailTaken,
    );
  });

  it('gives an organisation that does not exist to nobody, and makes no account', async () => {
    const attempt = createAccount(db, {
      email: 'lost@example.org',
      name: 'X',
      role: 'sponsor',
      organizations: ['acme', 'nowhere'],
    });
    await expect(attempt).rejects.toThrow(NoSuchOrganization);
    expect(await accounts.byEmail('lost@example.org')).toBeNull();
  });

  it('opens to a consultant what was given, to an administrator everything', async () => {
    const [consultant, admin] = [await someone('consultant', ['zenith']), await someone('admin')];
    const opened = async (id: string, role: 'admin' | 'consultant') =>
      (await accounts.openedBy({ id, role })).map(({ slug }) => slug);
    expect(await opened(consultant.id, 'consultant')).toEqual(['zenith']);
    expect(await opened(admin.id, 'admin')).toEqual(['acme', 'zenith']);
    expect(await accounts.opened({ id: consultant.id, role: 'consultant' }, 'acme')).toBeNull();
    expect(await accounts.opened({ id: consultant.id, role: 'consultant' }, 'nowhere')).toBeNull();
    expect(await accounts.opened({ id: consultant.id, role: 'consultant' }, 'zenith')).toMatchObject({
      slug: 'zenith',
      k: 10,
    });
  });

  it('gives a role and a scope in each organisation, of which those of the account say nothing', async () => {
    await database.owner.query(
      `insert into entity (organization_id, key, name) select id, 'lyon', 'Lyon' from organization where slug = 'acme'`,
    );
    const { id } = await someone('consultant');
    const lyon = { organization: 'acme', role: 'local_lead' as const, scope: 'lyon' };
    await accounts.change(id, { organizations: ['zenith'], memberships: [lyon] });
    const caller = { id, role: 'consultant' as const };
    expect(await accounts.opened(caller, 'acme')).toMatchObject({ role: 'local_lead', scope: 'lyon' });
    expect(await accounts.opened(caller, 'zenith')).toMatchObject({ role: 'consultant', scope: null });
    expect((await accounts.row(id))?.memberships).toEqual([
      { ...lyon, provider: null },
      { organization: 'zenith', role: null, scope: null, provider: null },
    ]);
    // Whatever the account is made afterwards, a local lead without an entity sees no place.
    expect(await accounts.opened({ id, role: 'local_lead' }, 'zenith')).toMatchObject({ scope: '' });
    expect(await accounts.opened({ id, role: 'admin' }, 'acme')).toMatchObject({ role: 'admin', scope: null });
  });

  it('refuses a local lead without an entity, and an entity that does not exist, and changes nothing', async () => {
    const { id } = await someone('consultant', ['acme']);
    const give = (role: 'local_lead' | null, scope: string | null) =>
      accounts.change(id, { memberships: [{ organization: 'zenith', role, scope }] });
    await expect(give('local_lead', null)).rejects.toMatchObject({ code: 'scope_required' });
    await expect(give(null, 'atlantis')).rejects.toMatchObject({ code: 'unknown_entity' });
    await expect(
      createAccount(db, { email: 'l@example.org', name: 'L', role: 'local_lead', organizations: ['acme'] }),
    ).rejects.toMatchObject({ code: 'scope_required' });
    expect((await accounts.row(id))?.organizations).toEqual(['acme']);
  });

  it('ends the sessions of who is disabled, demoted or given a new password', async () => {
    for (const edit of [{ disabled: true }, { role: 'sponsor' }, { resetPassword: true }] as const) {
      const { id } = await someone('consultant');
      await sessions.save(`secret of ${id}`, id, { accountId: id });
      await accounts.change(id, edit);
      expect(await sessions.use(`secret of ${id}`)).toBeNull();
    }
  });

  it('changes only what is asked', async () => {
    const { id } = await someone('consultant', ['acme']);
    await accounts.change(id, { organizations: ['zenith'] });
    expect(await accounts.row(id)).toMatchObject({
      name: 'Someone',
      role: 'consultant',
      disabled: false,
      organizations: ['zenith'],
    });
    await accounts.change(id, { disabled: true });
    expect(await accounts.active(id)).toBeNull();
    await accounts.change(id, { disabled: false });
    expect(await accounts.active(id)).toMatchObject({ id });
  });

  it('never loses its last administrator', async () => {
    await database.owner.query(
      `update account set disabled_at = now() where role = 'admin' and email <> 'root@example.org'`,
    );
    const root = await accounts.byEmail('root@example.org');
    await expect(accounts.change(root?.id ?? '', { role: 'sponsor' })).rejects.toThrow(LastAdmin);
    await expect(accounts.change(root?.id ?? '', { disabled: true })).rejects.toThrow(LastAdmin);
    expect(await accounts.active(root?.id ?? '')).toMatchObject({ role: 'admin' });
  });

  describe('a saved view', () => {
    it('is of one account in one organisation, and another of its name takes its place', async () => {
      const [acme] = await rowsOf<{ id: string }>(database.owner, `select id from organization where slug = 'acme'`);
      const organizationId = acme?.id ?? '';
      const within = <T>(work: () => Promise<T>) => withinOrganization(organizationId, work);
      const [one, other] = await Promise.all([someone('consultant', ['acme']), someone('consultant', ['acme'])]);
      const mine = { organizationId, accountId: one.id };
      const theirs = { organizationId, accountId: other.id };
      const first = await within(() => saveView(db, mine, { name: 'Sites', address: 'entities?sort=rate' }));
      const again = await within(() => saveView(db, mine, { name: 'Sites', address: 'entities' }));
      expect(again.id).toBe(first.id);
      expect(await within(() => savedViews(db, mine))).toEqual([{ id: first.id, name: 'Sites', address: 'entities' }]);
      expect(await within(() => savedViews(db, theirs))).toEqual([]);
      expect(await within(() => forgetView(db, theirs, first.id))).toBe(false);
      for (let more = 1; more < 50; more++)
        await within(() => saveView(db, mine, { name: `${more}`, address: 'usage' }));
      await expect(within(() => saveView(db, mine, { name: 'Too many', address: 'usage' }))).rejects.toThrow(
        TooManyViews,
      );
      await within(() => saveView(db, mine, { name: 'Sites', address: 'rollout' }));
      expect(await within(() => forgetView(db, mine, first.id))).toBe(true);
      await accounts.remove(one.id);
      expect(await rowsOf(database.owner, `select from saved_view`)).toEqual([]);
    });
  });

  describe('a session', () => {
    const stored = async () =>
      database.owner.query<{ id: string; expires_at: Date }[]>(`select id, expires_at from session`);

    it('is kept under a hash of its secret', async () => {
      await sessions.save('the secret in the cookie', null, { a: 1 });
      expect(await sessions.use('the secret in the cookie')).toEqual({ a: 1 });
      expect(JSON.stringify(await stored())).not.toContain('the secret in the cookie');
      const [row] = await stored();
      expect(await sessions.use(row?.id ?? '')).toBeNull();
    });

    it('goes idle, and is kept alive by use', async () => {
      await database.owner.query(`delete from session`);
      await sessions.save('used', null, {});
      await database.owner.query(`update session set expires_at = now() + interval '10 seconds'`);
      await sessions.use('used');
      expect((await stored())[0]?.expires_at.getTime()).toBeGreaterThan(Date.now() + 29 * 60_000);
      expect((await stored())[0]?.expires_at.getTime()).toBeLessThan(Date.now() + 31 * 60_000);
      await database.owner.query(`update session set expires_at = now() - interval '1 second'`);
      expect(await sessions.use('used')).toBeNull();
      await sessions.forgetExpired();
      expect(await stored()).toEqual([]);
    });

    it('ends when it is ended', async () => {
      await sessions.save('ended', null, {});
      await sessions.end('ended');
      expect(await sessions.use('ended')).toBeNull();
    });
  });
});
