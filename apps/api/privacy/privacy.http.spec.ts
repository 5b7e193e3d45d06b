import { AuditLog } from '#contract/audit.js';
import { Disclosures } from '#contract/disclosures.js';
import { ImportPreview } from '#contract/import-preview.js';
import { KeyCreated, SourceCreated } from '#contract/sources.js';
import { type NewConsultation, PurposeGate } from '#contract/purpose-gate.js';
import { RightsDone } from '#contract/rights.js';
import { namesOf } from '#storage/vault/keyring.js';
import { verifyAudit } from '#storage/audit/verify-audit.js';
import { rowsOf } from '#storage/database.js';
import { Turns } from '../http/turns.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let admin: { cookie: string };
let manager: { cookie: string };
let sponsor: { cookie: string };
let org: string;
let key: string;
const base = '/v1/organizations/atelier';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const call = (method: Method, url: string, headers: Record<string, string>, payload?: object | string) =>
  server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const code = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
const owner = <Row>(sql: string, parameters: unknown[] = [org]) => rowsOf<Row>(server.database.owner, sql, parameters);

beforeAll(async () => {
  server = await createTestServer();
  admin = await server.signedIn((await server.account('admin')).id);
  const organization = { slug: 'atelier', name: 'Atelier', class: 'personal', timezone: 'Europe/Paris' };
  await call('POST', '/v1/organizations', admin, organization);
  org = (await owner<{ id: string }>(`select id from organization`, []))[0]?.id ?? '';
  manager = await server.signedIn((await server.account('project_manager', ['atelier'])).id);
  sponsor = await server.signedIn((await server.account('sponsor', ['atelier'])).id);
  const source = SourceCreated.parse((await call('POST', `${base}/sources`, admin, { name: 'Intranet' })).json());
  key = KeyCreated.parse((await call('POST', `${base}/sources/${source.id}/keys`, admin)).json()).key;
});
afterAll(() => server.close());

describe('the purpose gate', () => {
  const gate = async () => PurposeGate.parse((await call('GET', `${base}/purpose-gate`, sponsor)).json());
  const put = (what: string, body: object, as = manager) => call('PUT', `${base}/purpose-gate/${what}`, as, body);
  const dates: NewConsultation = { countries: ['FR'], consultedOn: '2026-01-05', informedOn: '2026-01-12' };
  let id = 0;
  const event = (query = '') =>
    call(
      'POST',
      `/v1/events${query}`,
      { authorization: `Bearer ${key}` },
      {
        ...{ id: `e${++id}`, occurred_at: new Date().toISOString(), kind: 'post', actor: 'ada' },
      },
    );
  const file = (kind: string, text: string, more = '') =>
    call('POST', `${base}/imports?kind=${kind}&file=a.csv${more}`, { ...manager, 'content-type': 'text/csv' }, text);
  const events = 'id,occurred_at,kind,actor\n1,2026-03-02T09:00:00Z,post,ada\n';

  it('is closed at first: what people do is refused at every door, who they are is not', async () => {
    expect(await gate()).toMatchObject({ state: 'closed', lacksCountry: true, countries: [] });
    for (const refused of [await event(), await event('?strict=true')])
      expect([refused.statusCode, code(refused)]).toEqual([403, 'purpose_gate_closed']);
    for (const refused of [
      await file('events', events),
      await file('slack', 'PK'),
      await file('events', events, '&dry_run=true'),
    ])
      expect([refused.statusCode, code(refused)]).toEqual([403, 'purpose_gate_closed']);
    const kept = `select (select count(*) from event) as events, (select count(*) from import_chunk) as chunks`;
    expect(await owner(kept, [])).toEqual([{ events: 0, chunks: 0 }]);
    for (const taken of [
      await file('entities', 'entity_id,name\nlyon,Lyon\n'),
      await file('actions', 'action_id,name\na,Webinaire\n'),
    ])
      expect(taken.statusCode).toBe(202);
    expect((await event('?dry_run=true')).statusCode).toBe(202);
    const octets = { ...manager, 'content-type': 'application/octet-stream' };
    const seen = await call('POST', `${base}/imports/preview?whole=true`, octets, events);
    expect(ImportPreview.parse(seen.json()).holds).toMatchObject({
      ...{ rows: 1, events: 1, accounts: 1, groups: 0, firstDay: '2026-03-02', lastDay: '2026-03-02' },
      ...{ kinds: [{ kind: 'post', times: 1 }] },
      silenced: expect.arrayContaining([{ indicator: 'K03', how: 'not', kinds: ['login'], attributes: [] }]),
    });
  });

  it('opens with the dates of every country, by whoever leads the project', async () => {
    expect(code(await put('country', { country: 'FR' }, sponsor))).toBe('forbidden');
    await put('country', { country: 'FR' });
    expect(code(await put('consultations', { ...dates, consultedOn: '2999-01-01' }))).toBe('invalid_request');
    await put('consultations', { ...dates, informedOn: undefined, document: 'PV n° 12' });
    expect(await gate()).toMatchObject({
      state: 'closed',
      countries: [{ country: 'FR', consultedOn: '2026-01-05', missing: ['information'] }],
    });
    expect((await event()).statusCode).toBe(403);
    const open = await put('consultations', { countries: ['FR'], informedOn: '2026-01-12' });
    expect(PurposeGate.parse(open.json())).toMatchObject({
      state: 'open',
      countries: [{ consultedOn: '2026-01-05', document: 'PV n° 12', missing: [] }],
      actsSince: null,
    });
    expect((await event()).statusCode).toBe(202);
    const heardOn = await owner<{ day: string }>(`select min(day)::text as day from event where organization_id = $1`);
    expect((await gate()).actsSince).toBe(heardOn[0]?.day);
  });

  it('closes again with an entity of another country, and opens by an administrator’s reason, which is audited', async () => {
    await owner(
      `insert into entity (organization_id, key, name, kind, country) values ($1, 'k', 'Köln', 'site', 'DE')`,
    );
    expect(code(await event())).toBe('purpose_gate_closed');
    const reason = 'Der Betriebsrat hat am 3. März mündlich zugestimmt.';
    expect(code(await put('override', { reason }))).toBe('forbidden');
    expect(code(await put('override', { reason: 'Darum.' }, admin))).toBe('invalid_request');
    await put('override', { reason }, admin);
    expect(await gate()).toMatchObject({ state: 'overridden', override: { reason, decidedBy: 'A admin' } });
    expect((await event()).statusCode).toBe(202);
    await call('DELETE', `${base}/purpose-gate/override`, admin);
    expect((await event()).statusCode).toBe(403);
    await put('consultations', { ...dates, countries: ['DE'] });
    expect((await gate()).state).toBe('open');
    const actions = await owner<{ action: string }>(
      `select action from audit where organization_id = $1 and action ~ '^(country|consult|gate)' order by id`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...['country_set', 'consultation_recorded', 'consultation_recorded'],
      ...['gate_overridden', 'gate_override_ended', 'consultation_recorded'],
    ]);
  });
});

describe('an entity of which nobody said the country', () => {
  const gate = async () => PurposeGate.parse((await call('GET', `${base}/purpose-gate`, sponsor)).json());
  const say = (entities: object[], as = manager) => call('PUT', `${base}/purpose-gate/entities`, as, { entities });

  it('keeps the gate closed, until somebody says it and its staff was heard', async () => {
    await owner(
      `insert into entity (organization_id, key, name) values ($1, 'be', 'Belgique'), ($1, 'liege', 'Liège'), ($1, 'hq', 'Siège')`,
    );
    await owner(
      `insert into entity_parent (organization_id, entity_key, parent_key) values ($1, 'be', null), ($1, 'liege', 'be'), ($1, 'hq', null)`,
    );
    expect(await gate()).toMatchObject({
      state: 'closed',
      unsaid: [
        { entity: 'be', path: ['Belgique'], proposal: 'BE' },
        { entity: 'hq', path: ['Siège'], proposal: null },
      ],
    });
    const one = { id: 'unsaid', occurred_at: new Date().toISOString(), kind: 'post', actor: 'ada' };
    const sent = await call('POST', '/v1/events', { authorization: `Bearer ${key}` }, one);
    expect(code(sent)).toBe('purpose_gate_closed');
    expect(code(await say([{ entity: 'be', country: 'BE' }], sponsor))).toBe('forbidden');
    expect(code(await say([{ entity: 'be', country: 'Belgique' }]))).toBe('invalid_request');
    expect(
      code(
        await say([
          { entity: 'be', country: 'BE' },
          { entity: 'atlantis', country: 'FR' },
        ]),
      ),
    ).toBe('unknown_node');
    expect((await gate()).unsaid).toHaveLength(2);
    await say([
      { entity: 'be', country: 'BE' },
      { entity: 'hq', country: 'FR' },
    ]);
    const { state, unsaid, countries } = await gate();
    expect([state, unsaid]).toEqual(['closed', []]);
    expect(countries.map(({ country, missing }) => [country, missing.length])).toEqual([
      ['BE', 2],
      ['DE', 0],
      ['FR', 0],
    ]);
    await call('PUT', `${base}/purpose-gate/consultations`, manager, {
      ...{ countries: ['BE'], consultedOn: '2026-01-05', informedOn: '2026-01-12' },
    });
    expect((await gate()).state).toBe('open');
    const audited = await owner(
      `select detail from audit where organization_id = $1 and action = 'entity_countries_set'`,
    );
    expect(audited).toHaveLength(1);
  });
});

describe('the dossier', () => {
  it.each([
    ['works-council', 'pdf', '%PDF', 'application/pdf'],
    ['impact-assessment', 'docx', 'PK', 'officedocument'],
    ['employee-notice', 'docx', 'PK', 'officedocument'],
  ])('%s comes as %s to whoever leads the project', async (name, format, begins, type) => {
    const answer = await call('GET', `${base}/dossiers/${name}?format=${format}&language=fr`, manager);
    expect([answer.statusCode, answer.body.slice(0, begins.length)]).toEqual([200, begins]);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="atelier-${name}-fr.${format}"`);
    expect(code(await call('GET', `${base}/dossiers/${name}?format=${format}`, sponsor))).toBe('forbidden');
    expect(code(await call('GET', `${base}/dossiers/poem?format=${format}`, manager))).toBe('invalid_request');
  });
});

it('writes, reads and sends whole files for nobody without end', async () => {
  const eager = await server.signedIn((await server.account('project_manager', ['atelier'])).id);
  const codes: unknown[] = [];
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  for (let turn = 0; turn < 121; turn++) codes.push(code(await call('POST', `${base}/imports/preview`, eager)));
  clock.mockRestore();
  expect(codes.slice(0, 120)).not.toContain('rate_limited');
  expect(codes.at(-1)).toBe('rate_limited');
  expect(code(await call('POST', `${base}/imports/preview`, manager))).not.toBe('rate_limited');
});

describe('the audit log', () => {
  it('tells administrators who signed in, exported and made keys, and nobody else', async () => {
    const { email } = await server.account('admin');
    const sign = (password: string) => call('POST', '/v1/session', {}, { email, password });
    await sign('PASS-CANARY');
    const cookie = String((await sign('password')).headers['set-cookie']).split(';')[0] ?? '';
    await call('DELETE', '/v1/session', { cookie });
    await call('POST', '/v1/session', {}, { email: 'canary@example.org', password: 'x' });
    const read = async (url: string) => {
      const answer = await call('GET', url, admin);
      expect(answer.body).not.toMatch(/canary/i);
      return AuditLog.parse(answer.json()).entries;
    };
    const acts = (await read('/v1/audit')).map(({ action, by }) => [action, by]);
    expect(acts).toEqual([
      ['sign_in_refused', null],
      ['signed_out', 'A admin'],
      ['signed_in', 'A admin'],
      ['sign_in_refused', 'A admin'],
    ]);
    expect((await call('GET', `${base}/proposed-tree/people.csv`, manager)).statusCode).toBe(200);
    const ours = await read(`${base}/audit`);
    expect(ours.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['exported', 'key_created', 'file_handed_in', 'gate_overridden']),
    );
    expect(ours.find(({ action }) => action === 'exported')).toMatchObject({ by: 'A project_manager' });
    expect(await read(`${base}/audit?before=2`)).toHaveLength(1);
    const ledger = Disclosures.parse((await call('GET', `${base}/disclosures`, sponsor)).json()).disclosures;
    expect(ledger.map(({ what, times }) => [what, times])).toEqual([
      ['employee-notice', 1],
      ['impact-assessment', 1],
      ['proposed-people', 1],
      ['works-council', 1],
    ]);
    for (const url of ['/v1/audit', `${base}/audit`]) expect(code(await call('GET', url, manager))).toBe('forbidden');
    const officer = await server.signedIn((await server.account('data_protection_officer', ['atelier'])).id);
    const { id: changed } = await server.account('sponsor');
    const given = { organization: 'atelier', role: 'project_manager', scope: null };
    await call('PATCH', `/v1/accounts/${changed}`, admin, { memberships: [given] });
    const [latest] = AuditLog.parse((await call('GET', `${base}/audit`, officer)).json()).entries;
    expect(latest).toMatchObject({
      ...{ action: 'access_changed', by: 'A admin', about: 'A sponsor' },
      detail: { from: null, to: { role: 'project_manager', scope: null, provider: null } },
    });
    expect(await verifyAudit(server.database.owner)).toMatchObject({ broken: [] });
  });
});

describe('the rights desk', () => {
  const desk = `${base}/rights`;
  const person = { identifier: 'zoe.martin@acme.example' };
  const ask = (who: { cookie: string }, request: string, more: object = {}) =>
    call('POST', `${desk}/requests`, who, { ...person, request, ...more });

  beforeAll(async () => {
    const names = await namesOf(server.database.owner, org);
    const [token, sealed] = [names.token(person.identifier), names.seal(person.identifier)];
    await owner(`insert into person (organization_id, ordinal, key, declared) values ($1, 700, $2, true)`, [
      org,
      token,
    ]);
    await owner(`insert into person_alias (organization_id, alias, ordinal, sealed) values ($1, $2, 700, $3)`, [
      ...[org, token, sealed],
    ]);
  });

  it('is for administrators and the data-protection officer', async () => {
    const officer = await server.signedIn((await server.account('data_protection_officer', ['atelier'])).id);
    for (const who of [manager, sponsor]) expect((await ask(who, 'objection')).statusCode).toBe(403);
    const answer = await call('POST', `${desk}/record`, officer, { ...person, format: 'json' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.json()).toMatchObject({ sections: { names: [{ name: person.identifier }] } });
    const token = (await namesOf(server.database.owner, org)).token(person.identifier);
    const [read] = AuditLog.parse((await call('GET', `${base}/audit`, officer)).json()).entries;
    expect(read).toMatchObject({ action: 'person_read', detail: { known: true, person: [token] } });
    const pdf = await call('POST', `${desk}/record`, officer, { ...person, format: 'pdf', language: 'en' });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('knows accounts of the organisation only: those of another are nobody', async () => {
    await server.organization('elsewhere');
    const [own, foreign] = [
      await server.account('sponsor', ['atelier']),
      await server.account('sponsor', ['elsewhere']),
    ];
    const officer = await server.signedIn((await server.account('data_protection_officer', ['atelier'])).id);
    const record = (identifier: string) =>
      call('POST', `${desk}/record`, officer, { identifier: identifier.toUpperCase(), format: 'json' });
    const object = async (identifier: string) =>
      RightsDone.parse((await ask(officer, 'objection', { identifier })).json());
    expect((await record(own.email)).json()).toMatchObject({ sections: { account: [{ email: own.email }] } });
    const [there, nowhere] = [await record(foreign.email), await record('nobody@example.org')];
    expect([there.statusCode, code(there)]).toEqual([404, 'unknown_person']);
    const { instance: _, ...same } = nowhere.json<Record<string, unknown>>();
    expect(there.json()).toMatchObject(same);
    expect(await object(own.email)).toMatchObject({ known: false, hasAccount: true });
    expect(await object(foreign.email)).toMatchObject({ known: false, hasAccount: false });
  });

  it('erases what is confirmed, once, and tells nothing of what was done', async () => {
    expect(code(await ask(admin, 'erasure'))).toBe('not_confirmed');
    expect(code(await ask(admin, 'withdrawal'))).toBe('no_objection');
    const done = await ask(admin, 'erasure', { confirmation: person.identifier });
    expect(RightsDone.parse(done.json())).toMatchObject({ known: true, hasAccount: false });
    expect(Object.keys(done.json<object>()).sort()).toEqual(['hasAccount', 'known', 'number']);
    expect(code(await call('POST', `${desk}/record`, admin, { ...person, format: 'pdf' }))).toBe('unknown_person');
    const log = await owner<{ entry: string }>(`select detail::text as entry from audit where organization_id = $1`);
    expect(JSON.stringify(log)).not.toContain('zoe');
  });
});

it('writes and reads whole files in turn, by organisation', async () => {
  const taken = jest.spyOn(Turns.prototype, 'take');
  await call('GET', `${base}/dossiers/works-council?format=pdf&language=fr`, manager);
  await call('POST', `${base}/imports/preview`, manager);
  expect(taken.mock.calls).toEqual([[org], [org]]);
  expect(taken.mock.contexts[0]).not.toBe(taken.mock.contexts[1]);
  taken.mockRestore();
});

it('keeps nobody waiting for the turns of another organisation', async () => {
  await server.organization('calm', { class: 'personal' });
  const dossier = (slug: string) =>
    call('GET', `/v1/organizations/${slug}/dossiers/works-council?format=pdf&language=fr`, admin);
  const taken = jest.spyOn(Turns.prototype, 'take');
  await dossier('atelier');
  const turns = taken.mock.contexts[0] as Turns;
  taken.mockRestore();
  const held = await Promise.all(Array.from({ length: 4 }, () => turns.take(org)));
  let isAnswered = false;
  const waiting = dossier('atelier').then(({ statusCode }) => ((isAnswered = true), statusCode));
  expect((await dossier('calm')).statusCode).toBe(200);
  expect(isAnswered).toBe(false);
  for (const end of held) end();
  expect(await waiting).toBe(200);
});
