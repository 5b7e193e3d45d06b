import { type Role } from '#contract/access.js';
import { Diagnostic } from '#contract/diagnostic.js';
import { Committees } from '#contract/committees.js';
import { Gate, WaveDecision } from '#contract/gate.js';
import { FigureNotes } from '#contract/notes.js';
import { Organization } from '#contract/organization.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

describe('the gate of the next wave', () => {
  let server: TestServer;
  let id: string;
  beforeAll(async () => {
    server = await createTestServer();
    id = await server.organization('ours');
    const { owner } = server.database;
    await owner.query(
      `insert into entity (organization_id, key, name) values ($1, 'lyon', 'Lyon'), ($1, 'paris', 'Paris')`,
      [id],
    );
    await owner.query(
      `insert into wave (organization_id, key, name, kind, planned_start, planned_end, actual_start)
       values ($1, 'first', 'First', 'pilot', '2020-01-06', '2020-03-01', '2020-01-06'),
              ($1, 'second', 'Second', 'rollout', '2099-01-05', '2099-03-01', null)`,
      [id],
    );
    await owner.query(
      `insert into wave_entity (organization_id, wave_key, entity_key) values ($1, 'first', 'paris'), ($1, 'second', 'lyon')`,
      [id],
    );
  });
  afterAll(() => server.close());

  async function call(role: Role, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) {
    const account = await server.account(role, ['ours']);
    const headers = await server.signedIn(account.id);
    const url = `/v1/organizations/ours/${path}`.replace(/\/$/, '');
    return server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }
  const read = async () => Gate.parse((await call('sponsor', 'GET', 'gate')).json());
  const lights = ({ rules }: Gate) => Object.fromEntries(rules.map(({ rule, light }) => [rule, light]));

  it('is that of the wave still to open, and what nobody said is unknown', async () => {
    const gate = await read();
    expect(gate).toMatchObject({
      ...{ week: null, next: { key: 'second', position: 1 }, previous: { key: 'first' } },
      ...{ recommendation: 'incomplete', decisions: [] },
    });
    expect(new Set(Object.values(lights(gate)))).toEqual(new Set(['unknown']));
  });

  it('reads the checklist of the wave before that of the organisation', async () => {
    const rows = [
      { item: 'sponsor_named', state: 'done', date: '2026-01-10' },
      { item: 'communication_plan', state: 'done', date: '2026-01-10' },
      { item: 'communication_plan', scope: 'second', state: 'missing', date: '2026-01-10' },
      { item: 'content_plan', scope: 'second', state: 'started', date: '2026-01-10' },
    ];
    await call('project_manager', 'POST', 'declared/governance', { rows });
    const gate = await read();
    expect(lights(gate)).toMatchObject({ sponsor: 'green', communication: 'red', platform: 'unknown' });
    expect(gate.recommendation).toBe('no_go');
  });

  it('is judged by the rules of the diagnostic: the same wave, the same errors', async () => {
    const wave = Diagnostic.parse((await call('consultant', 'GET', 'diagnostic?scope=wave:second')).json());
    const found = Object.fromEntries(wave.errors.map(({ check, light }) => [check, light]));
    const gate = lights(await read());
    expect([found.E2, found.E4, found.E7]).toEqual([gate.sponsor, gate.communication, gate.platform]);
    expect(wave.waves.map(({ key }) => key)).toEqual(['first', 'second']);
    expect((await call('sponsor', 'GET', 'diagnostic')).statusCode).toBe(403);
  });

  it('interactivity, charters and moderation are declared and read back in the diagnostic', async () => {
    const nothing = Diagnostic.parse((await call('consultant', 'GET', 'diagnostic')).json());
    expect(nothing.actions.find(({ check }) => check === 'A4')).toMatchObject({ light: 'unknown', ask: 'charter' });
    const rows = [
      { item: 'interactivity_chosen', state: 'done', date: '2026-02-02', note: 'Commenter : ouvert à tous' },
      { item: 'charter', state: 'done', date: '2026-02-02' },
      { item: 'editorial_charter', state: 'started', date: '2026-02-02' },
      { item: 'moderators_named', scope: 'lyon', state: 'missing', date: '2026-02-03' },
    ];
    await call('project_manager', 'POST', 'declared/governance', { rows });
    const { actions, errors } = Diagnostic.parse((await call('consultant', 'GET', 'diagnostic')).json());
    const of = (key: string) => [...actions, ...errors].find(({ check }) => check === key);
    // Nothing is published here: what was chosen is known, what is seen is not.
    expect(of('A1')).toMatchObject({ light: 'unknown', origin: 'declared' });
    expect(of('A1')?.findings[0]).toMatchObject({
      state: 'done',
      day: '2026-02-02',
      note: 'Commenter : ouvert à tous',
    });
    expect(of('A4')).toMatchObject({ light: 'amber', origin: 'declared', ask: 'editorial_charter' });
    expect(of('E6')?.findings.find(({ signal }) => signal === 'moderation_delay')?.silence).toBe('not_measurable');
    expect(of('A5')?.findings[0]).toMatchObject({ signal: 'moderators_named', silence: 'not_said' });
  });

  it('keeps what a person decided, why, and what the rules said; nobody changes it afterwards', async () => {
    const body = { decision: 'go', reason: '  Launch speech moved to the opening day.  ' };
    const answer = await call('project_manager', 'POST', 'waves/second/decisions', body);
    expect(answer.statusCode).toBe(201);
    expect(WaveDecision.parse(answer.json())).toMatchObject({
      ...{ wave: 'second', decision: 'go', recommendation: 'no_go', reason: 'Launch speech moved to the opening day.' },
      by: expect.any(String) as string,
    });
    await call('project_manager', 'POST', 'waves/second/decisions', { decision: 'postpone', reason: 'Not yet.' });
    expect((await read()).decisions.map(({ decision }) => decision)).toEqual(['postpone', 'go']);
    const [trace] = await server.database.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit where organization_id = $1 and action = 'wave_decided' order by id`,
      [id],
    );
    expect(trace).toEqual({ action: 'wave_decided', detail: { wave: 'second', decision: 'go' } });
    const app = await server.database.as('app');
    await expect(app.query(`update wave_decision set reason = 'other'`)).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['a sponsor', 'sponsor', 'second', { decision: 'go', reason: 'Because.' }, 403, 'forbidden'],
    ['a consultant', 'consultant', 'second', { decision: 'go', reason: 'Because.' }, 403, 'forbidden'],
    ['a wave that is open', 'project_manager', 'first', { decision: 'go', reason: 'Because.' }, 409, 'not_at_the_gate'],
    ['a wave that is not there', 'project_manager', 'third', { decision: 'go', reason: 'So.' }, 404, 'unknown_wave'],
    ['no reason', 'project_manager', 'second', { decision: 'go', reason: ' ' }, 400, 'invalid_request'],
    ['another word', 'project_manager', 'second', { decision: 'maybe', reason: 'Because.' }, 400, 'invalid_request'],
  ] as const)('refuses %s', async (_what, role, wave, body, status, code) => {
    const answer = await call(role, 'POST', `waves/${wave}/decisions`, body);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  describe('and the committees that decide', () => {
    const committees = async (role: Role = 'sponsor') =>
      Committees.parse((await call(role, 'GET', 'committees')).json());
    const write = async (method: 'POST' | 'PATCH', path: string, body: object) => {
      const answer = await call('project_manager', method, path, body);
      expect([path, answer.statusCode < 300 ? 'done' : answer.body]).toEqual([path, 'done']);
      return answer.json<{ id: string }>().id;
    };
    const decision = { kind: 'decision', text: 'Open Lyon in May', owner: 'Ada Byron', dueOn: null, state: 'asked' };
    const only = async () => (await committees()).committees[0]!;

    it('are written by a project manager and read by a sponsor, beside what was decided at the gate', async () => {
      const id = await write('POST', 'committees', { heldOn: '2020-02-03', participants: [' Ada Byron ', 'Director'] });
      await write('POST', `committees/${id}/items`, decision);
      const action = { ...decision, kind: 'action', text: 'Call Paris', state: 'open', dueOn: '2020-02-10' };
      await write('POST', `committees/${id}/items`, action);
      const told = await committees();
      expect(told).toMatchObject({ last: id, next: null, counts: { asked: 1, open: 1, late: 1, done: 0 } });
      expect(told.committees[0]).toMatchObject({
        ...{ heldOn: '2020-02-03', participants: ['Ada Byron', 'Director'] },
        items: [
          { text: 'Open Lyon in May', state: 'asked', isLate: false },
          { text: 'Call Paris', state: 'open', isLate: true },
        ],
      });
      expect(told.gates.map(({ waveName, decision: taken }) => [waveName, taken])).toEqual([
        ['Second', 'postpone'],
        ['Second', 'go'],
      ]);
    });

    it('follow what becomes of each, and bring back what was taken away', async () => {
      const { id, items } = await only();
      const [first, second] = items;
      await write('PATCH', `committee-items/${first!.id}`, { state: 'done' });
      expect((await only()).items[0]).toMatchObject({ state: 'done', settledOn: expect.any(String) as string });
      await write('PATCH', `committee-items/${first!.id}`, { state: 'open' });
      expect((await only()).items[0]).toMatchObject({ state: 'open', settledOn: null, text: 'Open Lyon in May' });
      await write('PATCH', `committee-items/${second!.id}`, { withdrawn: true });
      expect((await only()).items.map(({ text }) => text)).toEqual(['Open Lyon in May']);
      await write('PATCH', `committee-items/${second!.id}`, { withdrawn: false });
      await write('PATCH', `committees/${id}`, { withdrawn: true });
      expect(await committees()).toMatchObject({ committees: [], counts: { open: 0 } });
      await write('PATCH', `committees/${id}`, { withdrawn: false });
      await write('PATCH', `committees/${id}`, { heldOn: '2020-02-04' });
      expect(await only()).toMatchObject({ heldOn: '2020-02-04', participants: ['Ada Byron', 'Director'] });
      expect((await only()).items).toHaveLength(2);
    });

    it('are marks on every time chart, for whoever may read them', async () => {
      const marks = async (role: Role) => {
        const { annotations } = Organization.parse((await call(role, 'GET', '')).json());
        return annotations.flatMap(({ kind, name }) => (/^(wave_(go|postpone)|decision)$/.test(kind) ? [name] : []));
      };
      // In Paris it was the next day already.
      const { owner } = server.database;
      await owner.query(`update organization set timezone = 'Europe/Paris' where id = $1`, [id]);
      await owner.query(
        `update wave_decision set decided_at = '2026-03-04T23:30:00Z' where organization_id = $1 and decision = 'go'`,
        [id],
      );
      const { annotations } = Organization.parse((await call('sponsor', 'GET', '')).json());
      expect(annotations.find(({ kind }) => kind === 'wave_go')).toMatchObject({ name: 'Second', day: '2026-03-05' });
      expect((await committees()).gates.map(({ decidedOn }) => decidedOn)).toContain('2026-03-05');
      // The action is none, nor what is still to be decided.
      expect(await marks('sponsor')).toEqual(['Open Lyon in May', 'Second', 'Second']);
      expect(await marks('animator')).toEqual(['Second', 'Second']);
      expect(await marks('data_protection_officer')).toEqual([]);
    });

    it('leave a trace without a word of theirs, and no name', async () => {
      const traces = await server.database.owner.query<{ detail: Record<string, string> }[]>(
        `select detail from audit where organization_id = $1 and action = 'committee_changed' order by position`,
        [id],
      );
      expect(traces.map(({ detail }) => `${detail.what} ${detail.change}`)).toEqual([
        ...['committee added', 'decision added', 'action added', 'decision changed', 'decision changed'],
        ...['action withdrawn', 'action restored', 'committee withdrawn', 'committee restored', 'committee changed'],
      ]);
      expect(JSON.stringify(traces)).not.toMatch(/Ada|Lyon|Paris/);
    });

    it('refuse what cannot be, by its code', async () => {
      const { items } = await only();
      const action = items.find(({ kind }) => kind === 'action')!.id;
      const refused = async (role: Role, method: 'POST' | 'PATCH', path: string, body: object) => {
        const answer = await call(role, method, path, body);
        return [answer.statusCode, answer.json<{ code: string }>().code];
      };
      const none = '0198b0b6-6d4e-4000-8000-000000000001';
      expect([
        await refused('project_manager', 'PATCH', `committee-items/${action}`, { state: 'asked' }),
        await refused('project_manager', 'POST', `committees/${none}/items`, decision),
        await refused('project_manager', 'PATCH', 'committees/none', { withdrawn: true }),
        await refused('project_manager', 'PATCH', `committee-items/${none}`, { state: 'done' }),
        await refused('project_manager', 'POST', 'committees', { heldOn: '2020-02-31', participants: [] }),
        await refused('sponsor', 'POST', 'committees', { heldOn: '2020-02-03', participants: [] }),
      ]).toEqual([
        [409, 'action_is_not_asked'],
        [404, 'unknown_committee'],
        [404, 'unknown_committee'],
        [404, 'unknown_committee_item'],
        [400, 'invalid_request'],
        [403, 'forbidden'],
      ]);
      expect((await call('animator', 'GET', 'committees')).statusCode).toBe(403);
    });
  });

  describe('and notes beside figures', () => {
    type Who = Awaited<ReturnType<TestServer['signedIn']>>;
    let [author, manager, other, sponsor]: Who[] = [];
    beforeAll(async () => {
      const roles = ['consultant', 'project_manager', 'animator', 'sponsor'] as const;
      [author, manager, other, sponsor] = await Promise.all(
        roles.map(async (role) => server.signedIn((await server.account(role, ['ours'])).id)),
      );
    });
    const ask = (headers: Who | undefined, method: 'GET' | 'POST' | 'PATCH', path = '', payload?: object) =>
      server.app.inject({
        ...{ method, url: `/v1/organizations/ours/notes${path}`, headers: headers ?? {} },
        ...(payload ? { payload } : {}),
      });
    const notes = async (headers: Who | undefined) => FigureNotes.parse((await ask(headers, 'GET')).json()).notes;
    const written = { scope: '', indicator: 'K20', weekEnd: '2026-05-03', text: 'The fair in Lyon' };
    const code = (answer: Awaited<ReturnType<typeof ask>>) => [answer.statusCode, answer.json<{ code: string }>().code];

    it('are written by those who read places, and read with author and day by those who read the figure', async () => {
      expect((await ask(author, 'POST', '', written)).statusCode).toBe(201);
      expect((await ask(author, 'POST', '', { ...written, scope: 'lyon', text: 'Local fair' })).statusCode).toBe(201);
      expect((await notes(author)).map(({ scope, isOpen }) => [scope, isOpen])).toEqual([
        ['lyon', true],
        ['', true],
      ]);
      const [read, ...rest] = await notes(sponsor);
      expect(read).toMatchObject({ ...written, isOpen: false, isChanged: false, author: expect.any(String) as string });
      // A sponsor reads no entity.
      expect(rest).toEqual([]);
      expect(code(await ask(sponsor, 'POST', '', written))).toEqual([403, 'forbidden']);
      expect(code(await ask(author, 'POST', '', { ...written, scope: 'mars' }))).toEqual([404, 'unknown_scope']);
      for (const weekEnd of ['2026-05-04', 'no day'])
        expect(code(await ask(author, 'POST', '', { ...written, weekEnd }))).toEqual([400, 'invalid_request']);
    });

    it('are changed, taken away and brought back by their author or whoever runs the project', async () => {
      const one = (await notes(author)).find(({ scope }) => scope === '')!.id;
      expect(code(await ask(other, 'PATCH', `/${one}`, { text: 'No' }))).toEqual([403, 'not_your_note']);
      await ask(author, 'PATCH', `/${one}`, { text: 'The fair, at last' });
      await ask(manager, 'PATCH', `/${one}`, { withdrawn: true });
      expect(await notes(sponsor)).toEqual([]);
      await ask(manager, 'PATCH', `/${one}`, { withdrawn: false });
      expect(await notes(sponsor)).toMatchObject([{ id: one, text: 'The fair, at last', isChanged: true }]);
      expect(code(await ask(author, 'PATCH', '/nothing', { withdrawn: true }))).toEqual([404, 'unknown_note']);
    });

    it('leave a trace without their words', async () => {
      const traces = await server.database.owner.query<{ detail: Record<string, string> }[]>(
        `select detail from audit where organization_id = $1 and action = 'figure_note_changed' order by position`,
        [id],
      );
      expect(traces.map(({ detail }) => detail.change)).toEqual(['added', 'added', 'changed', 'withdrawn', 'restored']);
      expect(JSON.stringify(traces)).not.toMatch(/fair/i);
    });
  });
});
