import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { leftOutOf } from '../vault/left-out.js';
import { withinOrganization } from '../wall/within-organization.js';

/** A refused line, told without anything of what it held. */
export interface Reject {
  line: number;
  id: string | null;
  code: string;
  field: string | null;
  message: string;
}

export async function saveRejects(
  db: DataSource,
  organizationId: string,
  importId: number,
  firstPosition: number,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  const leftOut = await leftOutOf(db, organizationId);
  const names = await namesOf(db, organizationId);
  const idOf = ({ id }: Reject) =>
    id === null || (leftOut.size > 0 && leftOut.has(names.token(id))) ? null : names.seal(id);
  await db.query(
    `
    insert into import_reject (organization_id, import_id, position, line, sealed_id, code, field, message)
    select $1, $2, $3::integer + ordinality - 1, line, id, code, field, message
      from unnest($4::integer[], $5::bytea[], $6::text[], $7::text[], $8::text[])
           with ordinality as row (line, id, code, field, message, ordinality)
    on conflict do nothing
    `,
    [
      organizationId,
      importId,
      firstPosition,
      rejects.map((reject) => reject.line),
      rejects.map(idOf),
      rejects.map((reject) => reject.code),
      rejects.map((reject) => reject.field),
      rejects.map((reject) => reject.message),
    ],
  );
}

/** Which columns hold anything: the lines of a file without ids have none, and a column of nothing only asks why. */
export async function rejectsTell(
  db: DataSource,
  organizationId: string,
  importId: number,
): Promise<{ id: boolean; field: boolean }> {
  const [told] = await rowsOf<{ id: boolean | null; field: boolean | null }>(
    db,
    `
    select bool_or(sealed_id is not null) as id, bool_or(field is not null) as field
      from import_reject where organization_id = $1 and import_id = $2
    `,
    [organizationId, importId],
  );
  return { id: told?.id ?? false, field: told?.field ?? false };
}

/** In the order of the file, some thousands at a time; read when whoever asked has gone on, hence within its organisation. */
export async function* readRejects(db: DataSource, organizationId: string, importId: number): AsyncGenerator<Reject[]> {
  const names = await withinOrganization(organizationId, () => namesOf(db, organizationId));
  let after: [line: number, position: number] = [-1, -1];
  for (;;) {
    const rows = await withinOrganization(organizationId, () => nextRejects(db, organizationId, importId, after));
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id, ...row }) => ({ ...row, id: id && names.open(id) }));
    after = [last.line, last.position];
  }
}

function nextRejects(
  db: DataSource,
  organizationId: string,
  importId: number,
  after: readonly [line: number, position: number],
): Promise<(Omit<Reject, 'id'> & { position: number; id: Buffer | null })[]> {
  return rowsOf(
    db,
    `
    select position, line, sealed_id as id, code, field, message
      from import_reject
     where organization_id = $1 and import_id = $2 and (line, position) > ($3, $4)
     order by line, position limit 5000
    `,
    [organizationId, importId, ...after],
  );
}
