import { type DataSource } from 'typeorm';
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
  by: string | null;
}

const columns = `d.id::int as id, d.wave_key as wave, d.decided_at as "decidedAt", d.decision, d.reason,
                 d.recommendation, a.name as by`;

/** Decisions at the gates of waves: added, never changed. For the application's pool. */
export class DecisionRepository {
  constructor(private readonly db: DataSource) {}

  /** Newest first. */
  list(organizationId: string): Promise<DecisionRow[]> {
    return rowsOf(
      this.db,
      `select ${columns} from wave_decision d left join account a on a.id = d.account_id
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
         select ${columns} from d left join account a on a.id = d.account_id where d.organization_id = $1`,
        [organizationId, wave, decision, reason, recommendation, JSON.stringify(lights), accountId],
      );
      await noteAudit(tx, { organizationId, accountId, action: 'wave_decided', detail: { wave, decision } });
      return added!;
    });
  }
}
