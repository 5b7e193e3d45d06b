import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { noteAudit } from '../audit/audit-log.js';
import { rowsOf } from '../database.js';

export interface NewDecisionRow {
  wave: string;
  decision: 'go' | 'no_go' | 'postpone';
  reason: string;
  recommendation: 'go' | 'no_go' | 'incomplete';
  /** Light of each rule at that moment. */
  lights: Record<string, string>;
  accountId: string;
}

export interface DecisionRow extends Omit<NewDecisionRow, 'lights' | 'accountId'> {
  id: number;
  decidedAt: Date;
  /** The day of it in the zone of the organisation. */
  decidedOn: Day;
  by: string | null;
}

const columns = `d.id::int as id, d.wave_key as wave, d.decided_at as "decidedAt",
                 (d.decided_at at time zone o.timezone)::date::text as "decidedOn", d.decision, d.reason,
                 d.recommendation, a.name as by`;
const joined = `join organization o on o.id = d.organization_id left join account a on a.id = d.account_id`;

/** Decisions at the gates of waves: added, never changed. For the application's pool. */
export class DecisionRepository {
  constructor(private readonly db: DataSource) {}

  /** Newest first. */
  list(organizationId: string): Promise<DecisionRow[]> {
    return rowsOf(
      this.db,
      `select ${columns} from wave_decision d ${joined}
        where d.organization_id = $1 order by d.id desc`,
      [organizationId],
    );
  }

  /** Stores it with its trace in the audit log, which holds no words of the reason. */
  async add(organizationId: string, row: NewDecisionRow): Promise<DecisionRow> {
    const { wave, decision, reason, recommendation, lights, accountId } = row;
    return this.db.transaction(async (tx) => {
      const [added] = await rowsOf<DecisionRow>(
        tx,
        `with d as (
           insert into wave_decision (organization_id, wave_key, decision, reason, recommendation, lights, account_id)
           values ($1, $2, $3, $4, $5, $6, $7) returning *
         )
         select ${columns} from d ${joined} where d.organization_id = $1`,
        [organizationId, wave, decision, reason, recommendation, JSON.stringify(lights), accountId],
      );
      await noteAudit(tx, { organizationId, accountId, action: 'wave_decided', detail: { wave, decision } });
      return added!;
    });
  }
}
