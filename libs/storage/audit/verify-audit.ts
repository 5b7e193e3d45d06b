import { createHash } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

interface ChainHead {
  organizationId: string;
  keptPosition: number;
  keptHash: Buffer;
  lastPosition: number;
  lastHash: Buffer;
}

interface Link {
  position: number;
  hash: Buffer;
  /** What the hash is made of, beside the one before. */
  text: string;
}

/** Where a chain does not hold: the position from which it cannot be believed. */
export interface BrokenChain {
  organizationId: string;
  position: number;
}

/** The chain of what belongs to no one organisation. */
export const ofInstallation = '00000000-0000-0000-0000-000000000000';
const batch = 10_000;

/** Recomputes every chain from where retention cut it to its end. Empty = nothing was changed, removed or added. */
export async function verifyAudit(owner: DataSource): Promise<{ entries: number; broken: BrokenChain[] }> {
  const heads = await rowsOf<ChainHead>(
    owner,
    `select organization_id as "organizationId", kept_position as "keptPosition", kept_hash as "keptHash",
            last_position as "lastPosition", last_hash as "lastHash" from audit_chain order by 1`,
  );
  const [loose] = await rowsOf<{ entries: number }>(
    owner,
    `select count(*) as entries from audit l where hash is null or not exists
       (select from audit_chain c where c.organization_id = coalesce(l.organization_id, '${ofInstallation}'))`,
  );
  const broken: BrokenChain[] = (loose?.entries ?? 0) > 0 ? [{ organizationId: ofInstallation, position: 0 }] : [];
  let entries = 0;
  for (const head of heads) {
    const { at, read } = await follow(owner, head);
    entries += read;
    if (at !== null) broken.push({ organizationId: head.organizationId, position: at });
  }
  return { entries, broken };
}

async function follow(owner: DataSource, head: ChainHead): Promise<{ at: number | null; read: number }> {
  let [position, hash, read] = [head.keptPosition, head.keptHash, 0];
  for (;;) {
    const links = await linksAfter(owner, head.organizationId, position);
    for (const link of links) {
      const expected = createHash('sha256').update(hash).update(link.text, 'utf8').digest();
      if (link.position !== position + 1 || !expected.equals(link.hash)) return { at: position + 1, read };
      [position, hash, read] = [link.position, link.hash, read + 1];
    }
    if (links.length < batch) break;
  }
  return { at: position === head.lastPosition && hash.equals(head.lastHash) ? null : position + 1, read };
}

const linksAfter = (owner: DataSource, chain: string, position: number): Promise<Link[]> =>
  rowsOf(
    owner,
    `
    select position, hash,
           concat_ws('|', position, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
                     coalesce(organization_id::text, ''), coalesce(account_id::text, ''), action, detail::text) as text
      from audit
     where coalesce(organization_id, '${ofInstallation}') = $1 and position > $2
     order by position limit ${batch}
    `,
    [chain, position],
  );
