import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Consultation, purposeGate, type PurposeFacts, type PurposeGate } from '#domain/purpose/purpose-gate.js';
import { firstDayBrought } from '../publication/first-day-brought.js';

/** Events of production came before the dates of the consultation and of the information were recorded. */
export class PurposeGateClosed extends Error {
  override readonly name = 'PurposeGateClosed';
  readonly code = 'purpose_gate_closed';

  constructor() {
    super(
      'The activity of real people is taken in once the consultation and the information of employees are recorded: page Privacy, or essor org gate.',
    );
  }
}

const readFacts = `
  select o.class, o.country,
         (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'name', e.name, 'parent', l.parent_key, 'country', e.country)), '[]')
            from entity e left join entity_parent l on l.organization_id = $1 and l.entity_key = e.key and l.valid_to = 'infinity'
           where e.organization_id = $1 and (l.entity_key is not null or e.country is not null)) as entities,
         (select coalesce(jsonb_agg(jsonb_build_object('country', c.country, 'consultedOn', c.consulted_on,
                                                       'informedOn', c.informed_on)), '[]')
            from consultation c where c.organization_id = $1) as consultations,
         (select jsonb_build_object('reason', '') from gate_override g where g.organization_id = $1) as override
    from organization o
   where o.id = $1
`;

/** Whether the gate is open, and what it waits for; without the documents and the reason, which are read apart. */
async function gateOf(
  query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  organizationId: string,
): Promise<PurposeGate> {
  const [row] = (await query(readFacts, [organizationId])) as PurposeFacts[];
  if (!row) throw new Error('the organisation is gone');
  return purposeGate(row);
}

/** Throws PurposeGateClosed. Asked in every transaction that stores events, whichever door they came through. */
export async function requireOpenGate(db: QueryRunner | EntityManager | DataSource, organizationId: string) {
  if (await isGateClosed(db, organizationId)) throw new PurposeGateClosed();
}

export async function isGateClosed(
  db: QueryRunner | EntityManager | DataSource,
  organizationId: string,
): Promise<boolean> {
  // One row by its key for those who need no gate, which are most of a busy installation's batches.
  const [row] = (await db.query(`select class from organization where id = $1`, [organizationId])) as PurposeFacts[];
  if (row?.class !== 'personal') return false;
  const { state } = await gateOf((sql, parameters) => db.query(sql, parameters), organizationId);
  return state === 'closed';
}

/** What was recorded, with its documents, and the decision to do without. */
export interface GateRecord extends PurposeGate {
  /** First day of the acts that were brought; null before any. */
  actsSince: Day | null;
  /** Of the seat; null = not said. */
  country: string | null;
  /** Null unless somebody decided to open the gate without the dates. */
  override: { reason: string; decidedAt: Date; decidedBy: string | null } | null;
}

export async function readGate(db: DataSource | EntityManager, organizationId: string): Promise<GateRecord> {
  const [row] = await db.query<(PurposeFacts & { override: GateRecord['override'] })[]>(readFacts, [organizationId]);
  if (!row) throw new Error('the organisation is gone');
  const consultations = await db.query<Consultation[]>(
    `select country, consulted_on as "consultedOn", informed_on as "informedOn", document
       from consultation where organization_id = $1`,
    [organizationId],
  );
  const [override] = await db.query<NonNullable<GateRecord['override']>[]>(
    `select g.reason, g.decided_at as "decidedAt", a.name as "decidedBy"
       from gate_override g left join account a on a.id = g.decided_by where g.organization_id = $1`,
    [organizationId],
  );
  const facts = { ...row, consultations, override: override ?? null };
  const actsSince = await firstDayBrought(db, organizationId);
  return { ...purposeGate(facts), country: row.country, override: override ?? null, actsSince };
}
