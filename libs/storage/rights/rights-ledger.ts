import { LineFile } from '../line-file.js';

/** What was asked of the rights desk, by token: nobody can be read from it, so that it may lie anywhere. */
export type LedgerLine =
  | { organization: string; request: string; reason: 'erasure' | 'objection'; tokens: string[]; at: string }
  | { organization: string; request: string; withdrawn: string };

/** One request a line; read again whenever Essor starts, since a backup that was put back knows nothing of it. */
export class RightsLedger extends LineFile<LedgerLine> {}
