import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { type DatabaseRole, databaseRoles } from './roles.js';

const verbs = ['select', 'insert', 'update', 'delete'] as const;
type Verb = (typeof verbs)[number];
type Rights = 'none' | 's' | 'i' | 'iu' | 'sd' | 'si' | 'sid' | 'su' | 'sud' | 'siu' | 'siud';

/**
 * Who may do what with whole rows: the law, written a second time by hand. s, i, u, d = select, insert, update,
 * delete; what is not named is 'none'. Reads of some columns only are listed below.
 */
const matrix: Record<string, Partial<Record<DatabaseRole, Rights>>> = {
  account: { app: 'siud' },
  account_link: { app: 'siud' },
  account_identity: { app: 'siud' },
  attempt: { app: 'siud' },
  sign_in_attempt: { app: 'siud' },
  logout_token: { app: 'sid' },
  group_role: { app: 'siud' },
  second_factor: { app: 'siud' },
  recovery_code: { app: 'siud' },
  api_token: { app: 'siud' },
  action: { app: 'siud', read: 's', work: 'siud', rights: 'su' },
  activity_day: { work: 'siud', rights: 'sud' },
  activity_group_day: { work: 'siud' },
  activity_group_week: { work: 'siud', rights: 'sd' },
  activity_hour: { work: 'siud' },
  activity_tie: { work: 'siud', rights: 'sd' },
  activity_week: { work: 'siud', rights: 'sd' },
  appointment: { app: 'siud', read: 's', work: 'siud', rights: 'su' },
  assignment: { work: 'siud', rights: 'su' },
  attendance: { work: 'siud', rights: 's' },
  audit: { app: 'si', work: 'i', rights: 'i' },
  audit_chain: {},
  committee: { app: 'siu', work: 'sd', rights: 'su' },
  committee_item: { app: 'siu', work: 'sd', rights: 'su' },
  consultation: { app: 'siud', work: 's' },
  coaching: { app: 'siud', work: 'siud', rights: 'sud' },
  declared_figure: { app: 'siud', read: 's', work: 'siud' },
  dirty_day: { ingest: 'i', work: 'siud', rights: 'i' },
  dirty_week: { app: 'i', work: 'siud', rights: 'si' },
  directory_day: { app: 's', work: 'siu' },
  directory_setting: { app: 'siud', work: 'siu' },
  entity: { app: 'siud', read: 's', work: 'siud' },
  entity_contact: { app: 'siud', read: 's', work: 'siud' },
  entity_parent: { app: 'siud', read: 's', work: 'siud' },
  event: { ingest: 'i', work: 'siud', rights: 'sud' },
  event_also: { ingest: 'si', work: 'siud', rights: 'sd' },
  figure_note: { app: 'siu', work: 'sd' },
  gate_override: { app: 'siud', work: 's' },
  group_change: { work: 'siud', rights: 'sd' },
  governance_item: { app: 'siud', read: 's', work: 'siud' },
  import: { ingest: 'su', app: 'siud', work: 'siud', rights: 'su' },
  import_chunk: { app: 'siud', work: 'siud', rights: 'sd' },
  import_profile: { app: 'siud', work: 'siud' },
  import_reject: { ingest: 'i', app: 'siud', work: 'siud', rights: 'su' },
  mandate: { app: 'siud', work: 'siud', rights: 's' },
  mask: { work: 'siud', rights: 's' },
  mask_member: { work: 'siud', rights: 'su' },
  measure_cohort: { work: 'siud' },
  measure_concentration: { work: 'siud' },
  measure_habit: { work: 'siud' },
  measure_lag: { work: 'siud' },
  measure_launch: { work: 'siud' },
  measure_network: { work: 'siud' },
  measure_community: { work: 'siud' },
  measure_exchange: { work: 'siud' },
  measure_own_group: { work: 'siud' },
  measure_people: { work: 'siud' },
  measure_persona: { work: 'siud' },
  measure_reach: { work: 'siud' },
  measure_relay: { work: 'siud' },
  measure_rhythm: { work: 'siud' },
  measure_state: { work: 'siud' },
  measure_tie: { work: 'siud' },
  measure_usage: { work: 'siud' },
  measure_volume: { work: 'siud' },
  membership: { app: 'siud' },
  migration: {},
  message_counted: { work: 'siud' },
  message_seen: { work: 'siud', rights: 'sd' },
  milestone: { work: 'siud', rights: 'sd' },
  network_group: { app: 'siud', work: 'siud', rights: 'su' },
  left_out: { ingest: 's', app: 's', work: 'siud', rights: 'siud' },
  organization: { app: 'siud', work: 'su', rights: 's' },
  organization_key: { ingest: 'si', app: 'si', work: 'si', rights: 'si' },
  person: { work: 'siud', rights: 'sd' },
  person_alias: { work: 'siud', rights: 'sd' },
  process: { app: 'siud', read: 's', work: 'siud' },
  pull_source: { app: 'siud', work: 'su' },
  proposed_place: { app: 'sd', work: 'siud', rights: 's' },
  published_community: { read: 's', work: 'siud' },
  published_cohort: { read: 's', work: 'siud' },
  published_lag: { read: 's', work: 'siud' },
  published_count: { read: 's', work: 'siud' },
  published_influence: { read: 's', work: 'siud' },
  published_node: { app: 's', read: 's', work: 'siud' },
  published_profile: { read: 's', work: 'siud' },
  published_tie: { read: 's', work: 'siud' },
  published_survey: { app: 's', read: 's', work: 'siud' },
  published_week: { app: 's', read: 's', work: 'siud' },
  quality_count: { app: 's', work: 'siud' },
  relay_proposal: { app: 's', work: 'siud', rights: 's' },
  report: { app: 'siud' },
  report_issue: { app: 'si' },
  report_mail: { app: 'siud' },
  scim_resource: { app: 'siud', work: 'sud', rights: 'sud' },
  scim_token: { app: 'siud' },
  saved_view: { app: 'siud' },
  session: { app: 'siud' },
  shock: { app: 'siud', read: 's', work: 'siud' },
  site_project: { app: 'siud', read: 's', work: 'siud', rights: 'su' },
  source: { ingest: 's', app: 'siud', work: 'siud', rights: 's' },
  source_day: { app: 's', work: 'siud' },
  source_evidence: { app: 's', read: 's', work: 'siud' },
  source_hour: { ingest: 'siu', app: 'siud', work: 'siu' },
  source_key: { ingest: 's', app: 'siud' },
  source_name: { ingest: 's', app: 'siud' },
  source_unmapped: { ingest: 'siu', app: 'siud' },
  thread: { work: 'siud', rights: 'sd' },
  thread_response: { work: 'siud', rights: 'sd' },
  survey_answer: { work: 'siud' },
  survey_question: { app: 'siud', read: 's', work: 'siud' },
  target: { app: 'siud', read: 's', work: 'siud' },
  tool_trial: { app: 'siud', read: 's', work: 'siud' },
  turnout: { app: 'siud', read: 's', work: 'siud' },
  voice_setting: { app: 'si' },
  voluntary_report: { app: 's', work: 'siud', rights: 's' },
  wave: { app: 'siud', read: 's', work: 'siud' },
  wave_decision: { app: 'si' },
  wave_entity: { app: 'siud', read: 's', work: 'siud' },
  wave_member: { app: 'siud', work: 'siud', rights: 's' },
};

/** Tables of which a role reads these columns and no other. */
const columnsRead: Record<string, Partial<Record<DatabaseRole, string[]>>> = {
  organization: {
    ingest: ['class', 'country', 'id', 'sealed_before', 'slug', 'timezone'],
    read: [
      'active_definition',
      'bands',
      'class',
      'house_words',
      'id',
      'k',
      'modules',
      'name',
      'seeding',
      'slug',
      'timezone',
    ],
  },
  event: { ingest: ['day', 'digest', 'id', 'import_id', 'organization_id', 'source_id'] },
  entity: { ingest: ['country', 'key', 'name', 'organization_id'] },
  entity_parent: { ingest: ['entity_key', 'organization_id', 'parent_key', 'valid_to'] },
  consultation: { ingest: ['consulted_on', 'country', 'informed_on', 'organization_id'] },
  gate_override: { ingest: ['organization_id'] },
  dirty_day: { app: ['day', 'organization_id'], ingest: ['id', 'organization_id'] },
  dirty_week: { app: ['organization_id', 'week_end'] },
  mask: { app: ['closed', 'k', 'organization_id'] },
  audit_chain: { work: ['last_hash', 'last_position', 'organization_id'] },
  network_group: {
    read: ['has_creator', 'has_description', 'has_owner', 'key', 'kind', 'name', 'organization_id', 'planned_months'],
  },
  person: { app: ['key', 'ordinal', 'organization_id', 'sealed_name'] },
  person_alias: { app: ['alias', 'organization_id', 'sealed'] },
  account: { rights: ['created_at', 'disabled_at', 'email', 'id', 'language', 'name'] },
  membership: { rights: ['account_id', 'organization_id'] },
  attendance: { app: ['action_key', 'organization_id'] },
  voice_setting: { read: ['first_replies', 'id', 'organization_id', 'set_at', 'voice', 'weeks'] },
};

/** Who may call what runs with the owner's rights. */
const functions: Record<string, DatabaseRole[]> = {
  chain_audit: [],
  ensure_event_partition: ['ingest', 'work'],
  forget_audit: ['work'],
  forget_event_month: ['work'],
};

describe('database roles', () => {
  let database: TestDatabase;
  const pools = new Map<DatabaseRole, DataSource>();
  const pool = (role: DatabaseRole) => pools.get(role)!;
  let tables: { name: string; columns: string[] }[];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(`select ensure_event_partition('2026-03-01')`);
    for (const role of databaseRoles) pools.set(role, await database.as(role, 'essor on purpose'));
    tables = await rowsOf(
      database.owner,
      `select c.relname as name, array_agg(a.attname::text order by a.attname) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
        group by c.relname order by c.relname`,
    );
  });
  afterAll(() => database.drop());

  /** Whether the server lets the role; whatever else it has to say of the statement comes after that. */
  async function may(role: DatabaseRole, sql: string): Promise<boolean> {
    const runner = pool(role).createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(sql);
      return true;
    } catch (error) {
      return (error as { driverError: { code: string } }).driverError.code !== '42501';
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  const statements: Record<Verb, (table: string, column: string) => string> = {
    select: (table) => `select * from ${table} limit 0`,
    insert: (table) => `insert into ${table} default values`,
    update: (table, column) => `update ${table} set ${column} = default where false`,
    delete: (table) => `delete from ${table} where false`,
  };

  it('has a line for every table there is', () => {
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(matrix).sort());
  });

  it.each(databaseRoles)('%s may do what the matrix says, and nothing else, with each table', async (role) => {
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const { name, columns } of tables) {
      let letters = '';
      for (const verb of verbs)
        if (await may(role, statements[verb](name, columns[0] ?? ''))) letters += verb.slice(0, 1);
      found[name] = letters || 'none';
      expected[name] = matrix[name]?.[role] ?? 'none';
    }
    expect(found).toEqual(expected);
  });

  it.each(databaseRoles)('%s reads the columns listed, and no other, of the rest', async (role) => {
    for (const { name, columns } of tables) {
      if (matrix[name]?.[role]?.startsWith('s')) continue;
      const read: string[] = [];
      for (const column of columns) if (await may(role, `select ${column} from ${name} limit 0`)) read.push(column);
      expect([name, read]).toEqual([name, columnsRead[name]?.[role] ?? []]);
    }
  });

  it.each(databaseRoles)('%s reaches no month of the ledger behind its back', async (role) => {
    for (const verb of verbs) expect(await may(role, statements[verb]('event_2026_03', 'day'))).toBe(false);
  });

  it.each(databaseRoles)('%s borrows the rights of the owner only where it must', async (role) => {
    const borrowed = await rowsOf<{ name: string; may: boolean }>(
      pool(role),
      `select proname as name, has_function_privilege(oid, 'execute') as may
         from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by proname`,
    );
    expect(borrowed).toEqual(Object.entries(functions).map(([name, who]) => ({ name, may: who.includes(role) })));
  });

  it.each(databaseRoles)('%s makes no table of its own, and sees the queue only if it is its own', async (role) => {
    expect(await may(role, `create table mine (id integer)`)).toBe(false);
    expect(await may(role, `create table jobs.mine (id integer)`)).toBe(role === 'jobs');
    const [owner] = await rowsOf<{ name: string }>(database.owner, `select quote_ident(current_user) as name`);
    expect(await may(role, `set role ${owner?.name}`)).toBe(false);
  });
});
