import { type Role } from '#contract/access.js';
import { CoachingList, Declared, DeclaredFigures, FactList, Withdrawn } from '#contract/declared.js';
import { Groups } from '#contract/groups.js';
import { VoiceSettings } from '#contract/voice.js';
import { saveGroups } from '#storage/directory/groups.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

describe('what is declared by hand', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer();
    const id = await server.organization('ours');
    await server.database.owner.query(`insert into entity (organization_id, key, name) values ($1, 'lyon', 'Lyon')`, [
      id,
    ]);
  });
  afterAll(() => server.close());

  async function call(role: Role, method: 'GET' | 'POST', path: string, payload?: object) {
    const { id } = await server.account(role, ['ours']);
    const headers = await server.signedIn(id);
    const url = `/v1/organizations/ours/declared/${path}`;
    return server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }
  const manager = 'project_manager';

  it('goes in with the checks of its file, good rows beside bad ones, and is read back', async () => {
    const rows = [
      { entity: 'lyon', called_on: '2026-03-03', outcome: 'reached', note: 'Rappeler le 12' },
      { entity: 'mars', called_on: '2026-03-03', outcome: 'reached' },
      { entity: 'lyon', called_on: 'tomorrow', outcome: 'reached' },
    ];
    const answer = Declared.parse((await call(manager, 'POST', 'contacts', { rows })).json());
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(answer.rejections.map(({ line, code, field }) => [line, code, field])).toEqual([
      [2, 'unknown_entity', 'entity'],
      [3, 'bad_date', 'called_on'],
    ]);
    const { facts } = FactList.parse((await call('consultant', 'GET', 'contacts')).json());
    expect(facts).toEqual([{ entityKey: 'lyon', calledOn: '2026-03-03', outcome: 'reached', note: 'Rappeler le 12' }]);
    const keys = [{ entityKey: 'lyon', calledOn: '2026-03-03' }];
    const withdrawn = await call(manager, 'POST', 'contacts/withdrawal', { keys });
    expect(Withdrawn.parse(withdrawn.json())).toEqual({ withdrawn: 1 });
    const noted = await server.database.owner.query<{ action: string }[]>(
      `select action from audit where detail->>'kind' = 'contacts' order by id`,
    );
    expect(noted.map(({ action }) => action)).toEqual(['declared', 'withdrawn']);
  });

  it('holds the coaching of executives: met or not, by whom, with their consent and never without', async () => {
    const rows = [
      {
        coaching_id: 'c1',
        executive: 'Directrice financière',
        coach: 'Assistante de direction et responsable digital',
        meeting_on: '2026-02-10',
        state: 'held',
        consent_on: '2026-02-02',
      },
      { coaching_id: 'c2', executive: 'Directeur industriel', state: 'planned', consent_on: '2026-02-02' },
      { coaching_id: 'c3', executive: 'DRH', state: 'held', meeting_on: '2026-02-01', consent_on: '2026-02-02' },
    ];
    const answer = Declared.parse((await call(manager, 'POST', 'coaching', { rows })).json());
    expect(answer.rejections.map(({ line, code }) => [line, code])).toEqual([[3, 'no_consent']]);
    const { facts } = CoachingList.parse((await call('consultant', 'GET', 'coaching')).json());
    expect(facts.map(({ executive, state, meetingOn }) => [executive, state, meetingOn])).toEqual([
      ['Directrice financière', 'held', '2026-02-10'],
      ['Directeur industriel', 'planned', null],
    ]);
    expect((await call('sponsor', 'GET', 'coaching')).statusCode).toBe(403);
  });

  it('takes targets of shares, over windows that are published, and says what is wrong with the others', async () => {
    const row = { wave_or_entity: 'lyon', indicator: 'K20', at_least: 0.4, at_most: 0.5, by: '2026-06-30' };
    const rows = [
      row,
      { indicator: 'K08', at_least: 0.9, by: '2026-06-30' },
      { ...row, wave_or_entity: 'mars' },
      { ...row, indicator: 'K04.act' },
      { ...row, window: 5 },
      { ...row, at_most: 0.3, by: '2026-07-31' },
      { indicator: 'K08', by: '2026-07-31' },
      { ...row, at_least: 40 },
    ];
    const answer = Declared.parse((await call(manager, 'POST', 'targets', { rows })).json());
    expect(answer.accepted).toBe(2);
    expect(answer.rejections.map(({ line, code, field }) => [line, code, field])).toEqual([
      [3, 'unknown_scope', 'wave_or_entity'],
      [4, 'no_target_of', 'indicator'],
      [5, 'window_not_published', 'window'],
      [6, 'bad_band', 'at_most'],
      [7, 'bad_band', 'at_least'],
      [8, 'bad_share', 'at_least'],
    ]);
    const { facts } = FactList.parse((await call('consultant', 'GET', 'targets')).json());
    expect(facts.map(({ scope, windowDays, atLeast, atMost }) => [scope, windowDays, atLeast, atMost])).toEqual([
      ['', 0, 0.9, null],
      ['lyon', 28, 0.4, 0.5],
    ]);
    expect((await call('consultant', 'POST', 'targets', { rows: [row] })).statusCode).toBe(403);
  });

  it('takes totals from before Essor, but not of fewer people than it may tell of', async () => {
    const row = { wave_or_entity: 'lyon', period_end: '2025-03-31', source: 'Bilan du pilote', definition: 'a lu' };
    const rows = [
      { ...row, indicator: 'K03', window: 28, numerator: 120, denominator: 400 },
      { ...row, indicator: 'K03', window: 7, numerator: 3, denominator: 9 },
      { ...row, indicator: 'K60', numerator: 4 },
      { ...row, indicator: 'K08', numerator: 0 },
      { ...row, indicator: 'K03', window: 91, numerator: 500, denominator: 400 },
    ];
    const answer = Declared.parse((await call(manager, 'POST', 'history', { rows })).json());
    expect(answer.rejections.map(({ line, code, field }) => [line, code, field])).toEqual([
      [2, 'too_few_people', 'denominator'],
      [3, 'too_few_people', 'numerator'],
      [5, 'more_than_all', 'numerator'],
    ]);
    const { facts } = DeclaredFigures.parse((await call('consultant', 'GET', 'history')).json());
    expect(facts.map(({ indicator, windowDays, numerator }) => [indicator, windowDays, numerator])).toEqual([
      ['K03', 28, 120],
      ['K08', 0, 0],
    ]);
    const [events] = await server.database.owner.query<{ n: string }[]>(`select count(*) as n from event`);
    expect(Number(events?.n)).toBe(0);
  });

  it('sets from where managers are omnipresent, and remembers who did and when', async () => {
    const { id } = await server.account(manager, ['ours']);
    const headers = await server.signedIn(id);
    const url = '/v1/organizations/ours/voice-thresholds';
    const set = (payload: object) => server.app.inject({ method: 'PUT', url, headers, payload });
    const before = VoiceSettings.parse((await server.app.inject({ method: 'GET', url, headers })).json());
    expect(before).toMatchObject({ current: before.defaults, history: [] });
    const answer = VoiceSettings.parse((await set({ firstReplies: 0.6, voice: 0.3, weeks: 2 })).json());
    expect(answer).toMatchObject({
      ...{ current: { firstReplies: 0.6, voice: 0.3, weeks: 2 }, defaults: { voice: 0.4 } },
      history: [{ firstReplies: 0.6, by: 'A project_manager', setAt: expect.any(String) as string }],
    });
    for (const wrong of [
      { firstReplies: 0.6, voice: 0, weeks: 2 },
      { firstReplies: 0.6, voice: 0.3, weeks: 5 },
    ])
      expect((await set(wrong)).json<{ code: string }>().code).toBe('invalid_request');
    const [trace] = await server.database.owner.query<{ account_id: string; detail: object }[]>(
      `select account_id, detail from audit where action = 'voice_set'`,
    );
    expect(trace).toEqual({ account_id: id, detail: { firstReplies: 0.6, voice: 0.3, weeks: 2 } });
  });

  it('keeps who declared, and what kind, but not the words', async () => {
    await call(manager, 'POST', 'governance', {
      rows: [{ item: 'charter', state: 'done', date: '2026-01-10', note: 'hush' }],
    });
    const [trace] = await server.database.owner.query<{ account_id: string; action: string; detail: object }[]>(
      `select account_id, action, detail from audit where detail->>'kind' = 'governance'`,
    );
    expect(trace).toMatchObject({ action: 'declared', detail: { kind: 'governance', facts: 1 } });
    expect(trace?.account_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(trace)).not.toContain('hush');
  });

  it.each([
    ['a kind that does not exist', 'party', { rows: [{ x: 1 }] }, 404, 'unknown_declared_kind'],
    ['a list of people', 'attendance', { rows: [{ action_id: 'a', person_id: 'p' }] }, 404, 'unknown_declared_kind'],
    [
      'a column of its own',
      'shocks',
      { rows: [{ shock_id: 's', name: 'S', from: '2026-01-01', to: '2026-01-02', mood: 'sad' }] },
      400,
      'unknown_column',
    ],
    ['a row without what it needs', 'shocks', { rows: [{ shock_id: 's' }] }, 400, 'missing_column'],
    ['nothing', 'shocks', { rows: [] }, 400, 'invalid_request'],
    ['a key of another kind', 'shocks/withdrawal', { keys: [{ entityKey: 'lyon' }] }, 400, 'bad_key'],
  ])('refuses %s', async (_what, path, payload, status, code) => {
    const answer = await call(manager, 'POST', path, payload);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  describe('kinds of groups', () => {
    const base = { creatorId: null, ownerIds: [], entity: null, createdAt: null, archivedAt: null };
    const file = (kind: string | null) => [
      { ...base, groupId: 'g1', name: 'Projet Lyon', kind: 'channel', hasDescription: null, open: null },
      { ...base, groupId: 'g2', name: 'Tour Eiffel', kind, hasDescription: null, open: null },
      { ...base, groupId: 'g3', name: 'Modèle', kind: 'template', hasDescription: null, open: null },
    ];
    let org: string;
    const importGroups = (kind: string | null) =>
      server.database.owner.transaction((tx) => saveGroups(tx, org, file(kind)));
    async function change(role: Role, changes: object[]) {
      const { id } = await server.account(role, ['ours']);
      const headers = await server.signedIn(id);
      const url = '/v1/organizations/ours/groups/kinds';
      return server.app.inject({ method: 'PUT', url, headers, payload: { changes } });
    }
    async function read() {
      const { id } = await server.account(manager, ['ours']);
      const headers = await server.signedIn(id);
      const answer = await server.app.inject({ method: 'GET', url: '/v1/organizations/ours/groups', headers });
      return Groups.parse(answer.json()).groups;
    }
    const kinds = async () => (await read()).map(({ key, kind, byHand }) => [key, kind, byHand]);
    beforeAll(async () => {
      const [row] = await server.database.owner.query<{ id: string }[]>(
        `select id from organization where slug = 'ours'`,
      );
      org = row?.id ?? '';
      await importGroups(null);
    });

    it('are suggested from names, and said by hand', async () => {
      expect((await read()).map(({ key, suggestion }) => [key, suggestion])).toEqual([
        ['g3', null],
        ['g1', 'project'],
        ['g2', null],
      ]);
      const answer = await change(manager, [
        { group: 'g1', kind: 'project' },
        { group: 'g2', kind: 'social' },
      ]);
      expect(answer.json()).toEqual({ changed: 2 });
      expect((await change(manager, [{ group: 'g2', kind: 'social' }])).json()).toEqual({ changed: 0 });
      const noted = await server.database.owner.query<{ detail: object }[]>(
        `select detail from audit where action = 'declared' and detail->>'kind' = 'group_kinds'`,
      );
      expect(noted).toEqual([{ detail: { kind: 'group_kinds', facts: 2 } }]);
    });

    it('stay as they were said when the file of groups comes again, until that is taken back', async () => {
      await importGroups('community');
      expect(await kinds()).toEqual([
        ['g3', 'template', false],
        ['g1', 'project', true],
        ['g2', 'social', true],
      ]);
      await change(manager, [{ group: 'g2', kind: 'as_imported' }]);
      expect((await kinds())[2]).toEqual(['g2', 'community', false]);
      await change(manager, [{ group: 'g2', kind: null }]);
      expect((await kinds())[2]).toEqual(['g2', null, true]);
    });

    it.each([
      [
        'a group that does not exist',
        [
          { group: 'g1', kind: 'social' },
          { group: 'mars', kind: 'social' },
        ],
        'unknown_group',
      ],
      ['a template', [{ group: 'g3', kind: 'social' }], 'template_group'],
      [
        'the same group twice',
        [
          { group: 'g1', kind: 'social' },
          { group: 'g1', kind: null },
        ],
        'duplicate_group',
      ],
      ['a kind that is none', [{ group: 'g1', kind: 'party' }], 'invalid_request'],
    ])('are all left where one of them is %s', async (_what, changes, code) => {
      expect((await change(manager, changes)).json<{ code: string }>().code).toBe(code);
      expect((await kinds())[1]).toEqual(['g1', 'project', true]);
    });

    it('are read and said by those who declare', async () => {
      expect((await change('consultant', [{ group: 'g1', kind: 'social' }])).statusCode).toBe(403);
    });
  });

  it('leaves an action alone whose participants are listed', async () => {
    const row = { action_id: 'w1', kind: 'webinar', name: 'W', starts_on: '2026-02-03' };
    await call(manager, 'POST', 'actions', { rows: [row] });
    await server.database.owner.query(
      `insert into person (organization_id, ordinal, key, declared) select id, 1, 'p1', true from organization where slug = 'ours'`,
    );
    await server.database.owner.query(
      `insert into attendance (organization_id, action_key, ordinal) select id, 'w1', 1 from organization where slug = 'ours'`,
    );
    for (const [path, payload] of [
      ['actions', { rows: [{ ...row, starts_on: '2026-02-10' }] }],
      ['actions/withdrawal', { keys: [{ key: 'w1' }] }],
    ] as const) {
      expect((await call(manager, 'POST', path, payload)).json<{ code: string }>().code).toBe('action_has_list');
    }
  });
});
