import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { type Names } from '../vault/names.js';
import { openColumns, type ScimCondition, sealedHolds } from './scim-filter.js';
import { branchSql } from './scim-filter.sql.js';
import { opened, resourceColumns, type ResourceRow, type ScimKind, type ScimResource } from './scim-resources.js';

/** Resources that are open at the same time while one is looked for. */
const atATime = 500;

interface Asked {
  /** Any of them, in which every condition holds; none = everything. */
  branches: readonly (readonly ScimCondition[])[];
  offset: number;
  limit: number;
}
interface Page {
  total: number;
  resources: ScimResource[];
}

/** A page in the order in which they came, and how many there are in all; of one moment. */
export async function listScimResources(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  asked: Asked,
): Promise<Page> {
  const names = await namesOf(db, organizationId);
  const parameters: unknown[] = [organizationId, kind];
  const branches = asked.branches.map((branch) => `(${branchSql(branch, names, parameters)})`);
  const any = branches.length === 0 ? '' : ` and (${branches.join(' or ')})`;
  const where = `organization_id = $1 and kind = $2 and not deleted${any}`;
  const isOpen = asked.branches.every((branch) => branch.every(({ attribute }) => attribute in openColumns));
  return db.transaction('REPEATABLE READ', (tx) =>
    isOpen
      ? pageOf(tx, names, { where, parameters }, asked)
      : pageAmong(tx, names, { where, parameters, branches }, asked),
  );
}

interface Statement {
  where: string;
  parameters: readonly unknown[];
}

/** The database counts and skips: nothing is opened but what is given back. */
async function pageOf(
  tx: EntityManager,
  names: Names,
  { where, parameters }: Statement,
  { offset, limit }: Asked,
): Promise<Page> {
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    `select count(*)::integer as total from scim_resource where ${where}`,
    [...parameters],
  );
  const rows = await rowsOf<ResourceRow>(
    tx,
    `select ${resourceColumns} from scim_resource where ${where} order by created_at, id offset ${offset} limit ${limit}`,
    [...parameters],
  );
  return { total: counted?.total ?? 0, resources: rows.map((row) => opened(names, row)) };
}

/** Every row that may hold is opened and looked at, some hundreds at a time; only the page is kept. */
async function pageAmong(
  tx: EntityManager,
  names: Names,
  { where, parameters, branches }: Statement & { branches: readonly string[] },
  { branches: asked, offset, limit }: Asked,
): Promise<Page> {
  const page: Page = { total: 0, resources: [] };
  let after: [place: string, id: string] | null = null;
  for (;;) {
    const [place, id] = [parameters.length + 1, parameters.length + 2];
    const rest: string = after === null ? '' : ` and (created_at, id) > ($${place}::timestamptz, $${id}::uuid)`;
    const rows: (ResourceRow & { place: string; passes: (boolean | null)[] })[] = await rowsOf(
      tx,
      `select ${resourceColumns}, created_at::text as place, array[${branches.join(', ')}] as passes
         from scim_resource where ${where}${rest} order by created_at, id limit ${atATime}`,
      [...parameters, ...(after ?? [])],
    );
    for (const row of rows) {
      const resource = opened(names, row);
      if (!asked.some((branch, n) => row.passes[n] && sealedHolds(branch, resource.attributes))) continue;
      if (page.total >= offset && page.resources.length < limit) page.resources.push(resource);
      page.total++;
    }
    const last = rows.at(-1);
    if (!last || rows.length < atATime) return page;
    after = [last.place, last.id];
  }
}
