import { type CanActivate, type ExecutionContext, Global, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { addDays } from '#domain/calendar/day.js';
import { createLogger } from '#runtime/logger.js';
import { readSettings } from '#runtime/settings.js';
import { pdfText } from '#report/testing/pdf-text.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { namesOf } from '#storage/vault/keyring.js';
import { scopedPolicies } from '../access/policy.js';
import { WithinOrganization } from '../access/within-organization.js';
import { APP_DB, READ_DB } from '../databases.js';
import { ProblemFilter } from '../http/problem.filter.js';

/** Feature modules on a database with publications written by hand: one company, twelve weeks, a pilot and a wave. */
export interface PublishedCompany {
  app: NestFastifyApplication;
  database: TestDatabase;
  /** As whoever may see everything, or only one entity. */
  get(path: string, scope?: string): Promise<{ status: number; type: string; text: string; json: () => unknown }>;
  close(): Promise<void>;
}

export const lastWeek = '2021-03-21'; // ends a four-week block
export const weekEnds = Array.from({ length: 12 }, (_, back) => addDays(lastWeek, -7 * back)).reverse();

const organization = {
  id: randomUUID(),
  slug: 'acme',
  name: 'Acme',
  class: 'synthetic',
  timezone: 'UTC',
  k: 10,
  bands: true,
  role: 'project_manager',
  scope: null,
} as const;

class Insider implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.organization = { ...organization, scope: (request.headers['x-scope'] as string | undefined) ?? null };
    request.signedIn = {
      id: organization.id,
      email: 'a@example.org',
      name: 'A',
      role: 'project_manager',
      language: 'fr',
      secondFactorAt: null,
      provider: undefined,
    };
    request.opensToo = (policy) => request.organization?.scope === null || scopedPolicies.has(policy);
    request.openOther = (slug) => Promise.resolve(slug === organization.slug ? organization : null);
    return true;
  }
}

export async function publishedCompany(
  imports: NonNullable<ModuleMetadata['imports']>,
  beforeRoutes: (server: FastifyInstance) => void = () => undefined,
): Promise<PublishedCompany> {
  const database = await createTestDatabase();
  const doors = [
    { provide: READ_DB, useValue: await database.as('read') },
    { provide: APP_DB, useValue: await database.as('app') },
  ];
  @Global()
  @Module({
    imports,
    providers: [
      ...doors,
      { provide: APP_GUARD, useClass: Insider },
      { provide: APP_INTERCEPTOR, useClass: WithinOrganization },
    ],
    exports: [READ_DB, APP_DB],
  })
  class Root {}
  const app = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  const settings = readSettings({ DATABASE_URL: database.url, APP_SECRET: database.secret, LOG_LEVEL: 'fatal' });
  app.useGlobalFilters(new ProblemFilter(createLogger(settings, 'test')));
  beforeRoutes(app.getHttpAdapter().getInstance());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await fill(database.owner);
  return {
    ...{ app, database },
    get: async (path, scope) => {
      const headers = scope === undefined ? {} : { 'x-scope': scope };
      const answer = await app.inject({ method: 'GET', url: `/v1/organizations/acme${path}`, headers });
      return {
        status: answer.statusCode,
        type: String(answer.headers['content-type']),
        text:
          answer.headers['content-type'] === 'application/pdf' ? pdfText(answer.rawPayload).join('\n') : answer.body,
        json: () => answer.json(),
      };
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

const sites = { paris: 300, rome: 260, lyon: 40 };

/** Writes the company into a database that has its tables; its key is `acme`. */
export async function fill(owner: DataSource): Promise<{ id: string }> {
  const { id } = organization;
  await owner.query(
    `insert into organization (id, slug, name, class, timezone) values ($1, 'acme', 'Acme', 'synthetic', 'UTC')`,
    [id],
  );
  await owner.query(
    `insert into entity (organization_id, key, name) select $1, key, initcap(key) from unnest($2::text[]) as key`,
    [...[id, ['acme', ...Object.keys(sites)]]],
  );
  await owner.query(
    `insert into entity_parent (organization_id, entity_key, parent_key)
     values ($1, 'acme', null), ($1, 'paris', 'acme'), ($1, 'rome', 'acme'), ($1, 'lyon', 'acme')`,
    [id],
  );
  await owner.query(
    `insert into wave (organization_id, key, name, kind, planned_start, planned_end, actual_start)
     values ($1, 'pilot', 'Pilote', 'pilot', '2020-12-28', '2021-02-21', '2020-12-28'),
            ($1, 'italy', 'Italie', 'rollout', '2021-01-25', '2021-03-21', '2021-01-25'),
            ($1, 'friends', 'Volontaires', 'forerunners', '2020-12-28', '2021-01-24', '2020-12-28')`,
    [id],
  );
  await owner.query(
    `insert into wave_entity (organization_id, entity_key, wave_key) values ($1, 'paris', 'pilot'), ($1, 'rome', 'italy')`,
    [id],
  );
  await owner.query(
    `insert into person (organization_id, ordinal, key, sealed_name, declared) values ($1, 1, 'p1', $2, true)`,
    [id, (await namesOf(owner, id)).seal('Ada')],
  );
  await owner.query(`insert into wave_member (organization_id, wave_key, ordinal) values ($1, 'friends', 1)`, [id]);
  await owner.query(
    `insert into mandate (organization_id, ordinal, role, entity_key, valid_from) values ($1, 1, 'ambassador', 'paris', '2020-12-21')`,
    [id],
  );
  for (const [number, weekEnd] of weekEnds.entries()) await fillWeek(owner, weekEnd, number);
  await owner.query(
    `insert into target (organization_id, scope, indicator, window_days, due_on, at_least)
     values ($1, '', 'K08', 0, '2021-03-01', 0.9), ($1, 'paris', 'K20', 28, '2021-06-30', 0.5),
            ($1, 'italy', 'K08', 0, '2021-03-31', 0.2), ($1, 'rome', 'K08', 0, '2021-02-28', 0.05)`,
    [id],
  );
  await owner.query(
    `insert into figure_note (organization_id, scope, indicator, week_end, text)
     values ($1, '', 'K08', '2021-03-21', 'of 600'), ($1, 'paris', 'K20', '2021-03-14', 'a fair'),
            ($1, 'rome', 'K20', '2021-03-14', 'rome waits'), ($1, 'italy', 'K20', '2021-03-14', 'a strike')`,
    [id],
  );
  await owner.query(
    `insert into published_cohort (organization_id, cohort, cohort_end, lag, people, active)
     values ($1, '2021-03-08', '2021-03-08', 1, '{40,40}', '{20,22}')`,
    [id],
  );
  return { id };
}

type Row = [population: string, days: number, node: string, counts: Record<string, [number, number]>];

/** The figures of the study that found people 8.5 times more active in groups of their own manager (kpis M9). */
const ownGroups: Record<string, [number, number]> = {
  ...{ founders: [30, 30], own_actions: [340, 340], own_weeks: [800, 800], other_actions: [60, 60] },
  ...{ other_weeks: [1200, 1200], uplift: [6.46, 11.18], group_members: [100, 100], enclosed: [76, 76] },
};

/** Paris gains a twelfth a week; Rome, open from the fifth week, a twenty-fourth; Lyon is small and banded. */
function rowsOf(number: number): Row[] {
  const exact = (n: number): [number, number] => [n, n];
  const done = { paris: 25 * (number + 1), rome: number < 4 ? 0 : 10 * (number - 3), lyon: 0 };
  const state = (people: number, activated: number, ambassadors: number, opened: number) => ({
    ...{ people: exact(people), planned: exact(people), opened: exact(opened), invited: exact(people) },
    ...{
      ambassadors: exact(ambassadors),
      activated: exact(activated),
      connected: exact(activated),
      engaged: exact(activated),
    },
  });
  const spoken = { messages: exact(100), contributed: exact(140), first_replies: exact(40) };
  const during = (n: number) => ({ login: exact(2 * n), active: exact(2 * n), engaged: exact(n), act: exact(n) });
  const blockEnd = number % 4 === 3;
  const managers: Row[] = [
    ['managers', 0, 'acme', { people: exact(50) }],
    ['others', 0, 'acme', { people: exact(550) }],
    ['level-1', 0, 'acme', { people: exact(50) }],
    ['managers', 28, 'acme', { daily: exact(25), contributed: exact(30), ...ownGroups }],
    [
      'level-1',
      28,
      'acme',
      { daily: exact(25), contributed: exact(30), messages: exact(45), first_replies: exact(10), weeks: exact(4) },
    ],
    ['others', 28, 'acme', { daily: exact(55), contributed: exact(110) }],
  ];
  return [
    ...managers,
    ['everyone', 0, 'acme', state(600, done.paris + done.rome, 30, number < 4 ? 300 : 560)],
    ['everyone', 0, 'paris', state(300, done.paris, 30, 300)],
    ['everyone', 0, 'rome', state(260, done.rome, 0, number < 4 ? 0 : 260)],
    [
      'everyone',
      0,
      'lyon',
      { people: exact(40), planned: exact(0), opened: exact(0), invited: exact(40), ambassadors: exact(0) },
    ],
    ['everyone', 7, 'lyon', { engaged: [3, 5], login: [6, 8], act: [3, 5] }],
    ...(blockEnd ? ([['everyone', 28, 'lyon', { engaged: [9, 11], login: [18, 20], act: [9, 11] }]] as Row[]) : []),
    ...[7, 28].flatMap((days): Row[] => [
      ['everyone', days, 'acme', { ...during(100 + number), ...spoken }],
      ['everyone', days, 'paris', during(60)],
      ['everyone', days, 'rome', during(26)],
    ]),
  ];
}

async function fillWeek(owner: DataSource, weekEnd: string, number: number): Promise<void> {
  const week = [organization.id, weekEnd];
  await owner.query(
    `insert into published_week (organization_id, week_end, through, provisional, published_at) values ($1, $2, $2, false, now())`,
    week,
  );
  await owner.query(
    `insert into published_node (organization_id, week_end, key, position, parent, kind, entity, name, members, entities, headcount)
     select $1, $2, key, position, nullif(parent, ''), kind, key, initcap(key), '{}', case kind when 'cell' then array[key] else '{}' end, people
       from unnest($3::text[], $4::integer[], $5::text[], $6::text[], $7::integer[]) as n(key, position, parent, kind, people)`,
    [
      ...week,
      ['acme', ...Object.keys(sites)],
      [0, 1, 2, 3],
      ['', 'acme', 'acme', 'acme'],
      ['node', 'cell', 'cell', 'cell'],
      [600, ...Object.values(sites)],
    ],
  );
  await owner.query(
    `insert into published_count (organization_id, week_end, population, days, node, counts)
     select $1, $2, r->>0, (r->>1)::smallint, r->>2, r->3 from jsonb_array_elements($3::jsonb) as r`,
    [...week, JSON.stringify(rowsOf(number))],
  );
}
