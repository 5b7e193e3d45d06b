import { type Role } from '#contract/access.js';
import { roles } from '#domain/access/roles.js';
import { createApiToken } from '#storage/access/api-token.js';
import { type Route } from './routes.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';
import { type Caller, decision, policies, scopedPolicies, sessionOnly } from './policy.js';

// Some two thousand requests in each test.
jest.setTimeout(240_000);

/** Nothing here is written per route: the routes come from the running server, the answers from the policy table. */
describe('role × route', () => {
  // Each role in the whole organisation; of one entity the role that needs one, the widest and the narrowest.
  const scoped = (['local_lead', 'project_manager', 'data_protection_officer'] as const).map(
    (role) => `${role} of one entity` as const,
  );
  // A program opens what both its token and the owner of it may open.
  const byToken = ['admin by token', 'project_manager by a token of a sponsor'] as const;
  const callers = ['anonymous', ...roles.filter((role) => role !== 'local_lead'), ...scoped, ...byToken] as const;
  type Tried = (typeof callers)[number];
  const roleOf = (caller: Tried) => caller.replace(/ (of one entity|by .*)$/, '') as Caller;
  const tokenOf = (caller: Tried): Role | null =>
    caller === 'admin by token' ? 'admin' : caller.endsWith(' by a token of a sponsor') ? 'sponsor' : null;
  const isScoped = (caller: Tried) => caller.endsWith(' of one entity');
  let server: TestServer;
  let routes: Route[];
  const accounts = new Map<Tried, string>();
  const tokens = new Map<Tried, string>();

  beforeAll(async () => {
    server = await createTestServer();
    // HEAD is GET without a body, which the last test makes sure of.
    routes = server.routes.filter(({ method }) => method !== 'HEAD');
    const ours = await server.organization('ours');
    await server.database.owner.query(`insert into entity (organization_id, key, name) values ($1, 'lyon', 'Lyon')`, [
      ours,
    ]);
    await server.organization('theirs');
    for (const caller of callers.filter((one) => one !== 'anonymous')) {
      const role = roleOf(caller) as Role;
      // Those of one entity are something else elsewhere: what counts is the role in the organisation.
      const made = isScoped(caller)
        ? server.account('sponsor', [], [{ organization: 'ours', role, scope: 'lyon' }])
        : server.account(role, ['ours']);
      const { id } = await made;
      accounts.set(caller, id);
      const tokenRole = tokenOf(caller);
      const wanted = { name: 'matrix', role: tokenRole ?? 'sponsor', days: 1 };
      if (tokenRole) tokens.set(caller, (await createApiToken(server.database.owner, id, wanted)).token);
    }
  });
  afterAll(() => server.close());

  const sessions = new Map<string, { cookie: string }>();
  async function sessionOf(account: string) {
    const session = sessions.get(account) ?? (await server.signedIn(account));
    sessions.set(account, session);
    return session;
  }

  async function call(
    route: Route,
    caller: Tried,
    organization: string,
  ): Promise<{ status: number; code: string | null }> {
    const url = route.url
      .replace(':org', organization)
      .replace(/:[a-zA-Z]+/g, 'none')
      .replace('*', 'no/such/page');
    const account = accounts.get(caller);
    const token = tokens.get(caller);
    const session = account === undefined || token !== undefined ? {} : await sessionOf(account);
    const headers = token === undefined ? session : { authorization: `Bearer ${token}` };
    const answer = await server.app.inject({ method: route.method as 'GET', url, headers });
    // Signing out is one of the routes.
    if (account !== undefined && route.method === 'DELETE' && !route.url.includes(':org')) sessions.delete(account);
    const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
    return { status: answer.statusCode, code: isProblem ? answer.json<{ code: string }>().code : null };
  }

  /** The same words for every route, so that one failing route is named in the difference. */
  function verdict({ status, code }: { status: number; code: string | null }): string {
    if (status === 401) return 'sign_in';
    if (code === 'forbidden') return 'refuse';
    if (code === 'unknown_organization') return 'hidden';
    if (code === 'outside_scope') return 'outside';
    return status >= 500 ? `error ${status}` : 'allow';
  }

  function expected({ policy, url }: Route, caller: Tried, organization: string): string {
    const isWithin = url.includes(':org');
    const isHidden = isWithin && organization !== 'ours' && roleOf(caller) !== 'admin';
    // A role counts in the organisation that gave it; elsewhere the account has its own.
    const counts = isWithin && organization === 'ours' ? roleOf(caller) : ownRole(caller);
    const inTable = decision(policy, counts);
    const token = tokenOf(caller);
    if (inTable === 'allow' && token && policies[policy] !== 'anyone')
      if (sessionOnly.has(policy) || decision(policy, token) !== 'allow') return 'refuse';
    if (inTable !== 'allow' || !isWithin) return inTable;
    if (isHidden) return 'hidden';
    return isScoped(caller) && !scopedPolicies.has(policy) ? 'outside' : 'allow';
  }

  const ownRole = (caller: Tried): Caller => (isScoped(caller) ? 'sponsor' : roleOf(caller));

  it.each(['ours', 'theirs', 'nowhere'])(
    'opens exactly what the table says, in the organisation "%s"',
    async (organization) => {
      const [found, wanted]: [string[], string[]] = [[], []];
      for (const route of routes.filter(({ url }) => organization === 'ours' || url.includes(':org'))) {
        // Elsewhere those of one entity are nobody in particular.
        for (const caller of callers.filter((one) => organization === 'ours' || (!isScoped(one) && !tokens.has(one)))) {
          const row = `${route.method} ${route.url} as ${caller}`;
          const isNowhere =
            organization === 'nowhere' &&
            roleOf(caller) === 'admin' &&
            expected(route, caller, organization) === 'allow';
          found.push(`${row}: ${verdict(await call(route, caller, organization))}`);
          wanted.push(`${row}: ${isNowhere ? 'hidden' : expected(route, caller, organization)}`);
        }
      }
      expect(found).toEqual(wanted);
      expect(organization === 'ours' ? found.length : 1).toBeGreaterThan(0);
    },
  );

  it('answers the same for an organisation that is not theirs and for one that does not exist', async () => {
    const consultant = accounts.get('consultant') ?? '';
    for (const { method, url } of routes.filter((route) => route.policy === 'reading' && route.url.includes(':org'))) {
      const bodies = [];
      for (const organization of ['theirs', 'nowhere']) {
        const headers = await server.signedIn(consultant);
        const path = url.replace(':org', organization).replace(/:[a-zA-Z]+/g, 'none');
        const { instance: _, ...body } = (
          await server.app.inject({ method: method as 'GET', url: path, headers })
        ).json<Record<string, unknown>>();
        bodies.push(body);
      }
      expect(bodies[0]).toEqual(bodies[1]);
    }
  });

  it('refuses every change that another site asks for with our cookie', async () => {
    const changes = routes.filter(({ method, policy }) => method !== 'GET' && policies[policy] !== 'key');
    expect(changes.length).toBeGreaterThan(3);
    for (const { method, url } of changes) {
      for (const headers of [
        { origin: 'https://elsewhere.example' },
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'null' },
      ]) {
        const cookie = await server.signedIn(accounts.get('admin') ?? '');
        const path = url.replace(':org', 'ours').replace(/:[a-zA-Z]+/g, 'none');
        const answer = await server.app.inject({
          method: method as 'POST',
          url: path,
          headers: { ...headers, ...cookie },
        });
        expect(`${method} ${url} ${answer.json<{ code: string }>().code}`).toBe(`${method} ${url} foreign_origin`);
      }
    }
  });

  it('lets nobody unknown change anything, but by a word that proves itself', () => {
    const changes = routes.filter(({ method, policy }) => method !== 'GET' && policies[policy] === 'anyone');
    // No setting up: the first account is made by the operator, on the command line.
    expect(changes.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'DELETE /v1/session',
      'POST /v1/identity-providers/:provider/logout',
      'POST /v1/password',
      'POST /v1/password/forgotten',
      'POST /v1/report-issues/open',
      'POST /v1/report-issues/pdf',
      'POST /v1/session',
    ]);
  });

  it('opens HEAD exactly where it opens GET', () => {
    const gets = new Set(routes.filter(({ method }) => method === 'GET').map(({ url, policy }) => `${url} ${policy}`));
    const heads = server.routes.filter(({ method }) => method === 'HEAD');
    expect(heads.filter(({ url, policy }) => !gets.has(`${url} ${policy}`))).toEqual([]);
    expect([...new Set(routes.map(({ policy }) => policy))].filter((policy) => !(policy in policies))).toEqual([]);
  });
});
