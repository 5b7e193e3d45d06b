import { type EntityManager } from 'typeorm';
import { noteAudit } from '#storage/audit/audit-log.js';

/** In the audit log, as the command line's; never a secret. `organizationId` null = of the installation. */
export const note = (tx: EntityManager, organizationId: string | null, action: string, detail: object): Promise<void> =>
  noteAudit(tx, { organizationId, accountId: null, action, detail });
