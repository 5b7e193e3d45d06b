import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { LineFile } from '../line-file.js';
import { withinOrganization } from '../wall/within-organization.js';
import { ofInstallation } from './verify-audit.js';

/** The end of one chain of the audit log on some day. It tells nothing of what is in it. */
export interface AuditHead {
  at: string;
  /** Id of the organisation; zeros = of the installation. */
  chain: string;
  position: number;
  hash: string;
}

/** Where they are kept, for an operator to copy to where whoever owns the database cannot write. */
export class AuditHeads extends LineFile<AuditHead> {}

/** Where every chain ends now. */
export async function auditHeads(work: DataSource, now: Date): Promise<AuditHead[]> {
  const organizations = await rowsOf<{ id: string }>(work, `select id from organization order by id`);
  const heads: AuditHead[] = [];
  for (const chain of [ofInstallation, ...organizations.map(({ id }) => id)]) {
    const rows = await withinOrganization(chain, () =>
      rowsOf<{ position: number; hash: string }>(
        work,
        `select last_position as position, encode(last_hash, 'hex') as hash
           from audit_chain where organization_id = $1 and last_position > 0`,
        [chain],
      ),
    );
    heads.push(...rows.map((row) => ({ at: now.toISOString(), chain, ...row })));
  }
  return heads;
}

/**
 * Heads of another day that the log does not hold any more as they were: it was written anew, or cut and continued. One
 * whose entries retention has ended proves nothing and is none.
 */
export function contradictedHeads(owner: DataSource, heads: readonly AuditHead[]): Promise<AuditHead[]> {
  return rowsOf(
    owner,
    `select g.at, g.chain, g.position, g.hash
       from jsonb_to_recordset($1::jsonb) as g(at text, chain uuid, position bigint, hash text)
       left join audit_chain c on c.organization_id = g.chain
       left join audit l on coalesce(l.organization_id, '${ofInstallation}') = g.chain and l.position = g.position
      where case when c is null or g.position > c.last_position then true
                 when g.position < c.kept_position then false
                 when g.position = c.kept_position then encode(c.kept_hash, 'hex') <> g.hash
                 else l.hash is null or encode(l.hash, 'hex') <> g.hash end
      order by g.position, g.at`,
    [JSON.stringify(heads)],
  );
}
