import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, lockOrganization, rowsOf } from '../database.js';
import { lockSealing } from '../event/sealing.js';
import { namesOf } from '../vault/keyring.js';
import { erasePerson } from './erase-person.js';
import { knownPerson } from './known-names.js';
import { type LedgerLine, type RightsLedger } from './rights-ledger.js';
import { withinOrganization } from '../wall/within-organization.js';

/** erasure: article 17. objection: article 21, which can be withdrawn. */
export type Reason = 'erasure' | 'objection';

export interface LeftOut {
  request: string;
  /** Whether anything was known of them. */
  known: boolean;
  events: number;
  /** They are also a member of the organisation with an account of Essor, which an administrator closes. */
  hasAccount: boolean;
}

/**
 * Takes a person out of everything, for good or until the objection is withdrawn: what is stored goes, and whatever brings
 * it again finds the token of the name and keeps nothing. Figures that are published stay. Safe to repeat.
 */
export async function leaveOut(
  rights: DataSource,
  organizationId: string,
  request: { identifier: string; reason: Reason; accountId: string | null },
  ledger: RightsLedger,
): Promise<LeftOut> {
  return withinOrganization(organizationId, async () => {
    const { identifier, reason, accountId } = request;
    const names = await namesOf(rights, organizationId);
    return rights.transaction(async (tx) => {
      await alone(tx, organizationId);
      const person = await knownPerson(tx, organizationId, names, { tokens: [], names: [identifier.trim()] });
      const id = randomUUID();
      await bury(tx, organizationId, { tokens: person.tokens, reason, request: id, at: new Date().toISOString() });
      const events = await erasePerson(tx, organizationId, person);
      const accounts = await rowsOf(
        tx,
        `select from account join membership on account_id = account.id and organization_id = $1
          where lower(email) = any($2)`,
        [organizationId, person.names.map((name) => name.toLowerCase())],
      );
      const known = person.ordinals.length + person.scim.length + events > 0;
      const action = reason === 'erasure' ? 'person_erased' : 'person_objected';
      await noteAudit(tx, { organizationId, accountId, action, detail: { request: id, known } });
      // Before it is done: a request that is in the ledger and not in the database is done when it is replayed.
      await ledger.add(await ledgerLine(tx, organizationId, id));
      return { request: id, known, events, hasAccount: accounts.length > 0 };
    });
  });
}

/** The next file or event about the person is taken in again. False where nobody of that name had objected. */
export async function withdrawObjection(
  rights: DataSource,
  organizationId: string,
  request: { identifier: string; accountId: string | null },
  ledger: RightsLedger,
): Promise<boolean> {
  return withinOrganization(organizationId, async () => {
    const token = (await namesOf(rights, organizationId)).token(request.identifier.trim());
    return rights.transaction(async (tx) => {
      await alone(tx, organizationId);
      const [row] = await rowsOf<{ request: string }>(
        tx,
        `select request from left_out where organization_id = $1 and token = $2 and reason = 'objection'`,
        [organizationId, token],
      );
      if (!row) return false;
      await execute(tx, `delete from left_out where organization_id = $1 and request = $2`, [
        organizationId,
        row.request,
      ]);
      await noteAudit(tx, {
        ...{ organizationId, accountId: request.accountId, action: 'objection_withdrawn' },
        detail: { request: row.request },
      });
      await ledger.add({ organization: organizationId, request: row.request, withdrawn: new Date().toISOString() });
      return true;
    });
  });
}

/** Does again what the lines say, as after a backup was put back. Returns how many requests had to be. Safe to repeat. */
export async function replay(rights: DataSource, lines: readonly LedgerLine[]): Promise<number> {
  const known = await rowsOf<{ id: string }>(rights, `select id from organization`);
  const here = new Set(known.map(({ id }) => id));
  const withdrawn = new Set(lines.flatMap((line) => ('withdrawn' in line ? [line.request] : [])));
  let done = 0;
  for (const line of lines) {
    if ('withdrawn' in line || withdrawn.has(line.request) || !here.has(line.organization)) continue;
    if (await withinOrganization(line.organization, () => replayLine(rights, line))) done++;
  }
  for (const line of lines)
    if ('withdrawn' in line)
      await withinOrganization(line.organization, () =>
        execute(rights, `delete from left_out where organization_id = $1 and request = $2`, [
          line.organization,
          line.request,
        ]),
      );
  return done;
}

/** False where the database knows of it. */
async function replayLine(
  rights: DataSource,
  { organization: organizationId, request, reason, tokens, at }: Exclude<LedgerLine, { withdrawn: string }>,
): Promise<boolean> {
  const names = await namesOf(rights, organizationId);
  return rights.transaction(async (tx) => {
    await alone(tx, organizationId);
    const buried = await bury(tx, organizationId, { tokens, reason, request, at });
    if (buried === 0) return false;
    const person = await knownPerson(tx, organizationId, names, { tokens, names: [] });
    await bury(tx, organizationId, { tokens: person.tokens, reason, request, at });
    await erasePerson(tx, organizationId, person);
    return true;
  });
}

/** No job of the organisation runs meanwhile, and no event is being stored. */
async function alone(tx: EntityManager, organizationId: string): Promise<void> {
  await lockOrganization(tx, organizationId);
  await lockSealing(tx, organizationId);
}

/** Who had objected and is erased stays erased. Returns how many tokens are new. */
async function bury(
  tx: EntityManager,
  organizationId: string,
  { tokens, reason, request, at }: { tokens: readonly string[]; reason: Reason; request: string; at: string },
): Promise<number> {
  return execute(
    tx,
    `insert into left_out as kept (organization_id, token, reason, request, at)
     select $1, token, $3, $4, $5 from unnest($2::text[]) as token
     on conflict (organization_id, token) do update
        set reason = excluded.reason, request = excluded.request, at = excluded.at
      where kept.reason = 'objection' and excluded.reason = 'erasure'`,
    [organizationId, tokens, reason, request, at],
  );
}

async function ledgerLine(tx: EntityManager, organizationId: string, request: string): Promise<LedgerLine> {
  const rows = await rowsOf<{ token: string; reason: Reason; at: Date }>(
    tx,
    `select token, reason, at from left_out where organization_id = $1 and request = $2 order by token`,
    [organizationId, request],
  );
  return {
    organization: organizationId,
    request,
    reason: rows[0]?.reason ?? 'erasure',
    tokens: rows.map(({ token }) => token),
    at: (rows[0]?.at ?? new Date()).toISOString(),
  };
}
